import { mean } from "d3-array";
import type { Numbers } from "../core/numbers";
import { type Target, targetScores, topOptions } from "./options";

/**
 * The target score of the option that the model holds most likely: accuracy, where one option scores 1 and the others 0.
 * Options that tie share: the mean of their target scores, which is what guessing among them earns.
 *
 * @param scores the model's log-probability (or probability) of each option; only their order counts
 * @param target index of the right option, or a score for each
 * @throws RangeError for NaN, no options, or a target that is none of them
 * @example
 * import { multipleChoiceGrade } from "@emergence/lib/metrics";
 * multipleChoiceGrade([-0.1, -0.5, -3, -9], [0.5, 0, 0, 0]); // => 0.5
 *
 * Source: BIG-bench's `multiple_choice_grade` (Srivastava et al. 2022), which gives the mean over the questions.
 */
export function multipleChoiceGrade(scores: Numbers, target: Target): number {
  const wanted = targetScores("multipleChoiceGrade", target, scores.length);
  const top = topOptions("multipleChoiceGrade", scores);
  return mean(top, (i) => wanted[i] as number) as number;
}
