// Curves with the noise of a curve redrawn, for `simultaneity`.
import type { Numbers } from "../../core/numbers";
import type { Random } from "../../stats/random";
import { bestRise, type Rises } from "./rises";

/** A curve with its best rise, and what that leaves. */
export interface Changed {
  readonly y: Numbers;
  readonly at: number;
  readonly residuals: Float64Array;
}

export const residualsOf = (y: Numbers, fitted: Float64Array): Float64Array =>
  fitted.map((value, i) => (y[i] as number) - value);

/** Parameters of a line with a rise: its place, its width and its height are three. */
const parameters = 5;

/** Largest autocorrelation that so few checkpoints can show. */
const mostMemory = 0.95;

/** Autocorrelation of neighboring residuals, without its bias: (1 + 3 r) / n for one fitted mean (Kendall 1954, Biometrika 41, 403), taken for each parameter. */
export function memoryOf(residuals: Float64Array): number {
  const n = residuals.length;
  let [products, all] = [0, 0];
  for (let i = 0; i < n; i++) {
    const one = residuals[i] as number;
    all += one * one;
    if (i > 0) products += one * (residuals[i - 1] as number);
  }
  const r = all > 0 ? products / all : 0;
  return Math.min(mostMemory, Math.max(0, r + (parameters * (1 + 3 * r)) / n));
}

/** Noise with an autocorrelation, from independent innovations. */
export function noise(n: number, memory: number, innovation: () => number): Float64Array {
  const drawn = new Float64Array(n);
  drawn[0] = innovation() / Math.sqrt(1 - memory * memory);
  for (let i = 1; i < n; i++) drawn[i] = memory * (drawn[i - 1] as number) + innovation();
  return drawn;
}

/** Places of the best rise in curves that rise at `at`, with the noise of a curve redrawn: its innovations, and their autocorrelation. */
export function redrawn(
  design: Rises,
  { y, residuals }: Changed,
  at: number,
  replicates: number,
  source: Random,
): Int32Array {
  const n = y.length;
  const { fitted } = bestRise(design, y, at);
  const memory = memoryOf(residuals);
  const innovations = residuals.slice(1).map((one, i) => one - memory * (residuals[i] as number));
  const widened = Math.sqrt(n / (n - parameters));
  const innovation = () => widened * (innovations[source.integer(0, n - 2)] as number);
  return Int32Array.from({ length: replicates }, () => {
    const drawn = noise(n, memory, innovation);
    return bestRise(
      design,
      fitted.map((value, i) => value + (drawn[i] as number)),
    ).at;
  });
}
