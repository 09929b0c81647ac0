import { requireWhole } from "../core/require";
import { binomialSurvival } from "./binomialSurvival";

/**
 * Sign test of pairs that differ, two-sided: the probability of a split at least as uneven if either side were as likely. With n = wins + losses,
 *
 *     p = min(1, 2 P(K >= max(wins, losses))),   K ~ Binomial(n, 1/2)
 *
 * Exact. Pairs that tie are left out. For two models on the same questions, with `wins` those that only the one has right and `losses` those that only the other
 * has, it is McNemar's exact test: questions that both have right, or wrong, do not tell the two apart.
 *
 * @param wins pairs in which the first is better, a whole number from 0
 * @param losses pairs in which the second is better, likewise
 * @returns the probability p; 1 if no pair differs
 * @throws RangeError for counts that are not whole numbers from 0
 * @example
 * import { signTest } from "@emergence/lib/stats";
 * signTest(9, 1).toFixed(4); // => "0.0215"
 *
 * Sources: Conover 1999, Practical Nonparametric Statistics, section 3.4; McNemar 1947, Psychometrika 12, 153-157.
 */
export function signTest(wins: number, losses: number): number {
  requireWhole("signTest", "wins", wins, 0);
  requireWhole("signTest", "losses", losses, 0);
  if (wins + losses === 0) return 1;
  return Math.min(1, 2 * binomialSurvival(Math.max(wins, losses), wins + losses, 0.5));
}
