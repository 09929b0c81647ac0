import { wholeMinusParts } from "../../measures/wholeMinusParts";
import { interval, isAnswer, no, text, undecided, yes } from "../judging/answers";
import { operational } from "../judging/define";
import type { Definition } from "../types";
import { foretellingOf, spreadOf } from "./foretelling";

/** E of the slides: what the whole tells less what its parts tell. */
const E = wholeMinusParts({ whole: (bits: number) => bits, parts: (bits: number) => bits });

/** The whole minus the sum of its parts. */
export const slidesFormal: Definition = operational({
  id: "slidesFormal",
  author: "Juzek",
  year: 2023,
  name: "whole minus sum of parts",
  sense: "complexSystems",
  paraphrase:
    "A number for the behavior of the whole minus the sum of numbers for each component: what is left over is emergence.",
  source:
    "Juzek 2023, Emergent properties, slides of 20 October 2023, Definition, step 4, E = G(Y) - sum g(x_i), worded by ChatGPT. The slides leave G and g open; ours are G = I(whole now; macro next), g = I(unit now; macro next)",
  threshold: {
    value: 0,
    unit: "bits",
    text: "E above 0 bits by its 95 % interval, with the bias of counting taken off by permutations: 0 is where the formula itself puts the sum of the parts. Below 0 by its interval is a no.",
  },
  rule(known, limit) {
    const found = foretellingOf(known);
    if (isAnswer(found)) return found;
    const value = E(found.whole, found.units);
    const error = spreadOf(found.resampled.map(({ whole, units }) => E(whole, units)));
    const ends = { lower: value - 1.96 * error, upper: value + 1.96 * error };
    const said = `E ${text(value)} bits (95 % ${interval(ends)})`;
    if (ends.lower > limit) return yes(`More than the sum of its parts: ${said}.`, value);
    if (ends.upper < limit) return no(`Less than the sum of its parts: ${said}.`, value);
    return undecided(`The interval holds ${text(limit)}: ${said}.`, value);
  },
});
