import { curveOf } from "../evidence/curve";
import { isAnswer, needs, no, undecided, yes } from "../judging/answers";
import { operational } from "../judging/define";
import type { Definition } from "../types";
import { decade, leastSquares, narrow, sharp } from "./width";

/** Emergence that survives the metric. */
export const schaefferMetric: Definition = operational({
  id: "schaefferMetric",
  author: "Schaeffer et al.",
  year: 2023,
  name: "survives the metric",
  sense: "machineLearning",
  rogers: 4,
  paraphrase:
    "An apparent jump that a graded metric of the very same outputs turns into a smooth rise was made by the choice of metric. Only what still jumps under the graded metric has changed in the model.",
  source:
    "Schaeffer, Miranda & Koyejo 2023, arXiv 2304.15004, abstract and sections 2 to 4; turned round: they argue that little survives, and leave open (section 7) that some may",
  threshold: {
    value: decade.value,
    unit: "decades",
    text: `Score and graded metric of the same outputs both sharp, by the same yardstick. ${decade.text}`,
  },
  rule(known, limit) {
    const curve = curveOf(known);
    if (isAnswer(curve)) return curve;
    const { smooth, smoothMetric = "the graded metric" } = known.evidence;
    if (smooth === undefined) return needs("a graded metric of the same outputs (smooth)");
    const score = sharp(known, curve, limit);
    if (score.verdict === "no") return no(`The score itself does not jump. ${score.why}`, score.number);
    const found = known.once("smooth width", () => leastSquares(curve, smooth));
    if (found.kind === "failed") return undecided(`No width of ${smoothMetric}: ${found.reason}.`);
    const graded = narrow(curve, found, limit);
    const why = `The score: ${score.why} ${smoothMetric}: ${graded.why}`;
    if (graded.verdict === "no") return no(why, graded.number);
    return score.verdict === "yes" && graded.verdict === "yes"
      ? yes(why, graded.number)
      : undecided(why, graded.number);
  },
});
