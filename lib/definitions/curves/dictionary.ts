import { curveOf } from "../evidence/curve";
import { isAnswer, no, pText, text, undecided, yes } from "../judging/answers";
import { operational } from "../judging/define";
import type { Definition } from "../types";
import { changeOf } from "./change";

/** Something comes to be. */
export const dictionary: Definition = operational({
  id: "dictionary",
  author: "Cambridge Dictionary",
  year: 2024,
  name: "comes to be",
  sense: "dictionary",
  paraphrase:
    "Something that was not there, or not known, comes to be there, or known. Nothing is asked about how fast or why.",
  source: "Cambridge Dictionary, entry emergence, as quoted by Haimes 2024, Let's talk about emergence; not looked up",
  threshold: {
    value: 0.05,
    unit: "level",
    text: "The last third of the scores above the first third, one-sided at 5 %: the usual level, on the side that coming to be asks for. Thirds leave the middle out, where a curve is on its way.",
  },
  rule(known, alpha) {
    const curve = curveOf(known);
    if (isAnswer(curve)) return curve;
    const change = changeOf(known, curve);
    if (change === undefined) return undecided(`${curve.y.length} scores without trials or errors.`);
    const said = `last third ${text(change.last)}, first third ${text(change.first)}`;
    if (change.up <= alpha) return yes(`More than before: ${said}, ${pText(change.up)}.`, change.difference);
    if (change.difference <= 0) return no(`No more than before: ${said}.`, change.difference);
    return undecided(`More, but not beyond its error: ${said}, ${pText(change.up)}.`, change.difference);
  },
});
