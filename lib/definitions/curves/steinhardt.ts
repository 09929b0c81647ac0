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
  rogers: 3,
  paraphrase:
    "More of the same quantity makes a difference in kind. Where that comes sharply it is a phase transition; emergence may be gradual, too.",
  source:
    "Steinhardt 2022, Future ML systems will be qualitatively different, Bounded Regret, opening, which sets out from Anderson 1972. The predicate asks for a narrow rise, and so for what he calls a phase transition: it passes by the emergence that comes gradually",
  threshold: decade,
  rule(known, limit) {
    const curve = curveOf(known);
    return isAnswer(curve) ? curve : sharp(known, curve, limit);
  },
});
