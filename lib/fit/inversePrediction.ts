import { bisect } from "../core/roots";
import type { Fit } from "./result";

/** Where to look, and around what. */
export interface InverseOptions {
  /** The part of the x-axis that is searched, from and to: mostly where the data lie. */
  readonly from: number;
  readonly to: number;
  /** Confidence, between 0 and 1. Default 0.95. */
  readonly confidence?: number;
  /** Band that is read backwards: of a new observation (default), or of the curve alone. */
  readonly interval?: "confidence" | "prediction";
}

/** The x at which a fitted curve has a value, with an interval. What lies outside `from` to `to` is infinite. */
export interface InversePrediction {
  /** Where the curve itself has the value; -Infinity or Infinity where it has it before `from` or after `to`. */
  readonly value: number;
  /** Least x whose band holds the value; -Infinity where `from` is among them. */
  readonly lower: number;
  /** Greatest x whose band holds the value; Infinity where `to` is among them. */
  readonly upper: number;
}

/** Places at which the band is read before its crossings are narrowed down. */
const places = 128;

/**
 * Inverse prediction, or calibration: all x whose band holds y,
 *
 *     { x in [from, to] : lower(x) <= y <= upper(x) }
 *
 * and the x at which the curve itself equals y. Nothing is extrapolated: a value that the curve, or an end that the band, reaches only outside of
 * [from, to] is infinite, so that `upper: Infinity` reads "at least `lower`". Where the whole of [from, to] lies below y on a rising curve, `lower` is
 * `to`. `lower` and `upper` have the unit of x.
 *
 * @param fitted a fit by one predictor whose curve only rises or only falls between `from` and `to`
 * @param y value to look up, unit of the data's y
 * @throws RangeError for y that is not finite, from not below to, a confidence outside (0, 1), a curve that does both or neither
 * @example
 * import { curves, fit, inversePrediction, unwrapFit } from "@emergence/lib/fit";
 * const line = unwrapFit(fit(curves.line, [0, 1, 2, 3, 4], [1.1, 2.9, 5, 7.1, 8.9]));
 * inversePrediction(line, 5, { from: 0, to: 4 }).value.toFixed(3); // => "2.000"
 *
 * Source: Seber & Wild 2003, Nonlinear Regression, section 5.5; for a straight line it is Fieller's interval (Draper & Smith 1998, section 3.2).
 */
export function inversePrediction(
  fitted: Fit,
  y: number,
  { from, to, confidence = 0.95, interval = "prediction" }: InverseOptions,
): InversePrediction {
  if (!Number.isFinite(y)) throw new RangeError(`inversePrediction: y is ${y}, needs a finite number`);
  if (!(Number.isFinite(from) && Number.isFinite(to) && from < to)) {
    throw new RangeError(`inversePrediction: from ${from} to ${to}, needs two numbers in rising order`);
  }
  const at = Array.from({ length: places + 1 }, (_, i) => from + ((to - from) * i) / places);
  const { value, lower, upper } = fitted.band(at, { confidence, interval });
  const steps = value.slice(1).map((next, i) => Math.sign(next - (value[i] as number)));
  const rising = steps.includes(1);
  if (rising === steps.includes(-1)) {
    const got = rising ? "rises and falls" : "is flat";
    throw new RangeError(
      `inversePrediction: the curve ${got} between ${from} and ${to}, needs one that only rises or only falls`,
    );
  }
  // One picture for both directions: turned so that the curve rises, the upper edge reaches y first and the lower edge last.
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

/** First x at which `values` reach 0 from below; -Infinity where they begin there, Infinity where they never do. */
function crossing(at: readonly number[], values: readonly number[], gap: (x: number) => number): number {
  const index = values.findIndex((v) => v >= 0);
  if (index === -1) return Infinity;
  return index === 0 ? -Infinity : root(at[index - 1] as number, at[index] as number, gap);
}

/** Last x up to which `values` have been at or below 0; `from` where they never are, Infinity where they end there. */
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
