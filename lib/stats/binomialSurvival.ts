import { incbet } from "cephes";
import { requireCount } from "../core/counts";
import { requireProportion, requireWhole } from "../core/require";

/**
 * Survival function of the binomial distribution, P(K >= successes): the probability of at least so many successes in `trials` independent trials.
 *
 *     P(K >= k) = sum over j >= k of C(n, j) p^j (1 - p)^(n - j) = I_p(k, n - k + 1)
 *
 * Exact, by the incomplete beta function I; no normal approximation.
 *
 * @param successes whole number from 0 to trials
 * @param trials whole number from 1
 * @param p probability of one success, 0 to 1
 * @throws RangeError for other counts or probabilities
 * @example
 * import { binomialSurvival } from "@emergence/lib/stats";
 * binomialSurvival(2, 3, 0.5); // => 0.5
 *
 * Source: Abramowitz & Stegun 1964, 26.5.24.
 */
export function binomialSurvival(successes: number, trials: number, p: number): number {
  requireWhole("binomialSurvival", "trials", trials);
  const count = requireCount("binomialSurvival", "successes", successes, trials);
  requireProportion("binomialSurvival", "chance", p);
  if (count === 0) return 1;
  return p === 0 || p === 1 ? p : incbet(count, trials - count + 1, p);
}
