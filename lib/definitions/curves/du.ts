import { lossThreshold } from "../../measures/curve/lossThreshold";
import { curveOf } from "../evidence/curve";
import { isAnswer, needs, no, text, undecided, yes } from "../judging/answers";
import { operational } from "../judging/define";
import type { Definition } from "../types";

/** Curves simulated per test. */
const replicates = 199;
/** Models from which `lossThreshold` finds a steep threshold in 99 of 100 simulations. */
const enough = 12;

/** A threshold in loss. */
export const du: Definition = operational({
  id: "du",
  author: "Du et al.",
  year: 2024,
  name: "threshold in loss",
  sense: "machineLearning",
  rogers: 3,
  paraphrase:
    "An ability is emergent if models have it only below some pre-training loss, whatever their size, so that models of higher loss do not tell when it comes.",
  source:
    "Du, Zeng, Dong & Tang 2024, Understanding emergent abilities of language models from the loss perspective, arXiv 2403.15796, section 4; the tests are ours",
  threshold: {
    value: 0.05,
    unit: "level",
    text: "At chance before a loss, above it after, with a straight line and a smooth curve in loss both rejected at 5 %, the usual level. Without a threshold the answer is no from 12 models on, where a steep one is found in 99 of 100 simulations.",
  },
  rule(known, alpha) {
    const curve = curveOf(known);
    if (isAnswer(curve)) return curve;
    const { loss } = known.evidence;
    const { chance, uncertainty, y } = curve;
    if (loss === undefined) return needs("the pre-training loss of each model (loss)");
    if (chance === undefined) return undecided("The score of guessing is not known.");
    if (uncertainty.kind !== "counts") return undecided("The trials behind the scores are not known.");
    if (chance < 0 || chance >= 1) return needs("shares of right answers");
    if (y.length < 8 || !spread(loss))
      return undecided(`${y.length} models: it takes 8 or more, with three of clearly different loss on either side.`);
    const found = lossThreshold(loss, y, { chance, trials: uncertainty.trials, alpha, replicates });
    if (found.kind === "failed")
      return y.length < enough
        ? undecided(`Of ${y.length} models: ${found.reason}.`)
        : no(`No threshold: ${found.reason}.`);
    const said = `at a loss of ${text(found.loss)}; smooth curve p ${text(found.smooth.p)}, threshold p ${text(found.threshold.p)}`;
    if (found.verdict === "threshold") return yes(`A threshold ${said}.`, found.loss);
    return undecided(
      `A threshold or a smooth curve, ${found.verdict === "neither" ? "and neither fits" : "and both fit"}: ${said}.`,
      found.loss,
    );
  },
});

/** Whether some place in loss has three models on either side, and there are six different losses. */
function spread(loss: readonly number[]): boolean {
  const sorted = [...loss].sort((a, b) => a - b);
  const range = (sorted.at(-1) as number) - (sorted[0] as number);
  const gap = sorted.slice(3, -2).some((one, i) => one - (sorted[i + 2] as number) > range / 100);
  return gap && new Set(loss).size >= 6;
}
