import { sum } from "d3-array";
import type { Numbers } from "../core/numbers";
import { type Kinds, optionsOf, requireSameLength, requireWhole } from "../core/require";
import { checkProbabilities, type Target, targetScores, topOptions } from "./options";

/** Options of the calibration functions. */
export interface CalibrationOptions {
  /** Number of bins of equal width from 0 to 1; each includes its upper edge. Default 15. */
  readonly bins?: number;
}

/** Kinds of the options, for their check. */
const calibrationOptions: Kinds<CalibrationOptions> = { bins: "number" };

/** The answers with confidence in (lower, upper]. */
export interface CalibrationBin {
  readonly lower: number;
  readonly upper: number;
  readonly count: number;
  /** Mean probability of the most likely option. */
  readonly confidence: number;
  /** Proportion of these options that are right. */
  readonly accuracy: number;
}

/**
 * Points of a reliability diagram: accuracy against confidence, in bins of confidence. Empty bins are omitted.
 *
 * The confidence of an answer is the probability of its most likely option; the answer is right if no option has a higher target score
 * (tied options share the credit). With n options confidence is at least 1 / n.
 *
 * @param probabilities one row per question with one probability per option, sum 1
 * @param targets per question, the index of the right option or a score per option
 * @throws RangeError for rows that are not distributions, targets that do not match, or an invalid number of bins
 * @example
 * import { calibrationBins } from "@emergence/lib/metrics";
 * calibrationBins([[0.75, 0.25], [0.25, 0.75]], [0, 0], { bins: 4 })[0]?.accuracy; // => 0.5
 *
 * Source: Guo, Pleiss, Sun & Weinberger 2017, On calibration of modern neural networks, section 2.
 */
export function calibrationBins(
  probabilities: readonly Numbers[],
  targets: readonly Target[],
  options: CalibrationOptions = {},
): CalibrationBin[] {
  optionsOf("calibrationBins", options, calibrationOptions);
  return binned("calibrationBins", probabilities, targets, options);
}

/**
 * Expected calibration error: the mean absolute difference of accuracy and confidence over bins of confidence, weighted by their counts
 *
 *     ECE = sum_b (n_b / n) |accuracy_b - confidence_b|
 *
 * 0 to 1, lower is better. 0 does not imply ability: a uniform guess is calibrated. For the bins, confidence and accuracy see
 * `calibrationBins`.
 *
 * @param probabilities one row per question with one probability per option, sum 1
 * @param targets per question, the index of the right option or a score per option
 * @throws RangeError as `calibrationBins`
 * @example
 * import { expectedCalibrationError } from "@emergence/lib/metrics";
 * expectedCalibrationError([[0.75, 0.25], [0.25, 0.75]], [0, 0], { bins: 4 }); // => 0.25
 *
 * Source: Guo et al. 2017, eq. 3; BIG-bench's `expected_calibration_error` (Srivastava et al. 2022).
 */
export function expectedCalibrationError(
  probabilities: readonly Numbers[],
  targets: readonly Target[],
  options: CalibrationOptions = {},
): number {
  optionsOf("expectedCalibrationError", options, calibrationOptions);
  return sum(
    binned("expectedCalibrationError", probabilities, targets, options),
    (bin) => (bin.count / probabilities.length) * Math.abs(bin.accuracy - bin.confidence),
  );
}

function binned(
  caller: string,
  probabilities: readonly Numbers[],
  targets: readonly Target[],
  { bins = 15 }: CalibrationOptions,
): CalibrationBin[] {
  requireWhole(caller, "bins", bins);
  requireSameLength(caller, { "rows of probabilities": probabilities, targets });
  if (probabilities.length === 0) throw new RangeError(`${caller}: no questions, needs one or more`);
  const sums = Array.from({ length: bins }, () => ({ count: 0, confidence: 0, accuracy: 0 }));
  for (let i = 0; i < probabilities.length; i++) {
    const row = probabilities[i] as Numbers;
    const { confidence, right } = answer(caller, row, targets[i] as Target);
    const own = sums[binOf(confidence, bins)] as (typeof sums)[0];
    own.count++;
    own.confidence += confidence;
    own.accuracy += right;
  }
  return sums.flatMap(({ count, confidence, accuracy }, b) =>
    count === 0
      ? []
      : [{ lower: b / bins, upper: (b + 1) / bins, count, confidence: confidence / count, accuracy: accuracy / count }],
  );
}

/** Confidence of an answer, and whether it is right: a fraction if options tie. */
function answer(caller: string, row: Numbers, target: Target): { confidence: number; right: number } {
  checkProbabilities(caller, row);
  const top = topOptions(caller, row);
  const right = new Set(topOptions(caller, targetScores(caller, target, row.length)));
  return { confidence: row[top[0] as number] as number, right: top.filter((i) => right.has(i)).length / top.length };
}

/** Index of the bin with lower < value <= upper, for the edges as rounded to floating-point numbers. */
function binOf(value: number, bins: number): number {
  const guess = Math.ceil(value * bins) - 1;
  if (value > (guess + 1) / bins) return guess + 1;
  return value <= guess / bins ? guess - 1 : guess;
}
