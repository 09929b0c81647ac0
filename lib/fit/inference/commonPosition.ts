import { minIndex, sum } from "d3-array";
import type { Numbers } from "../../core/numbers";
import {
  type Kinds,
  optionsOf,
  requireFinite,
  requireFiniteNumbers,
  requireList,
  requireSameLength,
} from "../../core/require";
import { requireFit } from "../result/requireFit";
import type { Fit } from "../result/result";

/** Options of `commonPosition`: the range of x that is searched. */
export interface PositionOptions {
  readonly from: number;
  readonly to: number;
}

/** The one x that describes several values best, and what it leaves over. */
export interface CommonPosition {
  /** The x at which the curves together come nearest to the values. */
  readonly x: number;
  /** Sum of squared residuals there, each in units of its curve's sigma. */
  readonly squares: number;
  /** Value less curve there, in units of each curve's sigma. */
  readonly residuals: number[];
}

/** Kinds of the options, for their check. */
const positionOptions: Kinds<PositionOptions> = { from: "number", to: "number" };

/** Places of the first search, and halvings of the second: the squares may have several valleys where curves saturate. */
const places = 512;
const halvings = 40;

/**
 * Is one number enough? The single x from which several fitted curves f_1 ... f_m foretell the values y_1 ... y_m best,
 *
 *     min over x in [from, to] of  Q(x) = sum_j ((y_j - f_j(x)) / sigma_j)^2
 *
 * with sigma_j the residual standard deviation of curve j. If one number describes the thing measured and residuals are independent and normal,
 * the least Q is distributed about as chi squared with m - 1 degrees of freedom.
 *
 * @param fits curves over the same x, one predictor each
 * @param values one value per curve, in the unit of its y
 * @throws RangeError for fewer than two curves, another number of values, values that are not finite, a curve without residual error, from not below to
 * @example
 * import { commonPosition, curves, fit, unwrapFit } from "@emergence/lib/fit";
 * const x = [0, 1, 2, 3];
 * const both = [[0.1, 0.9, 2.1, 2.9], [0, 2.1, 3.9, 6]].map((y) => unwrapFit(fit(curves.line, x, y)));
 * commonPosition(both, [1.5, 3], { from: 0, to: 3 }).x.toFixed(2); // => "1.50"
 *
 * Source: the effective compute of one model over several benchmarks, as in Ruan, Maddison & Hashimoto 2024, with one dimension and fixed curves.
 */
export function commonPosition(fits: readonly Fit[], values: Numbers, options: PositionOptions): CommonPosition {
  const where = "commonPosition";
  requireList(where, "fits", fits);
  Array.from(fits).forEach((one, j) => {
    requireFit(where, `fits[${j}]`, one);
    if (!(one.sigma > 0 && one.sigma < Infinity)) {
      throw new RangeError(`${where}: fits[${j}] has a sigma of ${one.sigma}, needs a curve with residual error`);
    }
  });
  requireFiniteNumbers(where, "values", values);
  requireSameLength(where, { fits, values });
  if (fits.length < 2) throw new RangeError(`${where}: ${fits.length} curves, needs at least 2`);
  const { from, to } = optionsOf(where, options, positionOptions);
  requireFinite(where, "from", from);
  requireFinite(where, "to", to);
  if (!(from < to)) throw new RangeError(`${where}: from ${from} to ${to}, needs two numbers in rising order`);
  const residualsAt = (x: number) => fits.map((one, j) => ((values[j] as number) - one.predict(x)) / one.sigma);
  const squaresAt = (x: number) => sum(residualsAt(x), (r) => r * r);
  const step = (to - from) / places;
  const columns = fits.map((one) => one.predict(Array.from({ length: places + 1 }, (_, i) => from + i * step)));
  const squares = Array.from({ length: places + 1 }, (_, i) =>
    sum(columns, (column, j) => (((values[j] as number) - (column[i] as number)) / (fits[j] as Fit).sigma) ** 2),
  );
  const best = minIndex(squares);
  let [low, high] = [Math.max(from, from + (best - 1) * step), Math.min(to, from + (best + 1) * step)];
  for (let i = 0; i < halvings; i += 1) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
    if (squaresAt(a) < squaresAt(b)) high = b;
    else low = a;
  }
  const x = (low + high) / 2;
  return { x, squares: squaresAt(x), residuals: residualsAt(x) };
}
