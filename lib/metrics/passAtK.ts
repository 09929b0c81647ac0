import { requireCount } from "../core/counts";
import { requireWhole } from "../core/require";

/**
 * pass@k: the probability that at least one of k answers is right, estimated without bias from n answers to one question of which c are right:
 *
 *     1 - C(n - c, k) / C(n, k)
 *
 * the share of the draws of k among the n answers that hold a right one. The score of a test is its mean over questions. Putting the share c / n into
 * 1 - (1 - p)^k instead gives too small a value.
 *
 * @param successes c, the number of right answers, from 0 to trials
 * @param trials n, the number of answers drawn from the model for this question, a whole number from k
 * @param k number of answers that one may give, a whole number from 1
 * @throws RangeError for a number out of range
 * @example
 * import { passAtK } from "@emergence/lib/metrics";
 * passAtK(2, 5, 2); // => 0.7
 *
 * Source: Chen et al. 2021, Evaluating large language models trained on code, section 2.1.
 */
export function passAtK(successes: number, trials: number, k: number): number {
  requireWhole("passAtK", "trials", trials);
  const right = requireCount("passAtK", "successes", successes, trials);
  requireWhole("passAtK", "k", k, 1, trials);
  if (trials - right < k) return 1;
  // As a product: binomial coefficients of some hundred answers leave the range of numbers.
  let none = 1;
  for (let i = trials - right + 1; i <= trials; i++) none *= (i - k) / i;
  return 1 - none;
}
