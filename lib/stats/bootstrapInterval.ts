import { sum } from "d3-array";
import type { Interval } from "../core/estimate";
import { type Kinds, optionsOf, requireFunction, requireInside, requireList, requireWhole } from "../core/require";
import { shown } from "../core/shown";
import { centralInterval } from "./centralInterval";
import { random } from "./random";

/** A statistic with its bootstrap interval and standard error. */
export interface BootstrapInterval extends Interval {
  /** The statistic of the original units. */
  readonly value: number;
  /** Standard deviation over the resamples. */
  readonly standardError: number;
}

/** Kinds of the options, for their check. */
const bootstrapIntervalOptions: Kinds<{
  readonly confidence?: number;
  readonly replicates?: number;
  readonly seed?: number;
}> = { confidence: "number", replicates: "number", seed: "number" };

/**
 * Percentile bootstrap of any statistic: units are drawn with replacement, as many as there are, and the interval holds the middle of the resampled statistics.
 *
 *     lower, upper = quantiles (1 -+ confidence) / 2 of statistic(resample_b), b = 1 ... replicates
 *
 * A unit is what a replication of the study would redraw: tasks, if the question is about tasks, not the questions in them. What belongs
 * to one unit (both scores of a pair, all models on a task) is resampled together. With fewer than about ten units the interval is too narrow.
 *
 * @param units at least two, of any kind
 * @param statistic function of a list of units; it must be finite for every resample
 * @param options `confidence`, default .95; `replicates`, default 2000; `seed`, default 1
 * @throws RangeError for fewer than two units or replicates, a confidence out of range, or a statistic that is not finite
 * @example
 * import { bootstrapInterval } from "@emergence/lib/stats";
 * const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
 * bootstrapInterval([1, 2, 3, 4], mean).value; // => 2.5
 *
 * Source: Efron & Tibshirani 1993, An Introduction to the Bootstrap, sections 6 and 13.3.
 */
export function bootstrapInterval<Unit>(
  units: readonly Unit[],
  statistic: (units: readonly Unit[]) => number,
  options: { readonly confidence?: number; readonly replicates?: number; readonly seed?: number } = {},
): BootstrapInterval {
  requireList("bootstrapInterval", "units", units);
  requireFunction("bootstrapInterval", "statistic", statistic);
  const {
    confidence = 0.95,
    replicates = 2000,
    seed = 1,
  } = optionsOf("bootstrapInterval", options, bootstrapIntervalOptions);
  if (units.length < 2) throw new RangeError(`bootstrapInterval: ${units.length} units, needs at least 2`);
  requireWhole("bootstrapInterval", "replicates", replicates, 2);
  requireInside("bootstrapInterval", "confidence", confidence);
  const source = random(seed, "bootstrapInterval");
  const finite = (drawn: readonly Unit[], what: string): number => {
    const value = statistic(drawn);
    if (!Number.isFinite(value)) {
      throw new RangeError(`bootstrapInterval: the statistic is ${shown(value)} for ${what}, needs a finite number`);
    }
    return value;
  };
  const value = finite(units, "the units");
  const values = Float64Array.from({ length: replicates }, (_, i) =>
    finite(
      Array.from(units, () => units[source.integer(0, units.length - 1)] as Unit),
      `resample ${i}`,
    ),
  ).sort(); // so that the sums below do not depend on the order of the draws
  const mean = sum(values) / replicates;
  const spread = sum(values, (one) => (one - mean) ** 2) / (replicates - 1);
  return {
    value,
    ...centralInterval(values, confidence),
    standardError: Math.sqrt(spread),
  };
}
