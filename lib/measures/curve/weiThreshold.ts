import { min } from "d3-array";
import type { Failure } from "../../core/failure";
import type { Numbers } from "../../core/numbers";
import { type Kinds, optionsOf, requireChance, requireInside } from "../../core/require";
import { binomialSurvival } from "../../stats/binomialSurvival";
import { holm } from "./holm";
import { countsAt } from "./scales";

/** Options of `weiThreshold`. */
export interface WeiOptions {
  /** Proportion right by guessing, from 0 to below 1. */
  readonly chance: number;
  /** Probability of finding any scale above chance if none is (familywise error rate). Default 0.05. */
  readonly alpha?: number;
}

/** Kinds of the options, for their check. */
const weiOptions: Kinds<WeiOptions> = { chance: "number", alpha: "number" };

/** Probability of at least as many right answers by guessing, per scale, before and after Holm's correction. */
interface WeiTests {
  readonly p: readonly number[];
  readonly adjusted: readonly number[];
}

/** The first scale above chance. */
export interface WeiThreshold extends WeiTests {
  readonly kind: "threshold";
  /** Scale, in the unit of x. */
  readonly x: number;
  readonly index: number;
  /** Whether the smallest scale is above chance already: then the definition's "not present in smaller models" cannot be tested. */
  readonly fromTheStart: boolean;
  /** Whether all larger scales are above chance too. */
  readonly lasting: boolean;
}

/** No scale is above chance. */
export interface FailedThreshold extends WeiTests, Failure {}

/**
 * Wei's threshold, by a test: the smallest scale at which the proportion of right answers is above chance. At each scale
 *
 *     p_i = P(K >= k_i),   K ~ Binomial(n_i, chance)
 *
 * with `k_i` right answers to `n_i` questions. The p values are corrected by Holm's method, so `alpha` holds for all scales together. An ability is emergent
 * in Wei's sense if there is a threshold that is `lasting` and not `fromTheStart`. If chance is 0 a single right answer is above it.
 *
 * @param x scales in increasing order (parameters, FLOPs or their logarithm)
 * @param successes k_i, right answers, counts; from printed accuracies by `countsFromShares` of @emergence/lib/stats
 * @param trials n_i, questions; one number if it is the same at each scale
 * @throws RangeError for ragged or empty data, x that does not increase, counts that are not whole, chance or alpha out of range
 * @example
 * import { weiThreshold } from "@emergence/lib/measures";
 * const found = weiThreshold([21, 22, 23, 24], [26, 24, 55, 90], [100, 100, 100, 100], { chance: 0.25 });
 * found.kind === "threshold" && found.x; // => 23
 *
 * Source: Wei et al. 2022, Emergent abilities of large language models (the definition); Holm 1979, Scand. J. Statist. 6, 65-70. The test is ours.
 */
export function weiThreshold(
  x: Numbers,
  successes: Numbers,
  trials: Numbers | number,
  options: WeiOptions,
): WeiThreshold | FailedThreshold {
  const { chance, alpha = 0.05 } = optionsOf("weiThreshold", options, weiOptions);
  const counts = countsAt("weiThreshold", x, successes, trials, 1);
  requireChance("weiThreshold", "chance", chance);
  requireInside("weiThreshold", "alpha", alpha);
  const p = counts.successes.map((k, i) => binomialSurvival(k, counts.trials[i] as number, chance));
  const adjusted = holm(p);
  const index = adjusted.findIndex((value) => value <= alpha);
  if (index < 0) {
    const reason = `none of ${p.length} scales is above chance ${chance} at alpha ${alpha}: smallest p ${min(adjusted)?.toPrecision(2)}`;
    return { kind: "failed", reason, p, adjusted };
  }
  const lasting = adjusted.slice(index).every((value) => value <= alpha);
  return { kind: "threshold", x: x[index] as number, index, fromTheStart: index === 0, lasting, p, adjusted };
}
