import { min } from "d3-array";
import { holm } from "../../measures/curve/holm";
import { weiThreshold } from "../../measures/curve/weiThreshold";
import { type Curve, curveOf } from "../evidence/curve";
import { isAnswer, no, pText, text, undecided, yes } from "../judging/answers";
import { operational } from "../judging/define";
import type { Definition } from "../types";
import { pAbove, presenceOf } from "./presence";

/** Absent from smaller models, present in larger ones. */
export const wei: Definition = operational({
  id: "wei",
  author: "Wei et al.",
  year: 2022,
  name: "absent, then present",
  sense: "machineLearning",
  rogers: 3,
  paraphrase:
    "Smaller models do not have the ability, larger ones have it, so that the smaller do not foretell it: the score stays near chance up to some scale and rises well above chance from there on.",
  source:
    "Wei et al. 2022, Emergent abilities of large language models, TMLR, introduction and section 2 (p. 2); the tests are ours, and ask for above chance where they say well above, and for no surprise",
  threshold: {
    value: 0.05,
    unit: "level",
    text: "A first scale above chance that is not the smallest, with all larger scales above chance too, at 5 % for all scales together (Holm); and the scales before it, taken together, within a tenth of the way from chance to the top. Without the second test too few trials would pass for absence.",
  },
  rule(known, alpha) {
    const curve = curveOf(known);
    if (isAnswer(curve)) return curve;
    if (curve.chance === undefined) return undecided("The score of guessing is not known.");
    const adjusted = adjustedOf(curve, curve.chance, alpha);
    if (adjusted === undefined) return undecided("Neither trials nor errors: whether a score is above chance is open.");
    const first = adjusted.findIndex((p) => p <= alpha);
    const at = (i: number) => text(curve.scale[i] as number);
    const n = curve.y.length;
    if (first < 0) {
      const largest = presenceOf(curve, n - 1, n, alpha);
      const said = `no scale above chance ${text(curve.chance)}, smallest ${pText(min(adjusted) as number)}`;
      return largest?.verdict === "at"
        ? no(`Absent throughout: ${said}.`)
        : undecided(`Not seen: ${said}, and a small ability may hide in so few trials.`);
    }
    if (first === 0)
      return no(
        `Present from the start: at the smallest scale ${text(curve.y[0] as number)}, chance ${text(curve.chance)}.`,
      );
    const later = adjusted.findIndex((p, i) => i > first && p > alpha);
    if (later > 0)
      return no(
        `Not lasting: above chance at scale ${at(first)}, not at ${at(later)} (${pText(adjusted[later] as number)}).`,
      );
    const before = presenceOf(curve, 0, first, alpha);
    const said = `above chance ${text(curve.chance)} from scale ${at(first)} on, ${text(before?.mean ?? Number.NaN)} before`;
    if (before?.verdict === "at") return yes(`Absent, then present: ${said}.`, curve.scale[first]);
    if (before?.verdict === "above") return no(`Present before its threshold: ${said} (${pText(before.p)}).`);
    return undecided(`Present, but its absence before is not shown: ${said}.`);
  },
});

/** p values of the scales, corrected for how many there are. */
function adjustedOf({ x, y, uncertainty }: Curve, chance: number, alpha: number): readonly number[] | undefined {
  if (uncertainty.kind === "counts")
    return weiThreshold(x, uncertainty.successes, uncertainty.trials, { chance, alpha }).adjusted;
  if (uncertainty.kind === "none") return undefined;
  return holm(y.map((score, i) => pAbove(score, uncertainty.error[i] as number, chance)));
}
