import { requireCount } from "../core/counts";
import type { Interval } from "../core/estimate";
import { type Kinds, optionsOf, requireInside, requireWhole } from "../core/require";
import { bisect } from "../core/roots";
import { binomialSurvival } from "../stats/binomialSurvival";

/** Kinds of the options, for their check. */
const clopperPearsonOptions: Kinds<{ readonly confidence?: number }> = { confidence: "number" };

/**
 * The exact interval for the proportion that `successes` k of `trials` n estimate: all p that neither one-sided binomial test rejects,
 *
 *     P(K >= k | lower) = (1 - confidence) / 2,   P(K <= k | upper) = (1 - confidence) / 2
 *
 * with lower = 0 for k = 0 and upper = 1 for k = n. It covers the true proportion at least as often as `confidence` says, for any p and n, and is
 * therefore wider than `wilson`, which does so on average over p.
 *
 * @param successes whole number from 0 to trials
 * @param trials whole number from 1
 * @param options `confidence`, above 0 and below 1, default .95
 * @throws RangeError for a count or confidence out of range
 * @example
 * import { clopperPearson } from "@emergence/lib/metrics";
 * clopperPearson(0, 10).upper.toFixed(6); // => "0.308497"
 *
 * Source: Clopper & Pearson 1934, Biometrika 26, 404.
 */
export function clopperPearson(
  successes: number,
  trials: number,
  options: { readonly confidence?: number } = {},
): Interval {
  const { confidence = 0.95 } = optionsOf("clopperPearson", options, clopperPearsonOptions);
  requireWhole("clopperPearson", "trials", trials);
  const count = requireCount("clopperPearson", "successes", successes, trials);
  requireInside("clopperPearson", "confidence", confidence);
  const tail = (1 - confidence) / 2;
  return {
    lower: count === 0 ? 0 : bisect((p) => binomialSurvival(count, trials, p) < tail, 0, 1).upper,
    upper: count === trials ? 1 : 1 - bisect((q) => binomialSurvival(trials - count, trials, q) < tail, 0, 1).upper,
  };
}
