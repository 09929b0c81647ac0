import type { Numbers } from "../../core/numbers";
import { requireCounts } from "../../core/require";
import { normalCdf } from "../../stats/distributions";

/** The deepest fall of a curve, tested. */
export interface MonotonicityTest {
  /** Chance of a fall at least as clear between any two scales if all scales were equally good; Bonferroni over pairs. */
  readonly p: number;
  /** Index of the smaller scale, the better one. */
  readonly from: number;
  /** Index of the larger scale, the worse one. */
  readonly to: number;
  /** Share of right answers lost between them; below 0 where every larger scale is better. */
  readonly fall: number;
}

/**
 * Is a larger scale worse than a smaller one, by more than chance? For every pair i < j the shares k / n are compared by the one-sided test of two shares
 *
 *     z = (k_i / n_i - k_j / n_j) / sqrt(q (1 - q) (1 / n_i + 1 / n_j)),   q = (k_i + k_j) / (n_i + n_j)
 *
 * and the clearest fall is reported, its p multiplied by the number of pairs. Models that answer the same questions mostly agree in which are hard, which makes
 * the test cautious. Only a curve without such a fall may be called monotone, and then only as far as its questions can tell.
 *
 * @param successes k_i right answers, by growing scale, at least 2 scales
 * @param trials n_i questions
 * @throws RangeError for ragged data, fewer than 2 scales, counts that are not whole
 * @example
 * import { monotonicityTest } from "@emergence/lib/measures";
 * monotonicityTest([10, 80, 60], [100, 100, 100]).to; // => 2
 *
 * Source: test of two proportions with pooled variance, Fleiss, Levin & Paik 2003, Statistical Methods for Rates and Proportions, section 3.2.
 */
export function monotonicityTest(successes: Numbers, trials: Numbers): MonotonicityTest {
  check(successes, trials);
  let [best, from, to] = [Number.NEGATIVE_INFINITY, 0, 1];
  for (let j = 1; j < successes.length; j++) {
    for (let i = 0; i < j; i++) {
      const z = distance(successes[i] as number, trials[i] as number, successes[j] as number, trials[j] as number);
      if (z > best) [best, from, to] = [z, i, j];
    }
  }
  const pairs = (successes.length * (successes.length - 1)) / 2;
  const share = (i: number): number => (successes[i] as number) / (trials[i] as number);
  return { p: Math.min(1, pairs * normalCdf(-best)), from, to, fall: share(from) - share(to) };
}

/** Standard errors by which the first share lies above the second; 0 where all or none are right in both. */
function distance(k1: number, n1: number, k2: number, n2: number): number {
  const pooled = (k1 + k2) / (n1 + n2);
  const variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2);
  return variance === 0 ? 0 : (k1 / n1 - k2 / n2) / Math.sqrt(variance);
}

function check(successes: Numbers, trials: Numbers): void {
  requireCounts("monotonicityTest", successes, trials);
  if (successes.length < 2) throw new RangeError(`monotonicityTest: ${successes.length} scales, needs at least 2`);
}
