import { acceleration } from "../../measures/curve/acceleration";
import { type Curve, curveOf } from "../evidence/curve";
import { interval, isAnswer, needs, no, text, undecided, yes } from "../judging/answers";
import { operational } from "../judging/define";
import type { Definition } from "../types";

/** Faster than the scaling law of the pass rate. */
export const hu: Definition = operational({
  id: "hu",
  author: "Hu et al.",
  year: 2023,
  name: "faster than its law",
  sense: "machineLearning",
  rogers: 3,
  paraphrase:
    "With resolution fine enough, pass rates follow a law of size long before they can be seen. What rises faster than that law is accelerated emergence.",
  source:
    "Hu et al. 2023, Predicting emergent abilities with infinite resolution evaluation (PassUntil), arXiv 2310.03262, section 6, definition 1: concave is accelerated. Interval and limit are ours, and so is taking off what is guessed, where they keep to tasks that nobody passes by guessing",
  threshold: {
    value: 0.25,
    unit: "bend",
    text: "Bend of ln(-ln pass rate) over ln scale, its distance from the chord at the middle of the range: accelerated if the 95 % interval lies below 0. No emergence if it lies above 0, or within .25 of 0, which is a curvature of .1 over two decades, the smallest that the kit's simulations tell from none.",
  },
  rule(known, limit) {
    const curve = curveOf(known);
    if (isAnswer(curve)) return curve;
    if (!curve.log) return needs("a scale whose ratios count");
    if (curve.chance === undefined) return undecided("The score of guessing is not known.");
    const rates = ratesOf(curve, curve.chance);
    if (typeof rates === "string") return undecided(rates);
    const found = acceleration(curve.scale, rates.y, rates.trials === undefined ? {} : { trials: rates.trials });
    if (found.kind === "failed") return undecided(`No curvature: ${found.reason}.`);
    const unit = (curve.span * Math.LN10) ** 2 / 8;
    const bend = found.curvature.mean * unit;
    const ends = { lower: found.curvature.lower * unit, upper: found.curvature.upper * unit };
    const said = `bend of ln(-ln pass rate) 95 % ${interval(ends)}`;
    if (ends.upper < 0) return yes(`Accelerated: ${said}.`, bend);
    if (ends.lower > 0) return no(`Slower than its law: ${said}.`, bend);
    if (ends.lower > -limit && ends.upper < limit) return no(`As its law says: ${said}, within ${limit} of 0.`, bend);
    return undecided(`Law or not: ${said}.`, bend);
  },
});

/** Pass rates without what is guessed, or why there are none. Counts stay counts only where nothing is guessed. */
function ratesOf(
  { y, uncertainty }: Curve,
  chance: number,
): { y: readonly number[]; trials?: readonly number[] } | string {
  if (chance === 0 && uncertainty.kind === "counts")
    return {
      y: y.map((_, i) => (uncertainty.successes[i] as number) / (uncertainty.trials[i] as number)),
      trials: uncertainty.trials,
    };
  const above = y.map((score) => (score - chance) / (1 - chance));
  const odd = above.findIndex((rate) => !(rate > 0 && rate < 1));
  if (odd < 0) return { y: above };
  return `Less what is guessed score ${odd + 1} is ${text(above[odd] as number)}: outside 0 to 1 the law says nothing, and on the ends only counts do.`;
}
