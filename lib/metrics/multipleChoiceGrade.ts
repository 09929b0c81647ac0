import { mean } from "d3-array";
import type { Numbers } from "../core/numbers";
import { requireNumbers } from "../core/require";
import { type Target, targetScores, topOptions } from "./options";

/**
 * Target score of the most likely option: accuracy, if one option scores 1 and the others 0.
 * For tied options it is the mean of their target scores, the expected score of guessing among them.
 *
 * @param scores the model's log-probability (or probability) of each option; only their order matters
 * @param target index of the right option, or a score per option
 * @throws RangeError for NaN, no options, or a target that is not one of them
 * @example
 * import { multipleChoiceGrade } from "@emergence/lib/metrics";
 * multipleChoiceGrade([-0.1, -0.5, -3, -9], [0.5, 0, 0, 0]); // => 0.5
 *
 * Source: BIG-bench's `multiple_choice_grade` (Srivastava et al. 2022), which is the mean over the questions.
 */
export function multipleChoiceGrade(scores: Numbers, target: Target): number {
  requireNumbers("multipleChoiceGrade", "scores", scores);
  const wanted = targetScores("multipleChoiceGrade", target, scores.length);
  const top = topOptions("multipleChoiceGrade", scores);
  return mean(top, (i) => wanted[i] as number) as number;
}
