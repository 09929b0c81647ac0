import type { Numbers } from "../../core/numbers";
import { type Kinds, optionsOf, requireFinite, requireSameLength, requireWhole } from "../../core/require";
import { random } from "../../stats/random";
import { bestJump, jumpsOnSmooth } from "./jumpsOnSmooth";
import { requireScales } from "./scales";

/** Options of `changePointTest`. */
export interface ChangePointOptions {
  /** Null hypothesis: "smooth", a polynomial in x. */
  readonly null?: "smooth";
  /** Degree of that polynomial, at least 1. Default 2. */
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
  const design = jumpsOnSmooth(x, degree);
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

function check(x: Numbers, y: Numbers, degree: number, replicates: number): void {
  requireWhole("changePointTest", "degree", degree);
  requireWhole("changePointTest", "replicates", replicates);
  requireSameLength("changePointTest", { x, y });
  if (x.length < degree + 4) {
    throw new RangeError(`changePointTest: ${x.length} points, needs at least ${degree + 4} for degree ${degree}`);
  }
  requireScales("changePointTest", x, 1);
  for (let i = 0; i < y.length; i++) requireFinite("changePointTest", `y[${i}]`, y[i] as number);
}
