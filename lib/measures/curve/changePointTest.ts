import { max } from "d3-array";
import { dot } from "../../core/linearAlgebra";
import type { Numbers } from "../../core/numbers";
import { type Kinds, optionsOf, requireFinite, requireSameLength, requireWhole } from "../../core/require";
import { random } from "../../stats/random";
import { unit, without } from "./orthonormal";
import { requireScales } from "./scales";

/** Options of `changePointTest`. */
export interface ChangePointOptions {
  /** Null hypothesis: "smooth", a polynomial in x. */
  readonly null?: "smooth";
  /** Degree of that polynomial: 0 for a constant, whose jump is a shift of the mean. Default 2. */
  readonly degree?: number;
  /** Number of curves simulated under the null. Default 999. */
  readonly replicates?: number;
  /** Default 1. */
  readonly seed?: number;
}

/** Kinds of the options, for their check. */
const changePointOptions: Kinds<ChangePointOptions> = {
  null: ["smooth"],
  degree: "number",
  replicates: "number",
  seed: "number",
};

/** Result of the test. */
export interface ChangePointTest {
  /** Proportion of smooth curves with errors of this size whose best jump explains as much. */
  readonly p: number;
  /** Reduction of the residual sum of squares by the best jump, over the remaining sum per degree of freedom: the largest F statistic over all places. */
  readonly statistic: number;
  /** Middle of the gap in which the jump fits best, in the unit of x. */
  readonly place: number;
  /** Height of that jump relative to the smooth curve, in the unit of y. */
  readonly jump: number;
}

/**
 * Test for one jump on top of a smooth curve. Compares the smooth null y = polynomial(x) + error with the same curve plus one jump where it fits best:
 *
 *     F = max over places of (rss_smooth - rss_jump) / (rss_jump / (n - degree - 2))
 *
 * The distribution of F under the null comes from `replicates` simulated smooth curves. F depends on neither the coefficients nor the size of normal errors. So
 * for independent normal errors of equal variance p is exact: p = (1 + number of replicates with F at least as large) / (1 + replicates).
 * A jump needs two points on either side, since a single last point cannot be distinguished from an outlier. A steep smooth rise that the polynomial
 * cannot follow counts as a jump; to distinguish the two see `jumpTest` (@emergence/lib/fit).
 *
 * @param x n scales in increasing order, in which the curve is expected to be smooth (usually log10 of FLOPs)
 * @param y n scores
 * @throws RangeError for ragged or non-finite data, fewer than degree + 4 points, or x that does not increase
 * @example
 * import { changePointTest } from "@emergence/lib/measures";
 * changePointTest([1, 2, 3, 4, 5, 6, 7, 8], [0, 0.02, 0.01, 0.03, 0.9, 0.93, 0.91, 0.94], { seed: 1 }).place; // => 4.5
 *
 * Source: sup-F test, Andrews 1993, Econometrica 61, 821-856; Monte Carlo p value, Dwass 1957, Ann. Math. Statist. 28, 181-187. Its use here is ours.
 */
export function changePointTest(x: Numbers, y: Numbers, options: ChangePointOptions = {}): ChangePointTest {
  const { degree = 2, replicates = 999, seed = 1 } = optionsOf("changePointTest", options, changePointOptions);
  check(x, y, degree, replicates);
  const design = designOf(x, degree);
  const seen = bestJump(design, y);
  const source = random(seed, "changePointTest");
  let asLarge = 0;
  for (let k = 0; k < replicates; k++) {
    const drawn = Float64Array.from(y, () => source.normal());
    if (bestJump(design, drawn).statistic >= seen.statistic) asLarge++;
  }
  const { statistic, at, jump } = seen;
  const place = ((x[at - 1] as number) + (x[at] as number)) / 2;
  return { p: (1 + asLarge) / (1 + replicates), statistic, place, jump };
}

/** Orthonormal smooth columns, and for each place the norm of the jump's column orthogonal to them. */
interface Design {
  readonly smooth: readonly Float64Array[];
  /** By the index of the first point after the jump; 0 where there is none. */
  readonly sizes: Float64Array;
}

function designOf(x: Numbers, degree: number): Design {
  const n = x.length;
  const [first, span] = [x[0] as number, (x[n - 1] as number) - (x[0] as number)];
  const smooth: Float64Array[] = [];
  for (let power = 0; power <= degree; power++) {
    const column = Float64Array.from(x, (value) => ((2 * (value - first)) / span - 1) ** power);
    smooth.push(unit(without(column, smooth)));
  }
  return { smooth, sizes: jumpSizes(smooth, n) };
}

/**
 * Norms of the jumps' columns orthogonal to the smooth ones. A jump is a constant minus its first part, so that the shorter part has the same norm, and fewer
 * digits are lost. From cumulative sums, so that n places cost n.
 */
function jumpSizes(smooth: readonly Float64Array[], n: number): Float64Array {
  const sizes = new Float64Array(n);
  const half = n >> 1;
  const fill = (from: number, step: 1 | -1, count: number) => {
    const along = smooth.map(() => 0);
    for (let taken = 1; taken <= count; taken++) {
      const i = from + step * (taken - 1);
      for (const [k, column] of smooth.entries()) along[k] = (along[k] as number) + (column[i] as number);
      const at = step === 1 ? i + 1 : i;
      if (taken >= 2) sizes[at] = Math.sqrt(Math.max(0, taken - along.reduce((sum, part) => sum + part * part, 0)));
    }
  };
  fill(0, 1, half);
  fill(n - 1, -1, n - half);
  return sizes;
}

/** Residuals below this fraction of the largest |y| are rounding. */
const rounded = 2 ** -46;

/** Place at which a jump explains most, by projecting the residuals of the smooth fit on the jump's column. */
function bestJump({ smooth, sizes }: Design, y: Numbers): { statistic: number; at: number; jump: number } {
  const n = y.length;
  // Twice, so that a large mean leaves no rounding behind.
  const rest = without(Float64Array.from(y), smooth);
  const rss = dot(rest, 0, rest, 0, n);
  let best = { statistic: -1, at: 2, jump: 0 };
  // The residuals of a curve that is smooth up to rounding contain no jump.
  const rounding = n * (rounded * (max(y as Iterable<number>, Math.abs) as number)) ** 2;
  let before = rest[0] as number;
  for (let at = 2; at <= n - 2; at++) {
    // The residuals add up to 0 and have no smooth part: those before the jump tell how far they follow its column.
    before += rest[at - 1] as number;
    const size = sizes[at] as number;
    const along = -before / size;
    const left = Math.max(0, rss - along * along) / (n - smooth.length - 1);
    const statistic = rss <= rounding ? 0 : (along * along) / left;
    if (statistic > best.statistic) best = { statistic, at, jump: along / size };
  }
  return best;
}

function check(x: Numbers, y: Numbers, degree: number, replicates: number): void {
  requireWhole("changePointTest", "degree", degree, 0);
  requireWhole("changePointTest", "replicates", replicates);
  requireSameLength("changePointTest", { x, y });
  if (x.length < degree + 4) {
    throw new RangeError(`changePointTest: ${x.length} points, needs at least ${degree + 4} for degree ${degree}`);
  }
  requireScales("changePointTest", x, 1);
  for (let i = 0; i < y.length; i++) requireFinite("changePointTest", `y[${i}]`, y[i] as number);
}
