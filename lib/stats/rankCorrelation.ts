import type { Numbers } from "../core/numbers";
import { requireFiniteNumbers } from "../core/require";

/** Ranks from 1; equal values share the mean of the ranks that they take up. */
function ranks(values: Numbers): number[] {
  const order = Array.from(values.keys()).sort((a, b) => (values[a] as number) - (values[b] as number));
  const found = new Array<number>(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to] as number] === values[order[from] as number]) to++;
    for (let i = from; i < to; i++) found[order[i] as number] = (from + 1 + to) / 2;
    from = to;
  }
  return found;
}

/**
 * Spearman's rank correlation: how alike two lists order the same items. It is 1 for the same order and -1 for the reverse.
 *
 *     rho = sum (r_i - r) (s_i - s) / sqrt(sum (r_i - r)^2 sum (s_i - s)^2)
 *
 * with r_i and s_i the ranks of x_i and y_i, and r, s their means. Equal values share the mean of their ranks. If x and y are
 * independent, rho scatters about 0 with standard deviation 1 / sqrt(n - 1).
 *
 * @param x at least two finite numbers, not all equal
 * @param y as many
 * @returns a number from -1 to 1
 * @throws RangeError for lists of different lengths, of fewer than two items, of equal items only, or with a number that is not finite
 * @example
 * import { rankCorrelation } from "@emergence/lib/stats";
 * rankCorrelation([1, 2, 3, 4], [1, 10, 100, 50]); // => 0.8
 *
 * Source: Spearman 1904, Am. J. Psychol. 15, 72-101.
 */
export function rankCorrelation(x: Numbers, y: Numbers): number {
  requireFiniteNumbers("rankCorrelation", "x", x);
  requireFiniteNumbers("rankCorrelation", "y", y);
  if (x.length !== y.length || x.length < 2) {
    throw new RangeError(
      `rankCorrelation: x has ${x.length} values, y ${y.length}, needs as many in both, at least two`,
    );
  }
  const middle = (x.length + 1) / 2;
  const [r, s] = [ranks(x), ranks(y)].map((list) => list.map((rank) => rank - middle)) as [number[], number[]];
  const product = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
  const [wide, tall] = [product(r, r), product(s, s)];
  if (wide === 0 || tall === 0) {
    throw new RangeError(`rankCorrelation: all values of ${wide === 0 ? "x" : "y"} are equal, needs some that differ`);
  }
  return product(r, s) / Math.sqrt(wide * tall);
}
