import { type Kinds, optionsOf, requireFinite, requireInside, shown } from "@emergence/lib/core";
import type { BandOptions } from "@emergence/lib/fit";
import type { FittedCurve } from "./fitted";

export interface CurveOfOptions {
  /** Where the curve begins and ends, in the fit's x. */
  readonly from: number;
  readonly to: number;
  /** Confidence of the band, between 0 and 1; default: 0.95. */
  readonly confidence?: number;
  /** Confidence band of the curve, or prediction band of single observations; default: `"confidence"`. */
  readonly interval?: NonNullable<BandOptions["interval"]>;
  /** The fit's x are powers of ten of what the axis shows: the curve is drawn over `10 ** x`. Default: false. */
  readonly powers?: boolean;
}

/** Kinds of the options, for their check. */
const curveOfOptions: Kinds<CurveOfOptions> = {
  from: "number",
  to: "number",
  confidence: "number",
  interval: ["confidence", "prediction"],
  powers: "boolean",
};

/** Number of points of the curve. */
const count = 80;
/** Seven digits: the same curve in half the bytes. */
const short = (value: number): number => Number(value.toPrecision(7));

/**
 * A fit as the `curve` of a group of points (`points`, `smallMultiples`), with its band: for figures that show more than the data of the fit,
 * or whose fit is over powers of ten.
 *
 * Throws a RangeError for a fit that failed, or `from` that is not below `to`.
 *
 * @example
 * const line = {
 *   kind: "fit" as const,
 *   predict: (x: readonly number[]) => x.map((at) => 2 * at),
 *   band: (x: readonly number[]) => ({ lower: x.map((at) => 2 * at - 1), upper: x.map((at) => 2 * at + 1) }),
 * };
 * const { x, y } = curveOf(line, { from: 1, to: 2, powers: true });
 * [x[0], y[0]]; // => [10, 2]
 */
export function curveOf(
  fit: FittedCurve,
  options: CurveOfOptions,
): { x: number[]; y: number[]; lower: number[]; upper: number[] } {
  const where = "curveOf";
  const {
    from,
    to,
    confidence = 0.95,
    interval = "confidence",
    powers = false,
  } = optionsOf(where, options, curveOfOptions);
  if (fit?.kind !== "fit" || typeof fit.predict !== "function" || typeof fit.band !== "function") {
    throw new RangeError(`${where}: fit is ${shown(fit)}, needs the result of fit or fitBinomial`);
  }
  requireInside(where, "confidence", confidence);
  requireFinite(where, "from", from);
  requireFinite(where, "to", to);
  if (!(from < to)) throw new RangeError(`${where}: from ${from} to ${to}, needs two numbers in rising order`);
  const at = Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
  const { lower, upper } = fit.band(at, { confidence, interval });
  const shorten = (values: ArrayLike<number>) => Array.from(values, short);
  const x = shorten(powers ? at.map((power) => 10 ** power) : at);
  return { x, y: shorten(fit.predict(at)), lower: shorten(lower), upper: shorten(upper) };
}
