import { max } from "d3-array";
import { interval, isAnswer, no, pText, text, undecided, yes } from "../judging/answers";
import { operational } from "../judging/define";
import type { Definition } from "../types";
import { foretellingOf, spreadOf } from "./foretelling";

/** Level at which the whole must tell something at all. */
const alpha = 0.05;

/** No part by itself explains the whole. */
export const cset: Definition = operational({
  id: "cset",
  author: "CSET",
  year: 2024,
  name: "not explained part by part",
  sense: "complexSystems",
  paraphrase: "A system, such as a social network, that is not explained by a look at its parts.",
  source:
    "Woodside, 16 April 2024, Emergent abilities in large language models: an explainer, Center for Security and Emerging Technology, as quoted by Haimes 2024, who names another author; only its opening read. One part at a time is our reading; its own subject, unpredictable jumps, is not this row",
  threshold: {
    value: 0.5,
    unit: "share",
    text: "The best single unit tells less than half of what all units together tell of the macroscopic variable next, by the 95 % interval of the ratio: with half or more, one part explains most of it.",
  },
  rule(known, limit) {
    const found = foretellingOf(known);
    if (isAnswer(found)) return found;
    const { whole, units, p, bias, resampled } = found;
    if (units.length < 2) return undecided("One unit is no whole of parts.");
    if (!(p <= alpha && whole > 0))
      return undecided(`The whole tells nothing of what comes: ${text(whole)} bits, ${pText(p)}.`);
    const ratio = (max(units) as number) / whole;
    const ratios = resampled.map(
      (one) =>
        (max(one.units, (bits, i) => bits - (bias.units[i] as number)) as number) /
        Math.max(one.whole - bias.whole, whole / 10),
    );
    const error = spreadOf(ratios);
    const ends = { lower: ratio - 1.96 * error, upper: ratio + 1.96 * error };
    const said = `the best unit tells ${text(ratio)} (95 % ${interval(ends)}) of the ${text(whole)} bits that all tell`;
    if (ends.upper < limit) return yes(`No part explains it: ${said}.`, ratio);
    if (ends.lower > limit) return no(`One part explains it: ${said}.`, ratio);
    return undecided(`The interval holds ${text(limit)}: ${said}.`, ratio);
  },
});
