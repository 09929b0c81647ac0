import { presenceAtLargest } from "../curves/presence";
import { curveOf } from "../evidence/curve";
import { isAnswer, no, undecided, yes } from "../judging/answers";
import { operational } from "../judging/define";
import type { Definition } from "../types";
import { unlearned } from "./learner";

/** Without examples, without training. */
export const lu: Definition = operational({
  id: "lu",
  author: "Lu et al.",
  year: 2023,
  name: "without examples or training",
  sense: "machineLearning",
  rogers: 1,
  paraphrase:
    "An ability counts as emergent if a model is above the random baseline on a task that it was not trained on, and was not shown in its prompt. With examples it is in-context learning, which instruction tuning, they argue, calls up without any.",
  source:
    "Lu et al. 2023, Are emergent abilities in large language models just in-context learning?, arXiv 2309.01809, version 1, as quoted by Haimes 2024, and ACL 2024, 5098-5139, abstract. The predicate does not ask about instruction tuning",
  threshold: {
    value: 0.05,
    unit: "level",
    text: "No examples in the prompt, no training on the task, and a score at the largest scale above chance at 5 %, the usual level. Surely within a tenth of the way from chance is a no.",
  },
  rule(known, alpha) {
    const odd = unlearned(known.evidence);
    if (odd !== undefined) return odd;
    const curve = curveOf(known, 1);
    if (isAnswer(curve)) return curve;
    const { examples, taught } = known.evidence;
    if (examples !== undefined && examples > 0)
      return no(`${examples} examples in the prompt: that is in-context learning.`, examples);
    if (taught === true) return no("The model was trained on this very task.");
    const found = presenceAtLargest(curve, alpha);
    if (found?.verdict === "at") return no(`Not there: ${found.said}.`, found.mean);
    if (examples === undefined) return undecided("How many examples the prompt held is not said.");
    if (taught === undefined) return undecided("Whether the objective trained this task is not said.");
    if (found === undefined)
      return undecided("Without chance, and trials or errors, whether the score is above chance is open.");
    return found.verdict === "above"
      ? yes(`Neither shown nor trained, and there: ${found.said}.`, found.mean)
      : undecided(`Neither shown nor trained, and not surely there: ${found.said}.`, found.mean);
  },
});
