import { extent } from "d3-array";
import type { Interval } from "../../core/estimate";
import type { Failure } from "../../core/failure";
import type { Numbers } from "../../core/numbers";
import { type Kinds, optionsOf, requireInside, requireNonNegative, requireWhole } from "../../core/require";
import { breakthroughness } from "./breakthroughness";
import { linearity } from "./linearity";
import { fittedSharpness } from "./metricFit";
import { type MetricCounts, type MetricScores, type Redrawn, redraw, toMetric } from "./metricScores";
import { requireScales } from "./scales";
import { type CurveScore, schaefferScore } from "./schaefferScore";
import type { Sharpness } from "./sharpness";
import { straightLineScore } from "./straightLineScore";

/** Options of `metricSensitivity`. */
export interface SensitivityOptions {
  /** Proportion of the redrawn scores that an interval contains. Default 0.95. */
  readonly confidence?: number;
  /** Number of times that all scores are redrawn. Default 999. */
  readonly replicates?: number;
  /** Default 1. */
  readonly seed?: number;
  /**
   * Number of right answers, and of wrong answers, added before counts are redrawn, at least 0. With 0 (default) a model with no right answer never gets one;
   * with 0.5 (Jeffreys) it may, since 0 of n questions does not imply a probability of 0.
   */
  readonly pseudocount?: number;
}

/** Kinds of the options, for their check. */
const sensitivityOptions: Kinds<SensitivityOptions> = {
  confidence: "number",
  replicates: "number",
  seed: "number",
  pseudocount: "number",
};

/** Row of one metric. Intervals are percentiles; undefined for a metric without errors. */
export interface MetricRow {
  readonly metric: string;
  readonly schaefferScore: CurveScore | Failure;
  /** Interval of the redrawn scores that are defined; an end may be infinite. */
  readonly scoreInterval: Interval | undefined;
  /** Proportion of the redrawn curves whose score is infinite. */
  readonly infiniteProportion: number | undefined;
  /** Proportion of the redrawn curves that are flat and have no score. */
  readonly undefinedProportion: number | undefined;
  readonly breakthroughness: CurveScore | Failure;
  readonly linearity: number;
  readonly linearityInterval: Interval | undefined;
  /** k - 1, the score of a straight line over k scales. */
  readonly straightLine: number;
  /** Smallest and largest score if one scale is left out at a time; undefined if fewer than 3 scales or no score remain. */
  readonly withoutOne: Interval | undefined;
  /** Sharpness of a logistic curve: fitted by likelihood for counts, else with a free floor, weighted by the errors. Failed if the data do not determine the curve. */
  readonly sharpness: Sharpness | Failure;
}

/**
 * Dependence of a scaling curve on the metric: the same outputs of models at k scales under several metrics, one row per metric, with Schaeffer's score,
 * BIG-bench's breakthroughness and linearity, the straight line's k - 1 and the sharpness of a fit.
 *
 * Intervals come from redrawn scores: with `trials`, counts from Binomial(trials, (count + c) / (trials + 2 c)), c the `pseudocount`; with
 * `standardErrors`, normal numbers. Each metric is redrawn independently, so the rows do not give the error of the difference between two metrics on the same
 * outputs. Reverse the sign of a metric for which lower is better (minus perplexity), else its score is negative.
 *
 * @param x k scales in increasing order, k at least 3 (usually log10 of FLOPs or parameters)
 * @param metrics by name: `scores` (k numbers), and if known `trials` (a number, or k) or `standardErrors` (k); or `successes` (k counts) with `trials`
 * @throws RangeError for ragged data, x that does not increase, scores that are not proportions of their trials, or options out of range
 * @example
 * import { metricSensitivity } from "@emergence/lib/measures";
 * const rows = metricSensitivity([1, 2, 3, 4], { "exact match": { scores: [0, 0, 0, 0.02], trials: 100 }, BLEU: { scores: [1, 2, 3, 4] } });
 * rows.map(({ schaefferScore }) => schaefferScore.kind === "score" && schaefferScore.value); // => [Infinity, 3]
 *
 * Source: Schaeffer, Miranda & Koyejo 2023, section 4; parametric bootstrap: Efron & Tibshirani 1993, An introduction to the bootstrap, section 6.5.
 */
export function metricSensitivity(
  x: Numbers,
  metrics: Readonly<Record<string, MetricScores | MetricCounts>>,
  options: SensitivityOptions = {},
): MetricRow[] {
  const {
    confidence = 0.95,
    replicates = 999,
    seed = 1,
    pseudocount = 0,
  } = optionsOf("metricSensitivity", options, sensitivityOptions);
  const caller = "metricSensitivity";
  optionsOf(caller, metrics, Object.fromEntries(Object.keys(metrics ?? {}).map((name) => [name, "object"])), "metrics");
  requireScales(caller, x, 3);
  requireInside(caller, "confidence", confidence);
  requireWhole(caller, "replicates", replicates);
  requireNonNegative(caller, "pseudocount", pseudocount);
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

/** Intervals and proportions over the redrawn curves. */
function spread(
  drawn: Redrawn | undefined,
  confidence: number,
): Pick<MetricRow, "scoreInterval" | "infiniteProportion" | "undefinedProportion" | "linearityInterval"> {
  if (drawn === undefined) {
    return {
      scoreInterval: undefined,
      infiniteProportion: undefined,
      undefinedProportion: undefined,
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
    infiniteProportion: found.filter(({ infinite }) => infinite).length / all.length,
    undefinedProportion: 1 - found.length / all.length,
    linearityInterval: percentiles(drawn.map(linearity), confidence),
  };
}

/** Percentile interval by nearest rank, since an end may be infinite; undefined without values. */
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
  const [lower, upper] = extent(values);
  return lower === undefined ? undefined : { lower, upper };
}
