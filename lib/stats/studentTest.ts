import type { Estimate } from "../core/estimate";
import type { Numbers } from "../core/numbers";
import { requireFinite, requireFiniteNumbers } from "../core/require";
import { studentCdf } from "./distributions";

/** A mean with its error, and how surprising it would be if the true mean were the expected one. */
export interface StudentTest extends Estimate {
  /** Distance of the mean from the expected one, in standard errors. */
  readonly t: number;
  readonly degreesOfFreedom: number;
  /** Probability of a distance as large or larger, to either side, if the true mean is the expected one. */
  readonly p: number;
}

/**
 * Student's test of whether independent values, say one a seed, have the expected mean; two-sided.
 *
 *     t = (mean - expected) / standardError,   standardError = s / sqrt(n),   n - 1 degrees of freedom
 *
 * with s the standard deviation of the values (divisor n - 1). Exact for normal values; close for n of ten or more that are not
 * very skewed. Values that do not scatter have an infinite t and p = 0, or t = 0 and p = 1 if they are the expected one.
 *
 * @param values at least two finite numbers
 * @param expected mean under the hypothesis, in the unit of the values; default: 0
 * @throws RangeError for fewer than two values, or a number that is not finite
 * @example
 * import { studentTest } from "@emergence/lib/stats";
 * studentTest([1, 2, 3]).mean; // => 2
 *
 * Source: Student 1908, Biometrika 6, 1-25.
 */
export function studentTest(values: Numbers, expected = 0): StudentTest {
  requireFiniteNumbers("studentTest", "values", values);
  requireFinite("studentTest", "expected", expected);
  const n = values.length;
  if (n < 2) throw new RangeError(`studentTest: ${n} values, needs at least two`);
  const own = Array.from(values);
  const mean = own.reduce((sum, value) => sum + value, 0) / n;
  const squares = own.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const standardError = Math.sqrt(squares / (n - 1) / n);
  const off = mean - expected;
  const t = off === 0 ? 0 : off / standardError;
  const p = Number.isFinite(t) ? Math.min(1, 2 * studentCdf(-Math.abs(t), n - 1)) : 0;
  return { mean, standardError, t, degreesOfFreedom: n - 1, p };
}
