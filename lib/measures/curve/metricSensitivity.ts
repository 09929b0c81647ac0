import type { Interval } from "../../core/estimate";
import type { Failure } from "../../core/failure";
import type { Numbers } from "../../core/numbers";
import { requireInside, requireWhole } from "../../core/require";
import { breakthroughness } from "./breakthroughness";
import { linearity } from "./linearity";
import { fittedSharpness } from "./metricFit";
import { type MetricScores, type Redrawn, redraw, toMetric } from "./metricScores";
import { type CurveScore, schaefferScore } from "./schaefferScore";
import type { Sharpness } from "./sharpness";
import { straightLineScore } from "./straightLineScore";

/** What `metricSensitivity` may be told. */
export interface SensitivityOptions {
  /** Share of the redrawn scores that an interval holds. Default 0.95. */
  readonly confidence?: number;
  /** How often all scores are drawn anew. Default 999. */
  readonly replicates?: number;
  /** Default 1. */
  readonly seed?: number;
  /**
   * Right and as many wrong answers that are added before counts are drawn anew, from 0. With 0 (default) a model that got nothing right never does;
   * 0.5 (Jeffreys) lets it, as a zero of n questions does not say that the chance is zero.
   */
  readonly pseudocount?: number;
}

/** One metric's line of the table. Intervals are percentiles; undefined for a metric that came without errors. */
export interface MetricRow {
  readonly metric: string;
  readonly schaefferScore: CurveScore | Failure;
  /** Of the redrawn scores that are defined; an end may be infinite. */
  readonly scoreInterval: Interval | undefined;
  /** Share of the redrawn curves whose score is infinite. */
  readonly infiniteShare: number | undefined;
  /** Share of the redrawn curves that are flat and have no score. */
  readonly undefinedShare: number | undefined;
  readonly breakthroughness: CurveScore | Failure;
  readonly linearity: number;
  readonly linearityInterval: Interval | undefined;
  /** k - 1, the score of a straight line over as many scales. */
  readonly straightLine: number;
  /** Smallest and largest score when one scale at a time is left out; undefined where that leaves fewer than 3 scales or no score. */
  readonly withoutOne: Interval | undefined;
  /** Of a logistic curve: by likelihood for counts, else with a free floor, weighted by the errors. Fails where the data do not fix the curve. */
  readonly sharpness: Sharpness | Failure;
}

/**
 * How much the picture depends on the metric: the same outputs of models at k scales under several metrics, one row a metric, with Schaeffer's score,
 * BIG-bench's breakthroughness and linearity, the straight line's k - 1 and the sharpness of a fit.
 *
 * Intervals come from scores drawn anew: with `trials`, counts from Binomial(trials, (count + c) / (trials + 2 c)), c the `pseudocount`; with
 * `standardErrors`, normal numbers. Metrics are drawn one by one, so the rows say nothing of the difference between two metrics on the same outputs.
 * Scores go in with their sign: turn a metric that falls (`minus perplexity`), else its score is negative.
 *
 * @param x k scales in growing order, k at least 3 (mostly log10 of FLOPs or parameters)
 * @param metrics by name: `scores` (k numbers), and where known `trials` (a number, or k) or `standardErrors` (k)
 * @throws RangeError for ragged data, x not growing, scores that are no share of their trials, options out of range
 * @example
 * import { metricSensitivity } from "@emergence/lib/measures";
 * const rows = metricSensitivity([1, 2, 3, 4], { "exact match": { scores: [0, 0, 0, 0.02], trials: 100 }, BLEU: { scores: [1, 2, 3, 4] } });
 * rows.map(({ schaefferScore }) => schaefferScore.kind === "score" && schaefferScore.value); // => [Infinity, 3]
 *
 * Source: Schaeffer, Miranda & Koyejo 2023, section 4; parametric bootstrap: Efron & Tibshirani 1993, An introduction to the bootstrap, section 6.5.
 */
export function metricSensitivity(
  x: Numbers,
  metrics: Readonly<Record<string, MetricScores>>,
  { confidence = 0.95, replicates = 999, seed = 1, pseudocount = 0 }: SensitivityOptions = {},
): MetricRow[] {
  const caller = "metricSensitivity";
  const ragged = Array.from(x).findIndex(
    (value, i) => !Number.isFinite(value) || (i > 0 && !(value > (x[i - 1] as number))),
  );
  if (x.length < 3) throw new RangeError(`${caller}: ${x.length} scales, needs at least 3`);
  if (ragged >= 0) {
    throw new RangeError(`${caller}: x is ${x[ragged]} at ${ragged}, needs finite scales in growing order`);
  }
  requireInside(caller, "confidence", confidence);
  requireWhole(caller, "replicates", replicates);
  if (!(pseudocount >= 0 && pseudocount < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${caller}: pseudocount ${pseudocount}, needs a number from 0`);
  }
  const entries = Object.entries(metrics);
  if (entries.length === 0) throw new RangeError(`${caller}: no metrics, needs one or more`);
  return entries.map(([name, given]) => {
    const metric = toMetric(caller, name, given, x.length);
    const { scores } = metric;
    return {
      metric: name,
      schaefferScore: schaefferScore(scores),
      ...spread(redraw(metric, { replicates, seed, pseudocount }), confidence),
      breakthroughness: breakthroughness(scores),
      linearity: linearity(scores),
      straightLine: straightLineScore(scores.length),
      withoutOne: withoutOne(scores),
      sharpness: fittedSharpness(x, metric, confidence),
    };
  });
}

/** Intervals and shares over the redrawn curves. */
function spread(
  drawn: Redrawn | undefined,
  confidence: number,
): Pick<MetricRow, "scoreInterval" | "infiniteShare" | "undefinedShare" | "linearityInterval"> {
  if (drawn === undefined) {
    return {
      scoreInterval: undefined,
      infiniteShare: undefined,
      undefinedShare: undefined,
      linearityInterval: undefined,
    };
  }
  const all = drawn.map((scores) => schaefferScore(scores));
  const found = all.flatMap((one) => (one.kind === "score" ? [one] : []));
  return {
    scoreInterval: percentiles(
      found.map(({ value }) => value),
      confidence,
    ),
    infiniteShare: found.filter(({ infinite }) => infinite).length / all.length,
    undefinedShare: 1 - found.length / all.length,
    linearityInterval: percentiles(drawn.map(linearity), confidence),
  };
}

/** By nearest rank, since an end may be infinite; undefined of no values. */
function percentiles(values: readonly number[], confidence: number): Interval | undefined {
  const sorted = Float64Array.from(values).sort();
  const out = Math.floor(((1 - confidence) / 2) * sorted.length);
  const [lower, upper] = [sorted[out], sorted[sorted.length - 1 - out]];
  return lower === undefined || upper === undefined ? undefined : { lower, upper };
}

function withoutOne(scores: Float64Array): Interval | undefined {
  if (scores.length < 4) return undefined;
  const left = Array.from(scores.keys(), (out) => schaefferScore(scores.filter((_, i) => i !== out)));
  const values = left.flatMap((one) => (one.kind === "score" ? [one.value] : []));
  return values.length === 0 ? undefined : { lower: Math.min(...values), upper: Math.max(...values) };
}
