// The scores of one metric with what is known of their errors, and the same drawn anew.

import type { Numbers } from "../../core/numbers";
import { requireWhole } from "../../core/require";
import { random } from "../../stats/random";

/** Scores of models under one metric, by growing scale, with their errors where they are known. */
export interface MetricScores {
  /** One a scale, in the metric's unit. */
  readonly scores: Numbers;
  /** Scores are shares of so many questions: one number, or one a scale. */
  readonly trials?: number | Numbers;
  /** Of the scores, in their unit, from 0. */
  readonly standardErrors?: Numbers;
}

/** The same, read and checked. */
export interface Metric {
  readonly scores: Float64Array;
  /** Right answers and questions. */
  readonly counts: { readonly successes: number[]; readonly trials: number[] } | undefined;
  readonly standardErrors: Float64Array | undefined;
}

/** Curves drawn anew, one a replicate. */
export type Redrawn = readonly Float64Array[];

/** How far a share of n may be from a whole count: files round their shares. */
const slack = 0.05;

/** Reads one metric; throws where its lengths, counts or errors do not fit. */
export function toMetric(caller: string, name: string, given: MetricScores, count: number): Metric {
  const scores = Float64Array.from(given.scores);
  const fits = (what: string, length: number) => {
    if (length !== count) throw new RangeError(`${caller}: ${count} scales but ${length} ${what} of "${name}"`);
  };
  fits("scores", scores.length);
  const bad = scores.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new RangeError(`${caller}: score ${bad} of "${name}" is ${scores[bad]}, needs a finite number`);
  if (given.trials !== undefined && given.standardErrors !== undefined) {
    throw new RangeError(`${caller}: "${name}" has trials and standard errors, needs one of them or neither`);
  }
  const standardErrors = given.standardErrors && Float64Array.from(given.standardErrors);
  if (standardErrors) {
    fits("standard errors", standardErrors.length);
    const wrong = standardErrors.findIndex((value) => !(value >= 0 && value < Number.POSITIVE_INFINITY));
    if (wrong >= 0) {
      throw new RangeError(
        `${caller}: standard error ${wrong} of "${name}" is ${standardErrors[wrong]}, needs 0 or more`,
      );
    }
  }
  return { scores, standardErrors, counts: given.trials === undefined ? undefined : toCounts(given.trials) };

  function toCounts(asked: number | Numbers): { successes: number[]; trials: number[] } {
    const trials = typeof asked === "number" ? new Array<number>(count).fill(asked) : Array.from(asked);
    fits("trials", trials.length);
    const successes = trials.map((n, i) => {
      requireWhole(caller, `trials ${i} of "${name}"`, n);
      const right = (scores[i] as number) * n;
      if (!(right > -slack && right < n + slack && Math.abs(right - Math.round(right)) < slack)) {
        throw new RangeError(`${caller}: score ${scores[i]} of "${name}" is no share of ${n} questions`);
      }
      return Math.round(right);
    });
    return { successes, trials };
  }
}

/** Draws the scores anew; undefined where nothing is known of their errors. */
export function redraw(
  { scores, counts, standardErrors }: Metric,
  { replicates, seed, pseudocount }: { replicates: number; seed: number; pseudocount: number },
): Redrawn | undefined {
  const source = random(seed);
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
