import { type Kinds, optionsOf, requireFinite, requireInside } from "../../core/require";
import { bisect } from "../../core/roots";
import { requireFit } from "../result/requireFit";
import type { BinomialFit, Fit } from "../result/result";

/** Options of `inversePrediction`. */
export interface InverseOptions {
  /** Range of x that is searched, usually the range of the data. */
  readonly from: number;
  readonly to: number;
  /** Confidence, between 0 and 1. Default 0.95. */
  readonly confidence?: number;
  /** Band that is inverted: of a new observation ("prediction", default), or of the curve ("confidence"). */
  readonly interval?: "confidence" | "prediction";
}

/** The x at which a fitted curve takes a value, with an interval. Values outside `from` to `to` are infinite. */
export interface InversePrediction {
  /** x at which the curve itself takes the value; -Infinity or Infinity if that is before `from` or after `to`. */
  readonly value: number;
  /** Smallest x whose band contains the value; -Infinity if that is `from`. */
  readonly lower: number;
  /** Largest x whose band contains the value; Infinity if that is `to`. */
  readonly upper: number;
}

/** Kinds of the options, for their check. */
const inverseOptions: Kinds<InverseOptions> = {
  from: "number",
  to: "number",
  confidence: "number",
  interval: ["confidence", "prediction"],
};

/** Number of x at which the band is evaluated before its crossings are bisected. */
const places = 128;

/**
 * Inverse prediction, or calibration: all x whose band contains y,
 *
 *     { x in [from, to] : lower(x) <= y <= upper(x) }
 *
 * and the x at which the curve itself equals y. Nothing is extrapolated: an x outside of [from, to] is given as infinite, so that `upper: Infinity`
 * reads "at least `lower`". If a rising curve is below y on all of [from, to], `lower` is `to`. `lower` and `upper` have the unit of x.
 *
 * @param fitted a fit with one predictor, whose curve is monotonic between `from` and `to`; of a fit to counts, y is a proportion, and its x a threshold
 * @param y value to look up, unit of the data's y
 * @throws RangeError for y that is not finite, from not below to, a confidence outside (0, 1), a curve that is flat or not monotonic
 * @example
 * import { curves, fit, inversePrediction, unwrapFit } from "@emergence/lib/fit";
 * const line = unwrapFit(fit(curves.line, [0, 1, 2, 3, 4], [1.1, 2.9, 5, 7.1, 8.9]));
 * inversePrediction(line, 5, { from: 0, to: 4 }).value.toFixed(3); // => "2.000"
 *
 * Source: Seber & Wild 2003, Nonlinear Regression, section 5.5; for a straight line it is Fieller's interval (Draper & Smith 1998, section 3.2).
 */
export function inversePrediction(fitted: Fit | BinomialFit, y: number, options: InverseOptions): InversePrediction {
  requireFit("inversePrediction", "fitted", fitted);
  const {
    from,
    to,
    confidence = 0.95,
    interval = "prediction",
  } = optionsOf("inversePrediction", options, inverseOptions);
  requireInside("inversePrediction", "confidence", confidence);
  requireFinite("inversePrediction", "y", y);
  if (!(Number.isFinite(from) && Number.isFinite(to) && from < to)) {
    throw new RangeError(`inversePrediction: from ${from} to ${to}, needs two numbers in rising order`);
  }
  const at = Array.from({ length: places + 1 }, (_, i) => from + ((to - from) * i) / places);
  const { value, lower, upper } = fitted.band(at, { confidence, interval });
  const steps = value.slice(1).map((next, i) => Math.sign(next - (value[i] as number)));
  const rising = steps.includes(1);
  if (rising === steps.includes(-1)) {
    const got = rising ? "rises and falls" : "is flat";
    throw new RangeError(`inversePrediction: the curve ${got} between ${from} and ${to}, needs a monotonic one`);
  }
  // Falling curves are turned upside down: then the upper edge reaches y first and the lower edge last.
  const sign = rising ? 1 : -1;
  const [first, last] = (rising ? [upper, lower] : [lower, upper]).map((edge) => edge.map((v) => sign * (v - y)));
  const key = (rising ? ["upper", "lower"] : ["lower", "upper"]) as ["upper" | "lower", "upper" | "lower"];
  const gap = (name: "value" | "upper" | "lower") => (x: number) =>
    sign * (fitted.band(x, { confidence, interval })[name] - y);
  const middle = value.map((v) => sign * (v - y));
  const curve = crossing(at, middle, gap("value"));
  const start = crossing(at, first as number[], gap(key[0]));
  return {
    value: curve,
    lower: start === Infinity ? to : start,
    upper: fromRight(at, last as number[], gap(key[1]), from),
  };
}

/** First x at which `values` reach 0 from below; -Infinity if they start above, Infinity if they never do. */
function crossing(at: readonly number[], values: readonly number[], gap: (x: number) => number): number {
  const index = values.findIndex((v) => v >= 0);
  if (index === -1) return Infinity;
  return index === 0 ? -Infinity : root(at[index - 1] as number, at[index] as number, gap);
}

/** Last x at which `values` are at or below 0; `from` if they never are, Infinity if they still are at the end. */
function fromRight(at: readonly number[], values: readonly number[], gap: (x: number) => number, from: number): number {
  const index = values.map((v) => v <= 0).lastIndexOf(true);
  if (index === -1) return from;
  return index === at.length - 1 ? Infinity : root(at[index] as number, at[index + 1] as number, gap);
}

/** Where a function that is below 0 at `low` and not at `high` changes its sign, to rounding. */
function root(low: number, high: number, gap: (x: number) => number): number {
  const { lower, upper } = bisect((x) => gap(x) < 0, low, high, { steps: 60 });
  return (lower + upper) / 2;
}
