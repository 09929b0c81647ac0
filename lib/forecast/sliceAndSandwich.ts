import { mean } from "d3-array";
import type { Failure } from "../core/failure";
import type { Numbers } from "../core/numbers";
import {
  inNameOf,
  type Kinds,
  optionsOf,
  partsOf,
  requireChance,
  requireFinite,
  requireFiniteNumbers,
  requireSameLength,
  requireWhole,
} from "../core/require";
import { fit } from "../fit/fit";
import { line } from "../fit/model/curves/line";
import { polynomial } from "../fit/model/curves/polynomial";
import type { Model } from "../fit/model/model";

/** Data of the forecast: one value per model, all lists of one length. */
export interface SliceData {
  /** Logarithm of compute. */
  readonly x: Numbers;
  /** Brier score of the easiest and of the hardest group of questions, 0 best. */
  readonly easy: Numbers;
  readonly hard: Numbers;
  /** Brier score and accuracy over all questions. */
  readonly brier: Numbers;
  readonly accuracy: Numbers;
}

/** Kinds of the lists, for their check. */
const dataKinds: Kinds<SliceData> = { x: "list", easy: "list", hard: "list", brier: "list", accuracy: "list" };

/** Options of `sliceAndSandwich`: the cutoff, and the degrees of the polynomials. */
export interface SliceOptions {
  /** Cutoff: models with x below it are fitted, the others forecast. */
  readonly below: number;
  /** Chance level: the accuracy of guessing. */
  readonly chance: number;
  /** Degree for the easy group; default: 5. */
  readonly easyDegree?: number;
  /** Degree for the hard group; default: 2. */
  readonly hardDegree?: number;
}

/** Kinds of the options, for their check. */
const sliceOptions: Kinds<SliceOptions> = {
  below: "number",
  chance: "number",
  easyDegree: "number",
  hardDegree: "number",
};

/** The forecast and a baseline, at every x. */
export interface Sandwich {
  readonly kind: "sandwich";
  readonly seen: boolean[];
  readonly easy: number[];
  readonly hard: number[];
  /** Mean of the two polynomials. */
  readonly brier: number[];
  readonly accuracy: number[];
  /** The baseline: a logistic curve above chance, fitted as a line in logits. */
  readonly baseline: number[];
  /** Mean squared errors of the accuracy over the models that were not fitted. */
  readonly testError: number;
  readonly baselineError: number;
}

/**
 * Slice and sandwich: a forecast of the accuracy from questions sorted by difficulty. A polynomial of degree 5 follows the easy group's Brier score over log compute,
 * one of degree 2 the hard group's; their mean is converted to accuracy by a straight line and shifted to the mean of the fitted accuracies:
 *
 *     brier(x) = (P5(x) + P2(x)) / 2,   accuracy(x) = (brier(x) - b0) / b1 + shift
 *
 * The baseline is logit(accuracy - chance) = a + b x by least squares, with accuracy - chance held within [0, 1] and 1e-6 added to both sides of the odds.
 *
 * @throws RangeError for ragged data, too few models below the cut, or none above it
 * @example
 * import { sliceAndSandwich } from "@emergence/lib/forecast";
 * const x = [0, 1, 2, 3, 4, 5, 6, 7, 8];
 * const brier = x.map((at) => 0.8 - 0.05 * at);
 * const data = { x, easy: brier, hard: brier, brier, accuracy: x.map((at) => 0.3 + 0.05 * at) };
 * const found = sliceAndSandwich(data, { below: 7, chance: 0.25 });
 * found.kind === "sandwich" && found.accuracy[8]?.toFixed(3); // => "0.700"
 *
 * Source: Wu & Lo 2025, U-shaped and inverted-U scaling behind emergent abilities of large language models, section 4.
 */
export function sliceAndSandwich(data: SliceData, options: SliceOptions): Sandwich | Failure {
  const { below, chance, easyDegree = 5, hardDegree = 2 } = optionsOf("sliceAndSandwich", options, sliceOptions);
  const where = "sliceAndSandwich";
  requireFinite(where, "below", below);
  requireChance(where, "chance", chance);
  requireWhole(where, "easyDegree", easyDegree, 0, 12);
  requireWhole(where, "hardDegree", hardDegree, 0, 12);
  const lists = partsOf(where, data, dataKinds, "data");
  for (const name of Object.keys(dataKinds) as (keyof SliceData)[]) requireFiniteNumbers(where, name, lists[name]);
  const x = Array.from(data.x);
  const { easy: easyScores, hard: hardScores, brier: scores, accuracy: accuracies } = data;
  requireSameLength(where, { x, easy: easyScores, hard: hardScores, brier: scores, accuracy: accuracies });
  const seen = x.map((at) => at < below);
  const count = seen.filter(Boolean).length;
  const needed = Math.max(easyDegree, hardDegree) + 2;
  if (count < needed) throw new RangeError(`${where}: ${count} models below x = ${below}, needs ${needed}`);
  if (count === x.length) throw new RangeError(`${where}: no model from x = ${below} on, nothing to forecast`);
  const early = (values: Numbers) => Array.from(values).filter((_, i) => seen[i]);
  const fitted = <Name extends string>(model: Model<Name>, from: Numbers, to: Numbers) =>
    inNameOf(where, () => fit(model, early(from), early(to)));
  const logits = Array.from(data.accuracy, (value) => {
    const above = Math.min(1, Math.max(0, value - chance));
    return Math.log((above + 1e-6) / (1 - above + 1e-6));
  });
  const easyFit = fitted(polynomial(easyDegree), x, data.easy);
  const hardFit = fitted(polynomial(hardDegree), x, data.hard);
  const lineFit = fitted(line, data.accuracy, data.brier);
  const rival = fitted(line, x, logits);
  if (easyFit.kind === "failed") return { kind: "failed", reason: `easy group: ${easyFit.reason}` };
  if (hardFit.kind === "failed") return { kind: "failed", reason: `hard group: ${hardFit.reason}` };
  if (lineFit.kind === "failed") return { kind: "failed", reason: `Brier score over accuracy: ${lineFit.reason}` };
  if (rival.kind === "failed") return { kind: "failed", reason: `logit of the accuracy: ${rival.reason}` };
  const easy = easyFit.predict(x);
  const hard = hardFit.predict(x);
  const brier = easy.map((value, i) => (value + (hard[i] as number)) / 2);
  const { slope, intercept } = lineFit.parameters;
  const turned = brier.map((value) => (value - intercept) / slope);
  const shift = (mean(early(data.accuracy)) as number) - (mean(early(turned)) as number);
  const accuracy = turned.map((value) => value + shift);
  const baseline = rival.predict(x).map((logit) => chance + 1 / (1 + Math.exp(-logit)));
  const errorOf = (forecast: readonly number[]) =>
    mean(forecast.flatMap((value, i) => (seen[i] ? [] : [((data.accuracy[i] as number) - value) ** 2]))) as number;
  return {
    kind: "sandwich",
    seen,
    easy,
    hard,
    brier,
    accuracy,
    baseline,
    testError: errorOf(accuracy),
    baselineError: errorOf(baseline),
  };
}
