import { curveOf } from "../evidence/curve";
import { isAnswer, no, undecided, yes } from "../judging/answers";
import { operational } from "../judging/define";
import type { Definition } from "../types";
import { foretold, unforeseen } from "./hendrycks";
import { decade, sharp } from "./width";

/** Sharp and unpredictable. */
export const schaefferTwoFold: Definition = operational({
  id: "schaefferTwoFold",
  author: "Schaeffer et al.",
  year: 2023,
  name: "sharp and unpredictable",
  sense: "machineLearning",
  rogers: 4,
  paraphrase:
    "Abilities called emergent intrigue for two reasons: they go from absent to present as if at one stroke, and at scales that nobody seems to foresee.",
  source:
    "Schaeffer, Miranda & Koyejo 2023, Are emergent abilities of large language models a mirage?, arXiv 2304.15004, introduction (p. 1)",
  threshold: {
    value: decade.value,
    unit: "decades",
    text: `Both at once. Sharp: ${decade.text} Unpredictable: ${foretold.text} The threshold that can be moved is the width.`,
  },
  rule(known, limit) {
    const curve = curveOf(known);
    if (isAnswer(curve)) return curve;
    const [first, second] = [sharp(known, curve, limit), unforeseen(known, curve, foretold.value)];
    const why = `${first.why} ${second.why}`;
    if (first.verdict === "no" || second.verdict === "no") return no(why, first.number);
    return first.verdict === "yes" && second.verdict === "yes" ? yes(why, first.number) : undecided(why, first.number);
  },
});
