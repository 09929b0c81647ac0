import { min } from "d3-array";
import type { Estimate, Interval } from "../../core/estimate";
import type { Failure } from "../../core/failure";
import type { Numbers } from "../../core/numbers";
import { centralInterval } from "../../stats/centralInterval";
import { studentCdf } from "../../stats/distributions";
import { random } from "../../stats/random";
import { checkedModels, type LossThresholdOptions } from "./lossThresholdOptions";
import { bestOnset, grid, modelsBelow, spacing } from "./onset";
import { againstCurves, type CurveTests } from "./onsetTests";
import { sizeEffect } from "./sizeEffect";

/** What was tested, with or without a threshold. */
export interface LossThresholdTests extends CurveTests {
  /** Models of higher loss than the best place of a threshold: their mean score with its error, and the p of a mean as far from chance. */
  readonly before: Estimate & { readonly models: number; readonly p: number };
}

/** A threshold in loss. */
export interface LossThreshold extends LossThresholdTests {
  readonly kind: "threshold";
  /** Loss below which scores leave chance, in the unit of loss. */
  readonly loss: number;
  /** The upper end is infinite if the data do not bound the stretch at chance. */
  readonly interval: Interval;
  /** "threshold" if the smooth curve is rejected and the threshold is not, "neither" if both are, "undecided" if none is. */
  readonly verdict: "threshold" | "neither" | "undecided";
  /** Change of score per unit of size at equal loss, among the models below the threshold; undefined if `size` is not given or follows from the loss. */
  readonly size: (Estimate & { readonly p: number }) | undefined;
}

/** No threshold, and the tests that say so. */
export interface FailedLossThreshold extends Failure, LossThresholdTests {}

const golden = (Math.sqrt(5) - 1) / 2;

/** Fewest models on either side of a threshold. */
const fewest = 3;

/**
 * Threshold in loss: is a task at chance until the pre-training loss falls below some value, and rises from there, whatever the size of the model? Fitted by
 * least squares, weighted by the number of questions, is
 *
 *     score = chance                          where loss >= threshold
 *     score = chance + b u + c u^2            where loss < threshold,   u = threshold - loss,  b >= 0
 *
 * There is none unless, at level `alpha`,
 *
 * - scores rise above chance at all: `flat.p`,
 * - at least 3 models lie on either side of the best place,
 * - a straight line in loss without any threshold is rejected: `line.p`, from the reduction of the residual sum of squares,
 * - the models before it are at chance: `before.p`, Student's t with the variance q (1 - q) / n + s^2 / m, s^2 between the m models. All models answer the same
 *   n questions, so their first part does not average out; q is chance, or 1 / n if that is larger.
 *
 * A smooth curve also looks flat at first. So the threshold is held against the logistic curve from chance, A / (1 + exp((loss - middle) / width)): `smooth.p` and
 * `threshold.p` are the shares of data sets drawn from each curve in which the other one does relatively as well as here. If the threshold is rejected and
 * the smooth curve is not, there is no threshold either; otherwise the `verdict` says what is known.
 * All p values and the interval redraw the models' own scatter (residuals with random signs; models with replacement), which may grow with the score.
 *
 * Share of 200 simulations with a threshold, of any verdict / of the verdict "threshold"; loss from 5.5 to 2.5, 1000 questions (`scripts/bench/power.mjs`):
 *
 * | scores above chance | 35 models | 104 models |
 * | --- | --- | --- |
 * | straight from a threshold in the middle | .92 / .61 | .99 / .95 |
 * | bent from a threshold in the middle | .95 / .66 | 1 / .98 |
 * | straight from a threshold with few models after it | .87 / .13 | .95 / .32 |
 * | logistic, width .25 | .11 / .02 | .01 / 0 |
 * | exponential in loss | .03 / 0 | 0 / 0 |
 * | straight line | .01 / .01 | .02 / .02 |
 * | none | .04 / .03 | .03 / .01 |
 *
 * Signs of few models are soon used up: with 8, of which 4 lie after a threshold in the middle, a steep rise is seen in a quarter of simulations, with 12 in
 * 99 of 100. The 95 % interval held the threshold in 91 of 100 of those found at 35 models, and in 93 at 104.
 *
 * @param loss one per model, in any order; the lower the better
 * @param score proportion right, one per model
 * @returns the threshold; `kind: "failed"` with a reason and the same tests if there is none
 * @throws RangeError for ragged data, fewer than 8 models or 6 different losses, scores that are no proportions, options out of range
 * @example
 * import { lossThreshold } from "@emergence/lib/measures";
 * const loss = Array.from({ length: 30 }, (_, i) => 5 - 0.1 * i);
 * const score = loss.map((l, i) => 0.25 + 0.2 * Math.max(0, 3.5 - l) + 0.004 * Math.sin(9 * i * i));
 * const found = lossThreshold(loss, score, { chance: 0.25, trials: 1000 });
 * found.kind === "threshold" && found.loss.toFixed(1); // => "3.5"
 *
 * Source: Du et al. 2024, Understanding emergent abilities from the loss perspective, arXiv 2403.15796 (the definition); wild bootstrap: Wu 1986, Ann.
 * Statist. 14, 1261-1295; tests of separate families: Williams 1970, Biometrics 26, 23-32. Curve and tests are ours.
 */
export function lossThreshold(
  loss: Numbers,
  score: Numbers,
  options: LossThresholdOptions,
): LossThreshold | FailedLossThreshold {
  const caller = "lossThreshold";
  const checked = checkedModels(caller, loss, score, options);
  const { chance, trials, alpha, confidence, replicates, seed, size } = checked;
  const source = random(seed, caller);
  const order = Array.from(loss.keys()).sort((a, b) => (loss[a] as number) - (loss[b] as number));
  const sorted = (values: Numbers) => Float64Array.from(order, (i) => values[i] as number);
  const [low, high] = [loss[order[0] as number] as number, loss[order.at(-1) as number] as number];
  const mean = trials.reduce((sum, one) => sum + one, 0) / trials.length;
  const models = {
    loss: sorted(loss).map((one) => (one - low) / (high - low)),
    weights: sorted(trials).map((n) => n / mean),
  };
  const y = sorted(score).map((one) => one - chance);
  const onEitherSide = (at: number) => {
    const below = modelsBelow(models.loss, at);
    return below >= fewest && loss.length - below >= fewest;
  };
  const inside = grid.filter(onEitherSide);
  if (inside.length === 0)
    throw new RangeError(`${caller}: no loss has ${fewest} models on either side, needs more different losses`);
  const at = [...inside, nearest(bestOnset(models, y, inside).at)];
  const best = bestOnset(models, y, at);
  const place = low + best.at * (high - low);
  const curves = againstCurves({ models, y, at, replicates, source });
  const before = stretch(loss, score, place, chance, min(trials) as number);
  const tests: LossThresholdTests = { ...curves, before };
  const failed = (reason: string): FailedLossThreshold => ({ kind: "failed", reason, ...tests });
  const p = (value: number) => value.toPrecision(2);
  if (before.p <= alpha && before.mean < chance)
    return failed(
      `the ${before.models} models before the best place, a loss of ${place.toPrecision(3)}, are below chance ${chance}: mean ${before.mean.toPrecision(3)}, p ${p(before.p)}; a format of answers that fails, or another chance level?`,
    );
  if (curves.flat.p > alpha || !(best.rise > 0 || best.bend > 0))
    return failed(`scores do not rise above chance ${chance} as loss falls: p ${p(curves.flat.p)}, alpha ${alpha}`);
  if (curves.line.p > alpha)
    return failed(`a straight line in loss describes the scores as well: p ${p(curves.line.p)}, alpha ${alpha}`);
  const free = bestOnset(models, y, grid).at;
  if (!onEitherSide(free))
    return failed(
      `the curve that fits best leaves chance at a loss of ${(low + free * (high - low)).toPrecision(3)}, with fewer than ${fewest} models on one side: no stretch at chance was seen`,
    );
  if (before.p <= alpha)
    return failed(
      `the ${before.models} models before the best place, a loss of ${place.toPrecision(3)}, are above chance ${chance} already: mean ${before.mean.toPrecision(3)}, p ${p(before.p)}`,
    );
  const rejected = { smooth: curves.smooth.p <= alpha, threshold: curves.threshold.p <= alpha };
  if (rejected.threshold && !rejected.smooth)
    return failed(
      `a smooth curve that comes down to chance describes the scores (p ${p(curves.smooth.p)}), a threshold does not (p ${p(curves.threshold.p)}), alpha ${alpha}`,
    );
  const drawn = resampled();
  const ends = centralInterval(drawn, confidence);
  const beyond = drawn.filter((one) => one >= high).length / replicates;
  return {
    kind: "threshold",
    loss: place,
    interval: { lower: ends.lower, upper: beyond > (1 - confidence) / 2 ? Number.POSITIVE_INFINITY : ends.upper },
    verdict: rejected.smooth ? (rejected.threshold ? "neither" : "threshold") : "undecided",
    size: size === undefined ? undefined : sizeEffect(loss, score, size, place),
    ...tests,
  };

  /** The best place within a spacing of the grid, by golden section. */
  function nearest(middle: number): number {
    const left = (one: number) => (onEitherSide(one) ? bestOnset(models, y, [one]).rss : Number.POSITIVE_INFINITY);
    let [from, to] = [middle - spacing, middle + spacing];
    for (let turn = 0; turn < 50; turn++) {
      const [first, second] = [to - golden * (to - from), from + golden * (to - from)];
      if (left(first) <= left(second)) to = second;
      else from = first;
    }
    return (from + to) / 2;
  }

  /** Best places of thresholds among models drawn with replacement. */
  function resampled(): Float64Array {
    return Float64Array.from({ length: replicates }, () => {
      const weights = new Float64Array(loss.length);
      for (let i = 0; i < loss.length; i++) {
        const k = source.integer(0, loss.length - 1);
        weights[k] = (weights[k] as number) + (models.weights[k] as number);
      }
      return low + bestOnset({ loss: models.loss, weights }, y, grid).at * (high - low);
    });
  }
}

/** Mean score of the models before a threshold, held against chance. */
function stretch(loss: Numbers, score: Numbers, at: number, chance: number, n: number): LossThresholdTests["before"] {
  const scores = Array.from(score).filter((_, i) => (loss[i] as number) >= at);
  const models = scores.length;
  const mean = scores.reduce((sum, one) => sum + one, 0) / models;
  const between = scores.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (models - 1);
  // Of a single question 1 / n says nothing: the variance is then that of a coin.
  const q = n === 1 ? 1 / 2 : Math.max(chance, 1 / n);
  const standardError = Math.sqrt((q * (1 - q)) / n + between / models);
  const p = 2 * studentCdf(-Math.abs(mean - chance) / standardError, models - 1);
  return { mean, standardError, models, p };
}
