import { requireCount } from "../core/counts";
import type { Interval } from "../core/estimate";
import { type Kinds, optionsOf, requireInside, requireWhole } from "../core/require";
import { wilsonScore } from "../stats/wilsonScore";

/** Kinds of the options, for their check. */
const wilsonOptions: Kinds<{ readonly confidence?: number }> = { confidence: "number" };

/**
 * Wilson's interval for the proportion that `successes` of `trials` estimate: all proportions within z of their own standard errors of the
 * observed one. With p = successes / n and z the normal quantile of (1 + confidence) / 2,
 *
 *     (p + z^2 / 2n +- z sqrt(p (1 - p) / n + z^2 / 4n^2)) / (1 + z^2 / n)
 *
 * Unlike p +- z s it has a width if p is 0 or 1, the case in which an ability is called absent.
 *
 * @param successes whole number from 0 to trials
 * @param trials whole number from 1
 * @param options `confidence`, above 0 and below 1, default .95
 * @throws RangeError for a count or confidence out of range
 * @example
 * import { wilson } from "@emergence/lib/metrics";
 * wilson(0, 100).upper; // => 0.03699349820698568
 *
 * Source: Wilson 1927, J. Am. Stat. Assoc. 22, 209, without continuity correction.
 */
export function wilson(successes: number, trials: number, options: { readonly confidence?: number } = {}): Interval {
  const { confidence = 0.95 } = optionsOf("wilson", options, wilsonOptions);
  checkTrials("wilson", trials);
  const count = requireCount("wilson", "successes", successes, trials);
  requireInside("wilson", "confidence", confidence);
  return wilsonScore(count, trials, confidence);
}

/**
 * Resolution 1 / n of an accuracy on n questions: the smallest accuracy above 0 that can be observed. A model that is right with probability p
 * has accuracy 0 with probability (1 - p)^n, about exp(-n p).
 *
 * @param trials number of questions, a whole number from 1
 * @throws RangeError for a number out of range
 * @example
 * import { resolution } from "@emergence/lib/metrics";
 * resolution(250); // => 0.004
 *
 * Source: Schaeffer, Miranda & Koyejo 2023, section 2.
 */
export function resolution(trials: number): number {
  checkTrials("resolution", trials);
  return 1 / trials;
}

function checkTrials(caller: string, trials: number): void {
  requireWhole(caller, "trials", trials);
}
