import { max } from "d3-array";
import type { Numbers } from "../../core/numbers";

/** Accuracies of models over a scale, and what is known of the curve's ends. */
interface RiseData {
  readonly x: Numbers;
  readonly successes: Numbers;
  readonly trials: Numbers;
  readonly chance: number;
  readonly ceiling: number | "free";
}

/** Parameters of a rise besides its width. */
export interface Rise {
  readonly midpoint: number;
  readonly scatter: number;
  readonly ceiling: number;
}

/** Log likelihood of a width with the other parameters as a vector: midpoint, ln scatter and, if it is free, the log odds of the ceiling. */
interface RiseLikelihood {
  (width: number, at: readonly number[]): number;
  readonly start: (midpoint: number) => number[];
  readonly steps: (span: number) => number[];
  readonly rise: (width: number, at: readonly number[]) => Rise;
}

const reach = 4; // standard deviations of u on either side
const coarsest = 0.4; // spacing of the nodes, in standard deviations
const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** Makes the log likelihood of `scatteredSharpness`, up to a constant, by the trapezoid rule over each model's place about the curve. */
export function riseLikelihood({ x, successes, trials, chance, ceiling }: RiseData): RiseLikelihood {
  const most = max(trials) as number;
  const top = max(successes, (count, i) => count / (trials[i] as number)) as number;
  const rise = (_width: number, at: readonly number[]): Rise => ({
    midpoint: at[0] as number,
    scatter: Math.exp(clamp(at[1] as number, -6, 2)),
    ceiling: ceiling === "free" ? chance + (1 - chance) * sigmoid(clamp(at[2] as number, -6, 9)) : ceiling,
  });
  const likelihood = (width: number, at: readonly number[]): number => {
    const { midpoint, scatter, ceiling: end } = rise(width, at);
    const steepness = Math.log(81) / width;
    // A model's log odds are known to 2 / sqrt(n) at best: nodes farther apart than that would miss the peak between them.
    const spacing = Math.min(coarsest, 2 / (scatter * Math.sqrt(most)));
    const nodes = Math.ceil(reach / spacing);
    let total = 0;
    for (let i = 0; i < x.length; i += 1) {
      const [right, wrong] = [successes[i] as number, (trials[i] as number) - (successes[i] as number)];
      const centre = steepness * ((x[i] as number) - midpoint);
      let peak = Number.NEGATIVE_INFINITY;
      let sum = 0;
      for (let j = -nodes; j <= nodes; j += 1) {
        const u = j * spacing;
        const z = centre + scatter * u;
        const [up, down] = [sigmoid(z), sigmoid(-z)];
        const p = chance + (end - chance) * up;
        const q = 1 - end + (end - chance) * down;
        const log =
          (right === 0 ? 0 : right * Math.log(Math.max(p, 1e-300))) +
          (wrong === 0 ? 0 : wrong * Math.log(Math.max(q, 1e-300))) -
          (u * u) / 2;
        if (log > peak) {
          sum = sum * Math.exp(peak - log) + 1;
          peak = log;
        } else sum += Math.exp(log - peak);
      }
      total += peak + Math.log(sum * spacing);
    }
    return total;
  };
  const first = clamp((top - chance) / (1 - chance), 0.02, 0.98);
  return Object.assign(likelihood, {
    start: (midpoint: number) =>
      [midpoint, Math.log(0.4), Math.log(first / (1 - first)) + 0.5].slice(0, ceiling === "free" ? 3 : 2),
    steps: (span: number) => [span / 12, 0.7, 0.7].slice(0, ceiling === "free" ? 3 : 2),
    rise,
  });
}
