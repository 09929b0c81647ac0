import { extent } from "d3-array";
import { requireCounts } from "../../core/counts";
import type { Interval } from "../../core/estimate";
import type { Failure } from "../../core/failure";
import type { Numbers } from "../../core/numbers";
import {
  type Kinds,
  optionsOf,
  requireChance,
  requireFinite,
  requireInside,
  requireSameLength,
} from "../../core/require";
import { studentQuantile } from "../../stats/distributions";
import { downhill } from "./downhill";
import { type Rise, riseLikelihood } from "./riseLikelihood";

/** Options of `scatteredSharpness`. */
export interface ScatteredOptions {
  /** Proportion right by guessing, where the curve begins, from 0 to below 1. Default 0. */
  readonly chance?: number;
  /** Where the curve ends: a proportion above chance, or "free" for one to be found between chance and 1. Default 1. */
  readonly ceiling?: number | "free";
  /** Confidence of the interval, between 0 and 1. Default 0.95. */
  readonly confidence?: number;
}

/** Kinds of the options, for their check. */
const scatteredOptions: Kinds<ScatteredOptions> = { chance: "number", ceiling: "any", confidence: "number" };

/** Width of a rise, for models that scatter about the curve. */
export interface ScatteredSharpness {
  readonly kind: "sharpness";
  /** Range of x over which the curve rises from 10 to 90 % of its height, in the unit of x. */
  readonly width: number;
  /** An end that the data do not determine is open: the lower end is then 0, the upper end infinite. */
  readonly widthInterval: Interval;
  /** x at which the curve has half its height. */
  readonly midpoint: number;
  /** Standard deviation of the models about the curve, in log odds. */
  readonly scatter: number;
  /** Where the curve ends. */
  readonly ceiling: number;
}

const ratio = Math.SQRT2; // from one width that is tried to the next
const halvings = 6;
const tries = 3; // starts that are followed

/**
 * 10-90 % width of a logistic rise through accuracies of different models, which scatter about the curve by more than their counts do. Model i answers
 * `k_i` of `n_i` questions rightly, with probability
 *
 *     p_i = chance + (ceiling - chance) / (1 + exp(-(k (x_i - x0) + tau u_i))),   u_i ~ Normal(0, 1),   width = ln(81) / k
 *
 * `tau`, the scatter in log odds, and the other parameters are fitted by maximum likelihood, with each u_i integrated out. A model at floor or ceiling
 * can hardly show its scatter: the likelihood knows that, a least-squares fit to the accuracies does not, and its intervals are too narrow.
 * The interval is the profile likelihood's, with Student's quantile in place of the normal one for few models. For rising curves only.
 *
 * @param x scales of the models (logarithm of parameters or FLOPs)
 * @param trials questions; one number if it is the same for all models
 * @returns the width; `kind: "failed"` if the accuracies do not rise, or leave as many parameters as models
 * @throws RangeError for ragged or empty data, counts that are not whole, chance, ceiling or confidence out of range
 * @example
 * import { scatteredSharpness } from "@emergence/lib/measures";
 * const found = scatteredSharpness([20, 20.5, 21, 21.5, 22, 22.5], [2, 12, 90, 260, 430, 492], [500, 500, 500, 500, 500, 500]);
 * found.kind === "sharpness" && found.width.toFixed(1); // => "1.2"
 *
 * Source: random-effects logistic regression, McCulloch & Searle 2001, Generalized, Linear, and Mixed Models; width: Wichmann & Hill 2001, Perception & Psychophysics 63, 1293-1313.
 */
export function scatteredSharpness(
  x: Numbers,
  successes: Numbers,
  trials: Numbers | number,
  options: ScatteredOptions = {},
): ScatteredSharpness | Failure {
  const { chance = 0, ceiling = 1, confidence = 0.95 } = optionsOf("scatteredSharpness", options, scatteredOptions);
  const counts = requireCounts("scatteredSharpness", successes, trials);
  requireSameLength("scatteredSharpness", { x, successes });
  for (let i = 0; i < x.length; i++) requireFinite("scatteredSharpness", `x[${i}]`, x[i]);
  requireChance("scatteredSharpness", "chance", chance);
  requireInside("scatteredSharpness", "confidence", confidence);
  if (ceiling !== "free") requireFinite("scatteredSharpness", "ceiling", ceiling);
  if (ceiling !== "free" && !(ceiling > chance && ceiling <= 1)) {
    throw new RangeError(
      `scatteredSharpness: ceiling ${ceiling}, needs a proportion above chance (${chance}) or "free"`,
    );
  }
  const degrees = x.length - (ceiling === "free" ? 3 : 2);
  if (degrees < 1) return { kind: "failed", reason: `${x.length} models, needs ${x.length - degrees + 1} or more` };
  const shares = counts.successes.map((count, i) => count / (counts.trials[i] as number));
  const [low = 0, high = 0] = extent(x);
  if (!(low < high) || !rises(x, shares)) {
    return { kind: "failed", reason: "the accuracies do not rise with x: a curve that only rises has no width here" };
  }
  const likelihood = riseLikelihood({ x, ...counts, chance, ceiling });
  const span = high - low;
  const profile = (width: number, from: readonly number[]) =>
    downhill((at) => -likelihood(width, at), from, likelihood.steps(span));
  const starts = [1 / 32, 1 / 16, 1 / 8, 1 / 4, 1 / 2, 1, 2].flatMap((w) =>
    [1, 3, 5, 7, 9, 11, 13, 15].map((place) => {
      const [width, from] = [w * span, likelihood.start(low + (place / 16) * span)];
      return { width, from, value: -likelihood(width, from) };
    }),
  );
  const rough = starts
    .sort((a, b) => a.value - b.value)
    .slice(0, tries)
    .map(({ width, from }) => ({ width, ...profile(width, from) }));
  let best = rough.reduce((a, b) => (b.value < a.value ? b : a));
  const free = downhill(
    ([logWidth = 0, ...at]) => -likelihood(Math.exp(logWidth), at),
    [Math.log(best.width), ...best.at],
    [0.3, ...likelihood.steps(span)],
    1e-6,
  );
  if (free.value < best.value)
    best = { width: Math.exp(free.at[0] as number), at: free.at.slice(1), value: free.value };
  const limit = best.value + studentQuantile((1 + confidence) / 2, degrees) ** 2 / 2;
  const end = (factor: number, last: number): number => {
    let [inside, at] = [best.width, best.at];
    for (let width = inside * factor; ; width *= factor) {
      if (factor < 1 ? width < last : width > last) return factor < 1 ? 0 : Number.POSITIVE_INFINITY;
      const next = profile(width, at);
      if (next.value > limit) break;
      [inside, at] = [width, next.at];
    }
    let outside = inside * factor;
    for (let i = 0; i < halvings; i += 1) {
      const width = Math.sqrt(inside * outside);
      const next = profile(width, at);
      if (next.value > limit) outside = width;
      else [inside, at] = [width, next.at];
    }
    return inside;
  };
  const found: Rise = likelihood.rise(best.width, best.at);
  return {
    kind: "sharpness",
    width: best.width,
    widthInterval: { lower: end(1 / ratio, span / 500), upper: end(ratio, 100 * span) },
    midpoint: found.midpoint,
    scatter: found.scatter,
    ceiling: found.ceiling,
  };
}

/** Whether accuracy goes up with x, by the sign of the covariance. */
function rises(x: Numbers, shares: readonly number[]): boolean {
  const middle = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return shares.reduce((sum, share, i) => sum + (share - middle) * (x[i] as number), 0) > 0;
}
