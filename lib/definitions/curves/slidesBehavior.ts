import { curveOf } from "../evidence/curve";
import { isAnswer, needs, undecided } from "../judging/answers";
import { operational } from "../judging/define";
import type { Definition } from "../types";
import { decade, sharp } from "./width";

/** The same, of behavior only. */
export const slidesBehavior: Definition = operational({
  id: "slidesBehavior",
  author: "Juzek",
  year: 2023,
  name: "quality of behavior",
  sense: "machineLearning",
  rogers: 4,
  paraphrase:
    "As quantity into quality, with the word behavior in bold: the new quality must be something that the system does, not something that it has. Water gets a question mark, cars that become traffic do not.",
  source:
    "Juzek 2023, Emergent properties, slides of the FSU seminar, 20 October 2023, Definition. The sentence is that of Wei et al. 2022, who adapted it from Steinhardt; he does not speak of behavior. That water has and cars do is our reading",
  threshold: decade,
  rule(known, limit) {
    const curve = curveOf(known);
    if (isAnswer(curve)) return curve;
    const { observable } = known.evidence;
    if (observable === "attribute") return needs("a behavior: what is measured here is an attribute");
    if (observable === undefined) return undecided("Whether a behavior or an attribute is measured is not said.");
    return sharp(known, curve, limit);
  },
});
