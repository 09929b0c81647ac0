import { incbet } from "cephes";

/**
 * P(K >= successes) for K successes of `trials` independent trials of chance `p`: how often guessing does at least so well.
 *
 *     P(K >= k) = sum over j >= k of C(n, j) p^j (1 - p)^(n - j) = I_p(k, n - k + 1)
 *
 * Exact, by the incomplete beta function I; no normal approximation.
 *
 * @param successes whole number from 0 to trials
 * @param trials whole number from 1
 * @param p chance of one success, 0 to 1
 * @throws RangeError for other counts or chances
 * @example
 * import { binomialTail } from "@emergence/lib/stats";
 * binomialTail(2, 3, 0.5); // => 0.5
 *
 * Source: Abramowitz & Stegun 1964, 26.5.24.
 */
export function binomialTail(successes: number, trials: number, p: number): number {
  const whole = Number.isInteger(successes) && Number.isInteger(trials);
  if (!(whole && trials >= 1 && successes >= 0 && successes <= trials)) {
    throw new RangeError(
      `binomialTail: ${successes} successes of ${trials} trials, needs whole numbers, 0 <= successes <= trials`,
    );
  }
  if (!(p >= 0 && p <= 1)) throw new RangeError(`binomialTail: chance ${p}, needs one from 0 to 1`);
  if (successes === 0) return 1;
  return p === 0 || p === 1 ? p : incbet(successes, trials - successes + 1, p);
}
