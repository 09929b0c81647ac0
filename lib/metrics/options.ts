import { sum } from "d3-array";
import type { Numbers } from "../core/numbers";
import { requireList, requireNonNegative, requireProportion, requireWhole } from "../core/require";
import { shown } from "../core/shown";

/** The right answer: the index of an option, or a nonnegative score per option. */
export type Target = number | Numbers;

/** Largest distance of the sum of probabilities from 1. */
const slack = 1e-6;

/**
 * Probabilities of the options of a multiple-choice question, from a model's log-probabilities: exp(l_i) / sum_j exp(l_j).
 *
 * @param logProbabilities one per option, in nats, up to a common constant; -Infinity for an impossible option
 * @throws RangeError for NaN, +Infinity, or no possible option
 * @example
 * import { optionProbabilities } from "@emergence/lib/metrics";
 * optionProbabilities([Math.log(0.3), Math.log(0.1)]).map((p) => Number(p.toFixed(12))); // => [0.75, 0.25]
 *
 * Source: BIG-bench (Srivastava et al. 2022) scores calibration on these; a model also assigns probability to other texts.
 */
export function optionProbabilities(logProbabilities: Numbers): number[] {
  const largest = highest("optionProbabilities", logProbabilities);
  if (largest === Number.NEGATIVE_INFINITY) {
    throw new RangeError("optionProbabilities: every option is impossible, needs at least one above -Infinity");
  }
  const weights = Array.from(logProbabilities, (value) => Math.exp(value - largest));
  const total = sum(weights);
  return weights.map((weight) => weight / total);
}

/** Options with the highest score: one, or those that tie. */
export function topOptions(caller: string, scores: Numbers): number[] {
  const largest = highest(caller, scores);
  return Array.from(scores.keys()).filter((i) => scores[i] === largest);
}

function highest(caller: string, scores: Numbers): number {
  requireList(caller, "scores", scores, "an array of numbers");
  if (scores.length === 0) throw new RangeError(`${caller}: no options, needs one or more`);
  let largest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] as number;
    if (typeof score !== "number" || Number.isNaN(score) || score === Number.POSITIVE_INFINITY) {
      throw new RangeError(`${caller}: option ${i} has ${shown(score)}, needs a number below Infinity`);
    }
    largest = Math.max(largest, score);
  }
  return largest;
}

/** Throws unless the numbers are a distribution over the options. */
export function checkProbabilities(caller: string, probabilities: Numbers): void {
  const one: unknown = probabilities;
  if (typeof one === "number")
    throw new RangeError(
      `${caller}: probabilities is ${one}, needs an array of numbers, one per option; a yes with probability p is [1 - p, p]`,
    );
  requireList(caller, "probabilities", probabilities, "an array of numbers");
  if (probabilities.length === 0) throw new RangeError(`${caller}: no options, needs one or more`);
  let total = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const p = probabilities[i] as number;
    requireProportion(caller, `probability[${i}]`, p);
    total += p;
  }
  if (Math.abs(total - 1) > slack) {
    throw new RangeError(
      `${caller}: probabilities sum to ${total}, need 1 for the options of one question: divide each by the sum (of log-probabilities optionProbabilities does it); a yes with probability p is [1 - p, p]`,
    );
  }
}

/** The score of each option: 1 for an index and 0 elsewhere, or the scores as given. */
export function targetScores(caller: string, target: Target, options: number): Numbers {
  if (typeof target === "number") {
    requireWhole(caller, "target", target, 0, options - 1);
    return Array.from({ length: options }, (_, i) => Number(i === target));
  }
  requireList(caller, "target", target, "the index of an option, or an array of scores");
  if (target.length !== options) {
    throw new RangeError(`${caller}: ${target.length} target scores for ${options} options, needs one per option`);
  }
  let total = 0;
  for (let i = 0; i < target.length; i++) {
    const score = target[i] as number;
    requireNonNegative(caller, `target score[${i}]`, score);
    total += score;
  }
  if (total === 0) throw new RangeError(`${caller}: every target score is 0, needs at least one above 0`);
  return target;
}
