import { requireCounts } from "../../core/counts";
import type { Numbers } from "../../core/numbers";
import { normalCdf } from "../../stats/distributions";
import { countsAt } from "./scales";

/** Test of the largest decline of a curve. */
export interface MonotonicityTest {
  /** Probability of a decline at least as significant between any two scales if all were equally good; Bonferroni over pairs. */
  readonly p: number;
  /** Index of the smaller scale, the better one. */
  readonly from: number;
  /** Index of the larger scale, the worse one. */
  readonly to: number;
  /** Decrease of the proportion of right answers between them; below 0 if every larger scale is better. */
  readonly fall: number;
}

/** The same, where the scales are given. */
export interface MonotonicityTestInX extends MonotonicityTest {
  /** The smaller scale, the better one, in the unit of x. */
  readonly fromX: number;
  /** The larger scale, the worse one, in the unit of x. */
  readonly toX: number;
}

/**
 * Test whether a larger scale is worse than a smaller one by more than chance. For every pair i < j the proportions k / n are compared by the one-sided test
 *
 *     z = (k_i / n_i - k_j / n_j) / sqrt(q (1 - q) (1 / n_i + 1 / n_j)),   q = (k_i + k_j) / (n_i + n_j)
 *
 * The most significant decline is returned, with its p multiplied by the number of pairs. Models that answer the same questions mostly agree on which are hard,
 * so the test is conservative. A curve without a significant decline may be called monotone only within the resolution of its questions.
 *
 * @param x scales in increasing order, at least 2, in the order of arguments of `weiThreshold`; may be left out: the counts are then in order of
 * increasing scale
 * @param successes k_i, right answers, counts; from printed accuracies by `countsFromShares` of @emergence/lib/stats
 * @param trials n_i, questions; one number if it is the same at each scale
 * @throws RangeError for ragged data, fewer than 2 scales, x that does not increase, counts that are not whole
 * @example
 * import { monotonicityTest } from "@emergence/lib/measures";
 * monotonicityTest([8, 9, 10], [10, 80, 60], [100, 100, 100]).toX; // => 10
 *
 * Source: test of two proportions with pooled variance, Fleiss, Levin & Paik 2003, Statistical Methods for Rates and Proportions, section 3.2.
 */
export function monotonicityTest(x: Numbers, successes: Numbers, trials: Numbers | number): MonotonicityTestInX;
export function monotonicityTest(successes: Numbers, trials: Numbers | number): MonotonicityTest;
export function monotonicityTest(
  first: Numbers,
  second: Numbers | number,
  third?: Numbers | number,
): MonotonicityTest | MonotonicityTestInX {
  const caller = "monotonicityTest";
  const { successes, trials } =
    third === undefined ? requireCounts(caller, first, second) : countsAt(caller, first, second as Numbers, third, 2);
  if (successes.length < 2) throw new RangeError(`${caller}: ${successes.length} scales, needs at least 2`);
  let [best, from, to] = [Number.NEGATIVE_INFINITY, 0, 1];
  for (let j = 1; j < successes.length; j++) {
    for (let i = 0; i < j; i++) {
      const z = distance(successes[i] as number, trials[i] as number, successes[j] as number, trials[j] as number);
      if (z > best) [best, from, to] = [z, i, j];
    }
  }
  const pairs = (successes.length * (successes.length - 1)) / 2;
  const share = (i: number): number => (successes[i] as number) / (trials[i] as number);
  const found = { p: Math.min(1, pairs * normalCdf(-best)), from, to, fall: share(from) - share(to) };
  return third === undefined ? found : { ...found, fromX: first[from] as number, toX: first[to] as number };
}

/** Difference of the two proportions, in standard errors; 0 if all or none are right in both. */
function distance(k1: number, n1: number, k2: number, n2: number): number {
  const pooled = (k1 + k2) / (n1 + n2);
  const variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2);
  return variance === 0 ? 0 : (k1 / n1 - k2 / n2) / Math.sqrt(variance);
}
