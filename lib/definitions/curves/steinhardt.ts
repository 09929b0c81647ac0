import { curveOf } from "../evidence/curve";
import { isAnswer } from "../judging/answers";
import { operational } from "../judging/define";
import type { Definition } from "../types";
import { decade, sharp } from "./width";

/** Quantity into quality. */
export const steinhardt: Definition = operational({
  id: "steinhardt",
  author: "Steinhardt",
  year: 2022,
  name: "quantity into quality",
  sense: "machineLearning",
  rogers: 4,
  paraphrase:
    "More of the same quantity makes a difference in kind: what the system does changes its quality as the quantity grows.",
  source:
    "Steinhardt 2022, Future ML systems will be qualitatively different, Bounded Regret, which roots it in Anderson 1972. That a difference in kind shows as a narrow rise is our reading",
  threshold: decade,
  rule(known, limit) {
    const curve = curveOf(known);
    return isAnswer(curve) ? curve : sharp(known, curve, limit);
  },
});
