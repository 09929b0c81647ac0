import type { Interval } from "../../core/estimate";
import type { BinomialFit, Fit } from "../../fit/result/result";
import { reach } from "../../fit/uncertainty/band";
import { type NoRise, riseOf } from "./rise";

/** Width, midpoint and slope of one curve. */
interface Shape {
  readonly width: number;
  readonly midpoint: number;
  readonly slope: number;
}

/** The same with intervals. */
export interface Measured extends Shape {
  readonly kind: "measured";
  readonly widthInterval: Interval;
  readonly slopeInterval: Interval;
}

/** Step of a numerical derivative, in standard errors and relative to the parameter. */
const step = 1e-4;
/** Step in x of the slope, in widths. */
const slopeStep = 1e-3;

/** Sharpness of a fit of any monotone curve; none, with a reason, if it is not monotone, has no plateau, or jumps. */
export function numericalSharpness(fitted: Fit | BinomialFit, confidence: number): Measured | NoRise {
  const { model, names, parameters, standardErrors } = fitted;
  const none = (reason: string): NoRise => ({ kind: "none", reason });
  if (model.predictors.length > 1) return none(`it has ${model.predictors.length} predictors, needs one`);
  if (model.nonsmooth.length > 0) return none(`it jumps (at ${model.nonsmooth.join(", ")}), so that its width is 0`);
  const vector = Float64Array.from(names, (key) => parameters[key] as number);
  const found = shapeOf(fitted, vector);
  if ("reason" in found) return found;
  const slopes = names.map((key, j) => {
    const error = standardErrors[key] as number;
    if (error === 0) return { width: 0, slope: 0 };
    const size = Math.abs(vector[j] as number);
    const nudge = step * (Number.isFinite(error) ? Math.min(error, size || error) : size || 1);
    const at = (sign: number) =>
      shapeOf(
        fitted,
        vector.map((value, i) => (i === j ? value + sign * nudge : value)),
      );
    const [up, down] = [at(1), at(-1)];
    // Where the rise ends within so short a way, the data tell nothing of it.
    if ("reason" in up || "reason" in down) return { width: Number.POSITIVE_INFINITY, slope: Number.POSITIVE_INFINITY };
    return { width: (up.width - down.width) / (2 * nudge), slope: (up.slope - down.slope) / (2 * nudge) };
  });
  const error = (of: "width" | "slope") =>
    reachOf(fitted, confidence) *
    deltaError(
      fitted,
      slopes.map((part) => part[of]),
    );
  const relative = error("width") / found.width;
  const reached = error("slope");
  return {
    kind: "measured",
    ...found,
    widthInterval: { lower: found.width * Math.exp(-relative), upper: found.width * Math.exp(relative) },
    slopeInterval: { lower: found.slope - reached, upper: found.slope + reached },
  };
}

function shapeOf({ model, x }: Fit | BinomialFit, vector: Float64Array): Shape | NoRise {
  const spare = new Float64Array(vector.length);
  const f = (at: number) => model.point(at, vector, spare);
  let [xMin, xMax] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of x as readonly number[]) [xMin, xMax] = [Math.min(xMin, value), Math.max(xMax, value)];
  const rise = riseOf(f, xMin, xMax);
  if (rise.kind === "none") return rise;
  const width = Math.abs(rise.at(0.9) - rise.at(0.1));
  const midpoint = rise.at(0.5);
  // Central differences at two steps, extrapolated to step 0 (Richardson).
  const difference = (h: number) => (f(midpoint + h) - f(midpoint - h)) / (2 * h);
  const h = slopeStep * width;
  return { width, midpoint, slope: (4 * difference(h / 2) - difference(h)) / 3 };
}

/** Standard error of a function of the parameters from its derivatives by them: the root of g' C g. */
export function deltaError(
  { names, standardErrors, correlation }: Fit | BinomialFit,
  slopes: readonly number[],
): number {
  // A parameter on which the function does not depend may have an infinite error.
  const parts = names.map((name, j) =>
    slopes[j] === 0 ? 0 : (slopes[j] as number) * (standardErrors[name] as number),
  );
  if (parts.some((part) => !Number.isFinite(part))) return Number.POSITIVE_INFINITY;
  let variance = 0;
  for (const [i, left] of parts.entries())
    for (const [j, right] of parts.entries()) variance += left * right * (correlation[i]?.[j] as number);
  return Math.sqrt(Math.max(0, variance));
}

/** Standard errors from the estimate to an end of its interval. */
export function reachOf(fitted: Fit | BinomialFit, confidence: number): number {
  const absolute = "deviance" in fitted || fitted.options.absoluteSigma === true;
  return reach("sharpness", confidence, fitted.degreesOfFreedom, absolute);
}
