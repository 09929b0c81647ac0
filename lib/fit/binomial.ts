import { lgam } from "cephes";
import { median, sum } from "d3-array";
import type { Numbers } from "../core/numbers";
import { requireChance, requireCounts } from "../core/require";
import { chiSquaredSurvival } from "../stats/distributions";
import { makeBand, makePredict } from "./band";
import { countsProblem, withChance } from "./counts";
import { jacobianAt } from "./descend";
import { toFreeParameters } from "./freeParameters";
import { judge } from "./identifiability";
import { criteria } from "./information";
import { studentInterval } from "./interval";
import { type Model, type Point, type Predictors, toValues } from "./model";
import { toObservations } from "./observations";
import type { BinomialOptions } from "./options";
import { makeProfile } from "./profile";
import type { FailedFit, Fit } from "./result";
import { searchOn } from "./search";
import { triangle } from "./singular";
import { fittedTex } from "./tex";
import { embed, toCorrelation, uncertaintyOf } from "./uncertainty";
import { warn } from "./warnings";

/** A model fitted to counts: like `Fit`, with the deviance in place of the sum of squares. `y` and `fitted` are proportions. */
export interface BinomialFit<Name extends string = string>
  extends Omit<Fit<Name>, "rss" | "sigma" | "r2" | "lossScale"> {
  /** 2 (logL of the observed shares - logL of the curve). */
  readonly deviance: number;
  /** Pearson's chi-squared per degree of freedom: about 1 for binomial counts, above 1 for over-dispersed ones. */
  readonly dispersion: number;
  readonly successes: number[];
  readonly trials: number[];
}

/** Result of a fit to counts: tell the two apart by `kind`. */
export type BinomialResult<Name extends string = string> = BinomialFit<Name> | FailedFit<Name>;

/**
 * Fits a curve of probabilities to accuracies as counts, by maximum likelihood:
 *
 *     maximize sum_i k_i ln p(x_i) + (n_i - k_i) ln(1 - p(x_i))
 *
 * `k` successes of `n` trials at each x. Points with more trials weigh more, and proportions near 0 and 1 are fitted more tightly, as they should be.
 * With `chance` it is the psychometric function. Parameters named `L` and `floor` are kept within [0, 1].
 *
 * @throws RangeError for ragged or empty data, counts that are not whole, or more successes than trials
 * @example
 * import { curves, fitBinomial } from "@emergence/lib/fit";
 * const result = fitBinomial(curves.logistic, [1, 2, 3, 4, 5], [1, 5, 25, 44, 49], [50, 50, 50, 50, 50], { fixed: { L: 1 } });
 * result.parameters.x0.toFixed(2); // => "3.02"
 *
 * Source: Wichmann & Hill 2001, Perception & Psychophysics 63, 1293-1313, eq. 1 and 5; McCullagh & Nelder 1989, sections 4.4 and 4.5.
 */
export function fitBinomial<Name extends string>(
  model: Model<Name>,
  x: Predictors,
  successes: Numbers,
  trials: Numbers,
  options: BinomialOptions<Name> = {},
): BinomialResult<Name> {
  checkCounts(successes, trials, options.chance);
  const shares = Array.from(successes, (count, i) => count / (trials[i] as number));
  const data = toObservations("fitBinomial", model, x, shares, { weights: trials });
  const { chanced, settings } = withChance(model, options);
  const free = toFreeParameters("fitBinomial", chanced, settings);
  if (shares.length < free.indices.length) {
    throw new RangeError(`fitBinomial: ${shares.length} points for ${free.indices.length} parameters`);
  }
  const failed = (reason: string, at: ArrayLike<number>): FailedFit<Name> => ({
    kind: "failed",
    name: model.name,
    reason,
    parameters: toValues(model.parameters, at),
  });
  if (free.indices.length > 1 && shares.length > 1 && shares.every((share) => share === shares[0])) {
    return failed(`the share is ${shares[0]} at all ${shares.length} x: it determines no curve`, free.all);
  }
  const problemOf = countsProblem(chanced, data, successes, trials);
  const { descent, warnings } = searchOn(problemOf, chanced, data, free, settings);
  if (descent === undefined || descent.stop === "overflow") {
    return failed(`${model.name} is not finite at any start: give a start or bounds closer to the data`, free.all);
  }
  if (descent.stop === "iterations") {
    return failed(
      `the likelihood still rose after ${descent.iterations} iterations: hold a parameter, or bound it`,
      descent.parameters,
    );
  }

  const names = model.parameters;
  const vector = descent.parameters;
  const parameters = toValues(names, vector);
  const rows = shares.length;
  const moving = free.indices.length;
  const directions = triangle(jacobianAt(problemOf(free), free, vector), rows, moving);
  const uncertainty = uncertaintyOf(directions);
  const covariance = embed(uncertainty.unscaled, free.indices, names.length, 1);
  const standardErrors = toValues(
    names,
    covariance.map((row, j) => Math.sqrt(row[j] as number)),
  );
  const predict = makePredict(chanced, vector);
  const gradient = new Float64Array(names.length);
  const fitted = Array.from(data.points, (point: Point) => chanced.point(point, vector, gradient));
  const logLikelihoods = () => fitted.map((p, i) => logChance(successes[i] as number, trials[i] as number, p));
  const logLikelihood = sum(logLikelihoods());
  const degreesOfFreedom = rows - moving;
  const pearson = sum(fitted, (p, i) => pearsonOf(successes[i] as number, trials[i] as number, p));
  const dispersion = degreesOfFreedom > 0 ? pearson / degreesOfFreedom : 1;
  const verdict = judge(uncertainty, {
    names: free.indices.map((index) => names[index] as Name),
    values: free.indices.map((index) => vector[index] as number),
    errors: free.indices.map((index) => standardErrors[names[index] as Name]),
    columns: directions.scale,
    signal: Math.sqrt(nullDeviance(successes, trials)),
    linear: false,
  });
  const atBound = free.indices.flatMap((index, j) =>
    vector[index] === free.lower[j] || vector[index] === free.upper[j] ? [names[index] as Name] : [],
  );
  const overdispersed =
    degreesOfFreedom > 0 && chiSquaredSurvival(pearson, degreesOfFreedom) < 0.01
      ? [
          `over-dispersed: counts vary ${dispersion.toPrecision(2)} times as much as binomial ones, true errors are about ${Math.sqrt(dispersion).toPrecision(2)} times these`,
        ]
      : [];
  const known = { degreesOfFreedom, absolute: true, unit: 1 };
  return {
    kind: "fit",
    model: chanced,
    name: model.name,
    names,
    parameters,
    standardErrors,
    covariance,
    correlation: toCorrelation(covariance),
    deviance: descent.cost,
    dispersion,
    degreesOfFreedom,
    n: rows,
    ...criteria(logLikelihood, moving, rows),
    iterations: descent.iterations,
    ...verdict,
    condition: uncertainty.condition,
    warnings: [
      ...warnings,
      ...warn({
        direction: verdict.direction,
        stop: descent.stop,
        degreesOfFreedom,
        atBound,
        robustness: { loss: "linear", scale: 1 },
        n: rows,
        moving,
      }),
      ...overdispersed,
    ],
    fixed: names.filter((_, index) => !free.indices.includes(index)),
    atBound,
    formula: chanced.formula,
    tex: chanced.tex,
    fittedTex: fittedTex(chanced, parameters),
    x,
    y: shares,
    successes: Array.from(successes),
    trials: Array.from(trials),
    fitted,
    residuals: fitted.map((p, i) => (shares[i] as number) - p),
    options: settings,
    logLikelihoods,
    predict,
    band: makeBand({
      model: chanced,
      vector,
      estimated: free.indices,
      uncertainty,
      ...known,
      observationError: (p) => Math.sqrt(Math.max(0, p * (1 - p)) / (median(trials) as number)),
      range: [0, 1],
    }),
    interval: (confidence = 0.95) => studentInterval({ names, parameters, standardErrors, ...known, confidence }),
    profile: makeProfile({ model: chanced, problemOf, free, options, descent, standardErrors, ...known }),
  };
}

function checkCounts(successes: Numbers, trials: Numbers, chance: number | undefined): void {
  requireCounts("fitBinomial", successes, trials);
  if (chance !== undefined) requireChance("fitBinomial", "chance", chance);
}

/** Log probability of k successes in n trials of probability p. */
function logChance(k: number, n: number, p: number): number {
  const part = (count: number, share: number) => (count === 0 ? 0 : count * Math.log(share));
  return lgam(n + 1) - lgam(k + 1) - lgam(n - k + 1) + part(k, p) + part(n - k, 1 - p);
}

function pearsonOf(k: number, n: number, p: number): number {
  const variance = n * p * (1 - p);
  return variance > 0 ? (k - n * p) ** 2 / variance : 0;
}

/** Deviance of a constant probability: the variation that a curve can explain. */
function nullDeviance(successes: Numbers, trials: Numbers): number {
  const p = sum(successes) / sum(trials);
  const part = (count: number, expected: number) => (count === 0 ? 0 : 2 * count * Math.log(count / expected));
  return Array.from(successes).reduce((total, k, i) => {
    const n = trials[i] as number;
    return total + part(k, n * p) + part(n - k, n * (1 - p));
  }, 0);
}
