// Scores of one metric with their errors, if known, and the same scores redrawn.

import { requireCounts } from "../../core/counts";
import type { Numbers } from "../../core/numbers";
import { type Kinds, optionsOf, requireFiniteNumbers, requireNumbers, requireWhole } from "../../core/require";
import { shown } from "../../core/shown";
import { countsOf } from "../../stats/countsFromShares";
import { random } from "../../stats/random";

/** Scores of models under one metric, in order of increasing scale, with their errors if known. */
export interface MetricScores {
  /** One score per scale, in the metric's unit. */
  readonly scores: Numbers;
  /** Number of questions of which the scores are proportions, to the digits with which they are printed: one number, or one per scale. */
  readonly trials?: number | Numbers;
  /** Standard errors of the scores, in their unit, at least 0. */
  readonly standardErrors?: Numbers;
}

/** Counts of right answers under one metric, in order of increasing scale, as `weiThreshold` and `fitBinomial` take them. */
export interface MetricCounts {
  /** Right answers, whole numbers, one per scale. */
  readonly successes: Numbers;
  /** Number of questions: one number, or one per scale. */
  readonly trials: number | Numbers;
}

/** Kinds of the parts of a metric, for their check. */
const scoreKinds: Kinds<MetricScores & MetricCounts> = {
  scores: "list",
  successes: "list",
  trials: "any",
  standardErrors: "numbers",
};

/** The same, checked. */
export interface Metric {
  readonly scores: Float64Array;
  /** Numbers of right answers and of questions. */
  readonly counts: { readonly successes: number[]; readonly trials: number[] } | undefined;
  readonly standardErrors: Float64Array | undefined;
}

/** Redrawn curves, one per replicate. */
export type Redrawn = readonly Float64Array[];

/** Checks one metric; throws if its lengths, counts or errors do not fit. */
export function toMetric(caller: string, name: string, given: MetricScores | MetricCounts, count: number): Metric {
  const checked = optionsOf(caller, given, scoreKinds, `metric "${name}"`);
  if ("successes" in checked) return fromCounts(caller, name, checked, count);
  requireFiniteNumbers(caller, `scores of "${name}"`, checked.scores);
  const scores = Float64Array.from(checked.scores);
  const fits = (what: string, length: number) => {
    if (length !== count) throw new RangeError(`${caller}: ${count} scales but ${length} ${what} of "${name}"`);
  };
  fits("scores", scores.length);
  const bad = scores.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0)
    throw new RangeError(`${caller}: score ${bad} of "${name}" is ${shown(scores[bad])}, needs a finite number`);
  if (checked.trials !== undefined && checked.standardErrors !== undefined) {
    throw new RangeError(`${caller}: "${name}" has trials and standard errors, needs at most one of them`);
  }
  const standardErrors = checked.standardErrors && Float64Array.from(checked.standardErrors);
  if (standardErrors) {
    fits("standard errors", standardErrors.length);
    const wrong = standardErrors.findIndex((value) => !(value >= 0 && value < Number.POSITIVE_INFINITY));
    if (wrong >= 0) {
      throw new RangeError(
        `${caller}: standard error ${wrong} of "${name}" is ${standardErrors[wrong]}, needs 0 or more`,
      );
    }
  }
  return { scores, standardErrors, counts: checked.trials === undefined ? undefined : toCounts(checked.trials) };

  function toCounts(asked: number | Numbers): { successes: number[]; trials: number[] } {
    if (typeof asked !== "number") requireNumbers(caller, `trials of "${name}"`, asked);
    const trials = typeof asked === "number" ? new Array<number>(count).fill(asked) : Array.from(asked);
    fits("trials", trials.length);
    for (const [i, n] of trials.entries()) requireWhole(caller, `trials ${i} of "${name}"`, n);
    const successes = countsOf(caller, scores, trials, false, (i) => `score ${scores[i]} of "${name}"`);
    return { successes, trials };
  }
}

function fromCounts(caller: string, name: string, { successes, trials }: MetricCounts, count: number): Metric {
  const asked = typeof trials === "number" ? new Array<number>(count).fill(trials) : trials;
  const counts = requireCounts(`${caller}: "${name}"`, successes, asked);
  const { length } = counts.successes;
  if (length !== count) throw new RangeError(`${caller}: ${count} scales but ${length} successes of "${name}"`);
  const scores = Float64Array.from(counts.successes, (k, i) => k / (counts.trials[i] as number));
  return { scores, counts, standardErrors: undefined };
}

/** Redraws the scores; undefined if their errors are unknown. */
export function redraw(
  { scores, counts, standardErrors }: Metric,
  { replicates, seed, pseudocount }: { replicates: number; seed: number; pseudocount: number },
): Redrawn | undefined {
  const source = random(seed, "metricSensitivity");
  const curve = (draw: (value: number, i: number) => number) =>
    Array.from({ length: replicates }, () => scores.map((value, i) => draw(value, i)));
  if (counts !== undefined) {
    const { successes, trials } = counts;
    const chance = trials.map((n, i) => ((successes[i] as number) + pseudocount) / (n + 2 * pseudocount));
    return curve((_, i) => source.binomial(trials[i] as number, chance[i] as number) / (trials[i] as number));
  }
  if (standardErrors === undefined) return undefined;
  return curve((value, i) => value + (standardErrors[i] as number) * source.normal());
}
