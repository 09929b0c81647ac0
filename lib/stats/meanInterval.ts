import { mean, variance } from "d3-array";
import type { Interval } from "../core/estimate";
import type { Numbers } from "../core/numbers";
import { type Kinds, optionsOf, requireFiniteNumbers, requireInside } from "../core/require";
import { studentCdf, studentQuantile } from "./distributions";

/** A mean with its interval. */
export interface MeanInterval extends Interval {
  /** The mean. */
  readonly value: number;
  /** Probability of a mean so far from 0, either way, if the true mean is 0. */
  readonly p: number;
}

const meanIntervalOptions: Kinds<{ readonly confidence?: number }> = { confidence: "number" };

/**
 * Mean of independent values with Student's interval: tasks, seeds, pairs. For values that follow one another in time see `blockMean`.
 *
 *     mean -+ t_(n - 1) sqrt(s^2 / n),   s^2 the variance of the sample
 *
 * @param values at least two, not all equal, each of a unit of its own
 * @param options `confidence`, default .95
 * @throws RangeError for fewer than two values or values that do not differ, a value that is not finite, or a confidence out of range
 * @example
 * import { meanInterval } from "@emergence/lib/stats";
 * meanInterval([1, 2, 3]).upper.toFixed(3); // => "4.484"
 *
 * Source: Student 1908, Biometrika 6, 1-25.
 */
export function meanInterval(values: Numbers, options: { readonly confidence?: number } = {}): MeanInterval {
  requireFiniteNumbers("meanInterval", "values", values);
  const { confidence = 0.95 } = optionsOf("meanInterval", options, meanIntervalOptions);
  requireInside("meanInterval", "confidence", confidence);
  const n = values.length;
  if (n < 2) throw new RangeError(`meanInterval: ${n} values, needs at least 2`);
  const value = mean(values) as number;
  const error = Math.sqrt((variance(values) as number) / n);
  if (!(error > 0)) throw new RangeError(`meanInterval: ${n} equal values, needs values that differ`);
  const half = error * studentQuantile((1 + confidence) / 2, n - 1);
  return { value, lower: value - half, upper: value + half, p: 2 * studentCdf(-Math.abs(value) / error, n - 1) };
}
