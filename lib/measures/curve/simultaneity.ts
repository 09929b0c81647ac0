import { min, minIndex } from "d3-array";
import type { Interval } from "../../core/estimate";
import type { Failure } from "../../core/failure";
import type { Numbers } from "../../core/numbers";
import {
  type Kinds,
  optionsOf,
  requireFiniteNumbers,
  requireIncreasing,
  requireInside,
  requireList,
  requireSameLength,
  requireWhole,
} from "../../core/require";
import { centralInterval } from "../../stats/centralInterval";
import { random } from "../../stats/random";
import { type Changed, memoryOf, noise, redrawn, residualsOf } from "./redrawnRises";
import { bestRise, type Rises, risesOnLines } from "./rises";

/** Options of `simultaneity`. */
export interface SimultaneityOptions {
  /** Checkpoints in increasing order (steps or their logarithm). Default 0, 1, 2, ... */
  readonly x?: Numbers;
  /** Level of all tests. Default 0.05. */
  readonly alpha?: number;
  /** Confidence of the intervals. Default 0.95. */
  readonly confidence?: number;
  /** Number of curves simulated per test, and of bootstrap curves. Default 999. */
  readonly replicates?: number;
  /** Default 1. */
  readonly seed?: number;
}

/** Kinds of the options, for their check. */
const simultaneityOptions: Kinds<SimultaneityOptions> = {
  x: "numbers",
  alpha: "number",
  confidence: "number",
  replicates: "number",
  seed: "number",
};

/** Where a curve changes, with its bootstrap interval, and the p of its being a straight line. */
export interface ChangePlace extends Interval {
  readonly place: number;
  readonly p: number;
}

/** The place of a task, and how long after the structure's it comes. */
export interface TaskChange extends ChangePlace {
  /** Index of the task's curve. */
  readonly task: number;
  /** Place of the task minus that of the structure, in the unit of x: above 0 the task follows. */
  readonly lag: Interval & { readonly value: number };
}

/** Whether the change points of tasks coincide with that of a structure score. */
export interface Simultaneity {
  readonly kind: "simultaneity";
  /**
   * "simultaneous": nearer than by accident, and no lag is seen. "near": nearer than by accident, with a lag. "apart": no nearer than by accident, with a lag.
   * "undecided": neither.
   */
  readonly verdict: "simultaneous" | "near" | "apart" | "undecided";
  readonly structure: ChangePlace;
  readonly tasks: readonly TaskChange[];
  /** Indices of the curves without a significant change: they are left out. */
  readonly unchanged: readonly number[];
  /** Mean distance of the tasks' places from the structure's, in the unit of x. */
  readonly distance: number;
  /** Share of the checkpoints at which a structure would be as near to the tasks: small if the nearness is no accident. */
  readonly nearP: number;
  /** Probability of so large a distance if all changed in the same gap: small if a lag is seen. */
  readonly apartP: number;
}

/**
 * Do several tasks change when a structure is acquired? The change point of a curve is the place of the best rise or fall on a straight line: a jump, or a
 * logistic curve that goes from 10 to 90 % within 2, 4 or 9 checkpoints. A curve has one if that explains more than it does in all but `alpha` of straight lines
 * with noise. With places t_k of the tasks and s of the structure
 *
 *     distance = mean over k of |t_k - s|
 *     nearP    = share of all gaps g between checkpoints with mean |t_k - g| <= distance        (null: the structure changes anywhere)
 *     apartP   = share of bootstrap curves with one common place whose distance is as large     (null: all change in one gap)
 *
 * The tasks' places stay together under the null of `nearP`, so tasks that change with each other but not with the structure do not pass. Its smallest value is
 * 1 / (checkpoints - 3): with fewer than 23 nothing can be "simultaneous" at alpha .05. The null takes every checkpoint as equally likely, so
 * sample them on the scale on which learning goes on (usually log steps). Tests and intervals redraw the residuals of the fitted curve with the autocorrelation of
 * neighbors. A change that coincides is no cause.
 *
 * Share of 200 runs of 5 tasks called "simultaneous" / "near" or "apart"; jumps and rises of 10 times the noise (`scripts/bench/power.mjs`):
 *
 * | true changes | 24 checkpoints | 51 checkpoints |
 * | --- | --- | --- |
 * | jumps in one gap | 1 / 0 | 1 / 0 |
 * | rises in one gap, 10 to 90 % within 4 checkpoints | .89 / .01 | .95 / .01 |
 * | jumps in one gap, noise with autocorrelation .7 | .97 / 0 | .97 / .01 |
 * | jumps that follow by 2 checkpoints | .07 / .47 | .03 / .91 |
 * | jumps anywhere, of each task | .03 / .40 | .01 / .80 |
 * | jumps of all tasks in one gap, of the structure in another | .03 / .40 | .03 / .69 |
 * | straight lines | 0 / 0 | 0 / 0 |
 * | straight lines, noise with autocorrelation .7 | .01 / .01 | 0 / 0 |
 *
 * Lines with such noise seem to change in .21 and .06 of the runs, instead of at most .05.
 *
 * @param curves scores of the tasks, one list per task
 * @param structure score of the structure at the same checkpoints, at least 8
 * @returns the places and tests; `kind: "failed"` if the structure or all tasks have no change point
 * @throws RangeError for no curves, ragged or non-finite data, fewer than 8 checkpoints, x that does not increase, options out of range
 * @example
 * import { simultaneity } from "@emergence/lib/measures";
 * const jump = (from: number) => Array.from({ length: 30 }, (_, i) => (i < from ? 0 : 1) + 0.02 * Math.sin(7 * i * i + from));
 * const found = simultaneity([jump(12), jump(12), jump(12)], jump(12));
 * found.kind === "simultaneity" && found.verdict; // => "simultaneous"
 *
 * Source: Lubana et al. 2024, arXiv 2408.12578 (the definition); change points: Andrews 1993, Econometrica 61, 821-856. The tests are ours.
 */
export function simultaneity(
  curves: readonly Numbers[],
  structure: Numbers,
  options: SimultaneityOptions = {},
): Simultaneity | Failure {
  const caller = "simultaneity";
  const {
    alpha = 0.05,
    confidence = 0.95,
    replicates = 999,
    seed = 1,
    x: given,
  } = optionsOf(caller, options, simultaneityOptions);
  requireInside(caller, "alpha", alpha);
  requireInside(caller, "confidence", confidence);
  requireWhole(caller, "replicates", replicates, 2);
  const source = random(seed, caller);
  const x = checkpoints(caller, curves, structure, given);
  const design = risesOnLines(x);
  const placeOf = (at: number) => ((x[at - 1] as number) + (x[at] as number)) / 2;
  const pOf = (y: Numbers) => {
    const { statistic, fitted } = bestRise(design, y);
    const memory = memoryOf(residualsOf(y, fitted));
    let asLarge = 0;
    for (let r = 0; r < replicates; r++) {
      if (
        bestRise(
          design,
          noise(x.length, memory, () => source.normal()),
        ).statistic >= statistic
      )
        asLarge++;
    }
    return (1 + asLarge) / (1 + replicates);
  };
  const structureP = pOf(structure);
  if (structureP > alpha)
    return {
      kind: "failed",
      reason: `the structure has no change point: p ${structureP.toPrecision(2)} against a straight line, alpha ${alpha}`,
    };
  const ps = curves.map(pOf);
  const changed = [...curves.keys()].filter((k) => (ps[k] as number) <= alpha);
  if (changed.length === 0)
    return {
      kind: "failed",
      reason: `none of ${curves.length} tasks has a change point: smallest p ${min(ps)?.toPrecision(2)}, alpha ${alpha}`,
    };
  const changeOf = (y: Numbers): Changed => {
    const { at, fitted } = bestRise(design, y);
    return { y, at, residuals: residualsOf(y, fitted) };
  };
  const [base, tasks] = [changeOf(structure), changed.map((k) => changeOf(curves[k] as Numbers))];
  const distanceFrom = (place: number, at: readonly number[]) =>
    at.reduce((sum, one) => sum + Math.abs(placeOf(one) - place), 0) / at.length;
  const ats = tasks.map(({ at }) => at);
  const distance = distanceFrom(placeOf(base.at), ats);
  const gaps = Array.from({ length: x.length - 3 }, (_, i) => i + 2);
  // Sums of the same distances in another order may differ in the last digit.
  const limit = distance * (1 + 1e-12);
  const nearP = gaps.filter((gap) => distanceFrom(placeOf(gap), ats) <= limit).length / gaps.length;
  const places = [base, ...tasks].map((change) =>
    Float64Array.from(redrawn(design, change, change.at, replicates, source), placeOf),
  );
  const common = commonPlace(design, [base, ...tasks], gaps);
  const together = [base, ...tasks].map((change) => redrawn(design, change, common, replicates, source));
  let asFar = 0;
  for (let r = 0; r < replicates; r++) {
    const [first, ...others] = together.map((one) => one[r] as number);
    if (distanceFrom(placeOf(first as number), others) * (1 + 1e-12) >= distance) asFar++;
  }
  const apartP = (1 + asFar) / (1 + replicates);
  const [basePlaces, ...taskPlaces] = places as [Float64Array, ...Float64Array[]];
  return {
    kind: "simultaneity",
    verdict: nearP <= alpha ? (apartP <= alpha ? "near" : "simultaneous") : apartP <= alpha ? "apart" : "undecided",
    structure: { place: placeOf(base.at), p: structureP, ...centralInterval(basePlaces, confidence) },
    tasks: changed.map((task, i) => {
      const [own, place] = [taskPlaces[i] as Float64Array, placeOf(ats[i] as number)];
      const lags = own.map((one, r) => one - (basePlaces[r] as number));
      const lag = { value: place - placeOf(base.at), ...centralInterval(lags, confidence) };
      return { task, place, p: ps[task] as number, ...centralInterval(own, confidence), lag };
    }),
    unchanged: [...curves.keys()].filter((k) => !changed.includes(k)),
    distance,
    nearP,
    apartP,
  };
}

function checkpoints(
  caller: string,
  curves: readonly Numbers[],
  structure: Numbers,
  given: Numbers | undefined,
): number[] {
  requireList(caller, "curves", curves, "an array of curves");
  if (curves.length === 0) throw new RangeError(`${caller}: no curves, needs the scores of at least one task`);
  requireFiniteNumbers(caller, "structure", structure);
  if (structure.length < 8) throw new RangeError(`${caller}: ${structure.length} checkpoints, needs at least 8`);
  for (let k = 0; k < curves.length; k++) {
    requireFiniteNumbers(caller, `curves[${k}]`, curves[k]);
    requireSameLength(caller, { "scores of structure": structure, [`in curves[${k}]`]: curves[k] as Numbers });
  }
  if (given === undefined) return Array.from(structure, (_, i) => i);
  requireSameLength(caller, { "scores of structure": structure, x: given });
  requireIncreasing(caller, "x", given);
  return Array.from(given);
}

/** The gap in which a rise of all curves together leaves the least, each in units of its own residuals. */
function commonPlace(design: Rises, changes: readonly Changed[], gaps: readonly number[]): number {
  const own = changes.map(({ residuals }) => residuals.reduce((sum, one) => sum + one * one, 0));
  const left = gaps.map((gap) =>
    changes.reduce((sum, { y }, k) => {
      const [rest, least] = [bestRise(design, y, gap).rss, own[k] as number];
      // Curves without noise agree with one place only.
      return sum + (least > 0 ? rest / least : rest > 0 ? 1e12 : 1);
    }, 0),
  );
  return gaps[minIndex(left)] as number;
}
