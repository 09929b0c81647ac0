import { dot } from "../../core/linearAlgebra";
import type { Numbers } from "../../core/numbers";
import { requireSameLength, requireWhole } from "../../core/require";
import { random } from "../../stats/random";

/** What `changePointTest` may be told. */
export interface ChangePointOptions {
  /** What the curve is if nothing jumps: "smooth", a polynomial in x. */
  readonly null?: "smooth";
  /** Degree of that polynomial, from 1. Default 2. */
  readonly degree?: number;
  /** Curves drawn from the smooth null. Default 999. */
  readonly replicates?: number;
  /** Default 1. */
  readonly seed?: number;
}

/** What the test says. */
export interface ChangePointTest {
  /** Share of smooth curves with errors of this size whose best jump explains as much. */
  readonly p: number;
  /** Fall of the squares by the best jump, over the squares left per degree of freedom (an F statistic, the largest over places). */
  readonly statistic: number;
  /** Middle of the gap in which the jump fits best, unit of x. */
  readonly place: number;
  /** Height of that jump over the smooth curve, unit of y. */
  readonly jump: number;
}

/**
 * Is one jump on top of a smooth curve more than noise? Holds the smooth null y = polynomial(x) + error against the same with one jump, wherever it fits best:
 *
 *     F = max over places of (rss_smooth - rss_jump) / (rss_jump / (n - degree - 2))
 *
 * and draws F's distribution under the null from `replicates` smooth curves. F depends on neither the coefficients nor the size of normal errors, so for
 * independent normal errors of one size p is exact, not approximate: p = (1 + number of replicates with F at least as large) / (1 + replicates).
 * A jump needs two points on either side: a single last point cannot be told from an outlier. A steep smooth rise that the polynomial cannot follow
 * counts as a jump; whether it is one is `jumpTest`'s question (@emergence/lib/fit).
 *
 * @param x n scales in growing order, where the curve is thought smooth (mostly log10 of FLOPs)
 * @param y n scores
 * @throws RangeError for ragged or non-finite data, fewer than degree + 4 points, x not growing
 * @example
 * import { changePointTest } from "@emergence/lib/measures";
 * changePointTest([1, 2, 3, 4, 5, 6, 7, 8], [0, 0.02, 0.01, 0.03, 0.9, 0.93, 0.91, 0.94], { seed: 1 }).place; // => 4.5
 *
 * Source: sup-F test, Andrews 1993, Econometrica 61, 821-856; Monte Carlo p value, Dwass 1957, Ann. Math. Statist. 28, 181-187. Its use here is ours.
 */
export function changePointTest(
  x: Numbers,
  y: Numbers,
  { degree = 2, replicates = 999, seed = 1 }: ChangePointOptions = {},
): ChangePointTest {
  check(x, y, degree, replicates);
  const jumps = jumpColumns(x, degree);
  const seen = bestJump(jumps, y);
  const source = random(seed);
  let asLarge = 0;
  for (let k = 0; k < replicates; k++) {
    const drawn = Float64Array.from(y, () => source.normal());
    if (bestJump(jumps, drawn).statistic >= seen.statistic) asLarge++;
  }
  const { statistic, at, jump } = seen;
  const place = ((x[at - 1] as number) + (x[at] as number)) / 2;
  return { p: (1 + asLarge) / (1 + replicates), statistic, place, jump };
}

/** Orthonormal smooth columns, and for each place the jump's column with its smooth part taken out. */
interface Design {
  readonly smooth: readonly Float64Array[];
  readonly jumps: readonly { readonly at: number; readonly column: Float64Array; readonly size: number }[];
}

function jumpColumns(x: Numbers, degree: number): Design {
  const n = x.length;
  const [first, span] = [x[0] as number, (x[n - 1] as number) - (x[0] as number)];
  const smooth: Float64Array[] = [];
  for (let power = 0; power <= degree; power++) {
    const column = Float64Array.from(x, (value) => ((2 * (value - first)) / span - 1) ** power);
    smooth.push(unit(without(without(column, smooth), smooth)));
  }
  const jumps = [];
  for (let at = 2; at <= n - 2; at++) {
    const column = without(
      without(
        Float64Array.from(x, (_, i) => Number(i >= at)),
        smooth,
      ),
      smooth,
    );
    const size = Math.sqrt(dot(column, 0, column, 0, n));
    jumps.push({ at, column: unit(column), size });
  }
  return { smooth, jumps };
}

/** Residuals below this share of the largest |y| are rounding. */
const rounded = 2 ** -46;

/** The place where a jump takes up most; y less its smooth part along the jump's own column. */
function bestJump({ smooth, jumps }: Design, y: Numbers): { statistic: number; at: number; jump: number } {
  const n = y.length;
  const rest = without(Float64Array.from(y), smooth);
  const rss = dot(rest, 0, rest, 0, n);
  let best = { statistic: -1, at: 2, jump: 0 };
  // What is left of a curve that is smooth to rounding has no jump in it.
  const rounding = n * (rounded * Math.max(...Array.from(y, Math.abs))) ** 2;
  for (const { at, column, size } of jumps) {
    const along = dot(rest, 0, column, 0, n);
    const left = Math.max(0, rss - along * along) / (n - smooth.length - 1);
    const statistic = rss <= rounding ? 0 : (along * along) / left;
    if (statistic > best.statistic) best = { statistic, at, jump: along / size };
  }
  return best;
}

/** A column less its parts along orthonormal ones. */
function without(column: Float64Array, parts: readonly Float64Array[]): Float64Array {
  const rest = column.slice();
  for (const part of parts) {
    const along = dot(rest, 0, part, 0, rest.length);
    for (let i = 0; i < rest.length; i++) rest[i] = (rest[i] as number) - along * (part[i] as number);
  }
  return rest;
}

function unit(column: Float64Array): Float64Array {
  const size = Math.sqrt(dot(column, 0, column, 0, column.length));
  return column.map((value) => value / size);
}

function check(x: Numbers, y: Numbers, degree: number, replicates: number): void {
  requireWhole("changePointTest", "degree", degree);
  requireWhole("changePointTest", "replicates", replicates);
  requireSameLength("changePointTest", { x, y });
  if (x.length < degree + 4) {
    throw new RangeError(`changePointTest: ${x.length} points, needs at least ${degree + 4} for degree ${degree}`);
  }
  for (let i = 0; i < x.length; i++) {
    const grows = i === 0 || (x[i] as number) > (x[i - 1] as number);
    if (!Number.isFinite(x[i]) || !grows) {
      throw new RangeError(`changePointTest: x is ${x[i]} at ${i}, needs finite scales in growing order`);
    }
    if (!Number.isFinite(y[i])) throw new RangeError(`changePointTest: y is ${y[i]} at ${i}, needs a finite number`);
  }
}
