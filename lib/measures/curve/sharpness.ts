import type { Interval } from "../../core/estimate";
import type { Failure } from "../../core/failure";
import { type Kinds, optionsOf, requireInside } from "../../core/require";
import { requireFit } from "../../fit/result/requireFit";
import type { BinomialFit, BinomialResult, Fit, FitResult } from "../../fit/result/result";
import { deltaError, numericalSharpness, reachOf } from "./numericalSharpness";

/** Options of `sharpness`. */
export interface SharpnessOptions {
  /** Confidence of the intervals, between 0 and 1. Default 0.95. */
  readonly confidence?: number;
  /** Interval of the width: from the profile likelihood (default) or from standard errors. */
  readonly interval?: "profile" | "wald";
}

/** Kinds of the options, for their check. */
const sharpnessOptions: Kinds<SharpnessOptions> = { confidence: "number", interval: ["profile", "wald"] };

/** Sharpness of a fitted rise, with intervals. */
export interface Sharpness {
  readonly kind: "sharpness";
  /** Range of x over which the curve rises from 10 to 90 % of its height, in the unit of x: decades of compute if x is log10 of FLOPs. */
  readonly width: number;
  /** An end that the data do not determine is open: if no point is inside the rise the width has no lower limit (lower end 0), and an upper end may be infinite. */
  readonly widthInterval: Interval;
  /** x at which the curve has half its height. */
  readonly midpoint: number;
  /** Slope at the midpoint, in units of y per unit of x. */
  readonly slope: number;
  /** Interval of the slope, by the delta method. */
  readonly slopeInterval: Interval;
}

/** Position at which a curve with steepness k and location x0 has risen to a fraction p of its height: k (x - x0) = place(p). */
const places: Readonly<Record<string, (p: number) => number>> = {
  logistic: (p) => Math.log(p / (1 - p)),
  logistic4: (p) => Math.log(p / (1 - p)),
  gompertz: (p) => -Math.log(-Math.log(p)),
};

/** Parameters of the curves whose sharpness has a closed form: every such fit has one. */
type ClosedForm = "floor" | "L" | "k" | "x0";

/**
 * Sharpness of a fitted curve that rises or falls from one plateau to another: the 10-90 % width and the slope at the midpoint. For a logistic curve
 *
 *     width = ln(81) / |k|,   slope = (L - floor) k / 4
 *
 * with `L` and `floor` the plateaus (unit of y) and `k` the steepness (1 / unit of x). The interval of the width is that of k, inverted (profile likelihood unless
 * `interval: "wald"`). If the interval of k includes 0 the width has no upper limit.
 *
 * Any other monotone curve (`curves.hill`, `richards`, `bass`, one from text) is measured numerically: plateaus are its limits at both ends of the
 * x axis (at x = 0 for a curve that begins there), places are found by bisection. Errors are by the delta method, that of the width on its
 * logarithm, so that its interval stays above 0.
 *
 * @param fitted a fit of a curve of one predictor, by `fit` or `fitBinomial`
 * @param options `confidence` of the intervals, default 0.95; `interval`, default "profile", of curves with a steepness k
 * @returns the sharpness; `kind: "failed"` with a reason for a failed fit, and for a curve that is not monotone, has no plateau (a straight line, an
 * exponential) or jumps
 * @throws RangeError for a confidence outside (0, 1)
 * @example
 * import { curves, fit } from "@emergence/lib/fit";
 * import { sharpness } from "@emergence/lib/measures";
 * const result = fit(curves.logistic, [0, 1, 2, 3, 4], [0.02, 0.12, 0.5, 0.88, 0.98]);
 * sharpness(result).width.toFixed(2); // => "2.20"
 *
 * Source: width of a psychometric function, Wichmann & Hill 2001, Perception & Psychophysics 63, 1293-1313; delta method: Seber & Wild 2003, Nonlinear Regression.
 */
export function sharpness<Name extends ClosedForm>(
  fitted: Fit<Name> | BinomialFit<Name>,
  options?: SharpnessOptions,
): Sharpness;
export function sharpness(fitted: FitResult | BinomialResult, options?: SharpnessOptions): Sharpness | Failure;
export function sharpness(fitted: FitResult | BinomialResult, options: SharpnessOptions = {}): Sharpness | Failure {
  const { confidence = 0.95, interval = "profile" } = optionsOf("sharpness", options, sharpnessOptions);
  requireInside("sharpness", "confidence", confidence);
  if (fitted?.kind === "failed") return { kind: "failed", reason: fitted.reason };
  requireFit("sharpness", "fitted", fitted);
  const made = fitted.origin?.kind === "chance" ? fitted.origin.of : fitted.origin;
  const place = made?.kind === "curve" ? places[made.name] : undefined;
  if (place === undefined) {
    const found = numericalSharpness(fitted, confidence);
    if (found.kind === "none") return { kind: "failed", reason: `${fitted.name} has no sharpness: ${found.reason}` };
    return { ...found, kind: "sharpness" };
  }
  const way = place(0.9) - place(0.1);
  const { k = Number.NaN, x0 = Number.NaN } = fitted.parameters;
  const ends = (interval === "profile" ? fitted.profile(confidence) : fitted.interval(confidence)).k as Interval;
  const [a, b] = [Math.abs(ends.lower), Math.abs(ends.upper)];
  const crosses = ends.lower <= 0 && ends.upper >= 0;
  return {
    kind: "sharpness",
    width: way / Math.abs(k),
    widthInterval: {
      lower: way / Math.max(a, b),
      upper: crosses ? Number.POSITIVE_INFINITY : way / Math.min(a, b),
    },
    midpoint: x0 + place(0.5) / k,
    ...slopeOf(fitted, place(0.5), confidence),
  };
}

/** Slope at k (x - x0) = half, with its interval. */
function slopeOf(
  fitted: Fit | BinomialFit,
  half: number,
  confidence: number,
): Pick<Sharpness, "slope" | "slopeInterval"> {
  const { model, names, parameters } = fitted;
  const gradient = new Float64Array(names.length);
  const [k, x0] = [names.indexOf("k"), names.indexOf("x0")];
  // The curves depend on x only through x - x0, so the slope in x is minus the derivative with respect to x0.
  const slopeAt = (vector: Float64Array): number => {
    model.point((vector[x0] as number) + half / (vector[k] as number), vector, gradient);
    return -(gradient[x0] as number);
  };
  const vector = Float64Array.from(names, (name) => parameters[name] as number);
  const slope = slopeAt(vector);
  const derivatives = names.map((_, j) => {
    if (j === x0) return 0;
    const nudge = Math.cbrt(Number.EPSILON) * Math.max(Math.abs(vector[j] as number), 1e-3);
    const at = (sign: number) => slopeAt(vector.map((value, i) => (i === j ? value + sign * nudge : value)));
    return (at(1) - at(-1)) / (2 * nudge);
  });
  const reached = reachOf(fitted, confidence) * deltaError(fitted, derivatives);
  return { slope, slopeInterval: { lower: slope - reached, upper: slope + reached } };
}
