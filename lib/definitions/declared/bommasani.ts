import { presenceAtLargest } from "../curves/presence";
import { curveOf } from "../evidence/curve";
import { isAnswer, no, undecided, yes } from "../judging/answers";
import { operational } from "../judging/define";
import type { Definition } from "../types";
import { unlearned } from "./learner";

/** Induced, not constructed. */
export const bommasani: Definition = operational({
  id: "bommasani",
  author: "Bommasani et al.",
  year: 2021,
  name: "induced, not constructed",
  sense: "machineLearning",
  rogers: 1,
  paraphrase:
    "What a system does is brought about implicitly, and not built in on purpose: in-context learning was neither trained for nor expected.",
  source:
    "Bommasani et al. 2021, On the opportunities and risks of foundation models, arXiv 2108.07258, introduction (p. 3; on in-context learning p. 5), as others quote it; whether it was expected is not asked",
  threshold: {
    value: 0.05,
    unit: "level",
    text: "The objective did not train this very task, and the score at the largest scale is above chance at 5 %, the usual level. Surely within a tenth of the way from chance is a no.",
  },
  rule(known, alpha) {
    const odd = unlearned(known.evidence);
    if (odd !== undefined) return odd;
    const curve = curveOf(known, 1);
    if (isAnswer(curve)) return curve;
    const { taught } = known.evidence;
    if (taught === true) return no("The objective trained this very task.");
    const found = presenceAtLargest(curve, alpha);
    if (found?.verdict === "at") return no(`Nothing was induced: ${found.said}.`, found.mean);
    if (taught === undefined) return undecided("Whether the objective trained this task is not said.");
    if (found === undefined)
      return undecided("Without chance, and trials or errors, whether the score is above chance is open.");
    return found.verdict === "above"
      ? yes(`Not trained for, and there: ${found.said}.`, found.mean)
      : undecided(`Not trained for, and not surely there: ${found.said}.`, found.mean);
  },
});
