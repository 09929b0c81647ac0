import { min } from "d3-array";
import type { Failure } from "../../core/failure";
import { holm } from "../../measures/curve/holm";
import { type Bimodality, bimodality } from "../../measures/seeds/bimodality";
import { successProbability } from "../../measures/seeds/successProbability";
import { type Curve, curveOf } from "../evidence/curve";
import { isAnswer, needs, no, pText, text, undecided, yes } from "../judging/answers";
import { operational } from "../judging/define";
import type { Definition, Judgement } from "../types";

/** Experiments simulated under each curve of the share of lucky seeds. */
const replicates = 199;
/** Samples under each null of the heaps, so many per scale that the smallest p passes the correction for all scales. */
const [fewestSamples, perScale] = [999, 40];
/** Seeds per scale: fewer than 5 show no heaps, and 10 show heaps six standard deviations apart in .77 of experiments. */
const [fewest, enough] = [5, 10];

/** Two heaps over seeds, whose shares change smoothly. */
export const zhao: Definition = operational({
  id: "zhao",
  author: "Zhao et al.",
  year: 2026,
  name: "heaps over seeds",
  sense: "machineLearning",
  rogers: 3,
  paraphrase:
    "A jump over scale is a change of luck: at one scale some seeds have the ability and others do not, and it is the share of lucky seeds that changes, smoothly, with scale. The two kinds may set in at one stroke, at a smaller scale.",
  source:
    "Zhao et al. 2025, Random scaling of emergent capabilities, arXiv 2502.17356, version of February 2026, abstract; the tests are ours",
  threshold: {
    value: 0.05,
    unit: "level",
    text: "Two heaps of scores over seeds at some scale, by the dip at 5 % for all scales together (Holm), and a share of seeds in the upper heap for which a step is rejected at 5 % and a smooth curve is not. One heap everywhere is a no from 10 seeds per scale on, with which heaps six standard deviations apart show in three of four experiments.",
  },
  rule(known, alpha) {
    const curve = curveOf(known);
    if (isAnswer(curve)) return curve;
    const { seeds } = known.evidence;
    if (seeds === undefined) return needs("the scores of several seeds at each scale (seeds)");
    const few = min(seeds, (some) => some.length) as number;
    if (few < fewest) return undecided(`${few} seeds at some scale, and it takes ${fewest} or more.`);
    const found = known.once("heaps", () => {
      const samples = Math.max(fewestSamples, perScale * seeds.length - 1);
      return seeds.map((some) => bimodality(some, { replicates: samples }));
    });
    const [dips, mixtures] = [adjusted(found, "dip"), adjusted(found, "mixture")];
    const least = min(dips) as number;
    if (least <= alpha) return byShare(curve, seeds, found, dips.indexOf(least), alpha);
    const said = `smallest ${pText(least)} of two heaps at ${dips.length} scales, ${few} seeds or more at each`;
    const one = (min(mixtures) as number) > alpha && few >= enough;
    return one ? no(`One heap everywhere: ${said}.`) : undecided(`Two heaps are not seen: ${said}.`);
  },
});

/** p values of a test at all scales, corrected; equal scores show no heaps. */
function adjusted(found: readonly (Bimodality | Failure)[], test: "dip" | "mixture"): number[] {
  return holm(found.map((one) => (one.kind === "failed" ? 1 : one[test].p)));
}

/** Whether the share of seeds in the upper heap changes smoothly. */
function byShare(
  { x, scale }: Curve,
  seeds: readonly (readonly number[])[],
  found: readonly (Bimodality | Failure)[],
  at: number,
  alpha: number,
): Judgement {
  const [low, high] = (found[at] as Bimodality).mixture.heaps;
  const middle = (low.mean + high.mean) / 2;
  const runs = seeds.flatMap((some, i) => some.map((score) => ({ scale: x[i] as number, success: score > middle })));
  const { verdict, direction, smooth, step } = successProbability(runs, { alpha, replicates });
  const said = `two heaps at scale ${text(scale[at] as number)}, about ${text(low.mean)} and ${text(high.mean)}; share of lucky seeds ${direction === "flat" ? "without a trend" : direction}, smooth ${pText(smooth.p)}, step ${pText(step.p)}`;
  if (verdict === "smooth" && direction === "rises") return yes(`Luck that changes smoothly: ${said}.`, middle);
  if (verdict === "step") return no(`The share of lucky seeds jumps too: ${said}.`, middle);
  if (direction === "falls") return no(`Luck that goes: ${said}.`, middle);
  return undecided(`How the share of lucky seeds changes is open: ${said}.`, middle);
}
