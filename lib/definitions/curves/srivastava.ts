import { breakthroughness } from "../../measures/curve/breakthroughness";
import { linearity } from "../../measures/curve/linearity";
import { straightLineScore } from "../../measures/curve/straightLineScore";
import { curveOf } from "../evidence/curve";
import { isAnswer, no, text, yes } from "../judging/answers";
import { operational } from "../judging/define";
import type { Definition } from "../types";

/** Breakthrough beyond a straight line. */
export const srivastava: Definition = operational({
  id: "srivastava",
  author: "Srivastava et al.",
  year: 2022,
  name: "breakthrough",
  sense: "machineLearning",
  rogers: 4,
  paraphrase:
    "Some tasks improve steadily with scale; on others scores stay where they are and then rise at one scale. The pair of scores, linearity and breakthroughness, tells them apart.",
  source:
    "Srivastava et al. 2022, Beyond the imitation game (BIG-bench), arXiv 2206.04615, appendix B, not read in the original; breakthroughness is as code of others has it. The limits are ours",
  threshold: {
    value: 0.5,
    unit: "linearity",
    text: "Breakthroughness above that of a straight line over as many scales, and linearity at most .5. Of a curve that only rises the square of linearity is the share of steps over which the rise is spread, so .5 means a quarter of them, as for the width elsewhere. A single jump reaches it from five scales on. The pair has no error: none is tested.",
  },
  rule(known, limit) {
    const curve = curveOf(known, 5);
    if (isAnswer(curve)) return curve;
    const found = breakthroughness(curve.y);
    if (found.kind === "failed") return no("Flat: all scores are equal.");
    const [straight, line] = [linearity(curve.y), straightLineScore(curve.y.length)];
    const said = `breakthroughness ${text(found.value)}, a straight line ${line}; linearity ${text(straight)}, limit ${text(limit)}`;
    if (found.sign < 0) return no(`It falls: ${said}.`, straight);
    if (found.value > line && straight <= limit) return yes(`A breakthrough: ${said}.`, straight);
    return no(`No breakthrough: ${said}.`, straight);
  },
});
