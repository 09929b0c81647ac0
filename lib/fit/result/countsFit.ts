import { lgam } from "cephes";
import { median, sum } from "d3-array";
import type { Numbers } from "../../core/numbers";
import { chiSquaredSurvival } from "../../stats/distributions";
import { valuesAt } from "../problem/robust";
import { criteria } from "../uncertainty/information";
import { Fitted } from "./fitted";
import type { ErrorModel, FitRecord } from "./record";
import type { BinomialFit } from "./result";
import { type Lazy, Summary } from "./summary";

/** A fit to counts from its finished descent. */
export function countsFit<Name extends string>(
  record: FitRecord<Name>,
  successes: Numbers,
  trials: Numbers,
  known: Partial<Lazy<Name>> | undefined = undefined,
): BinomialFit<Name> {
  const errors = binomialErrors(record, Array.from(successes), Array.from(trials));
  return new CountsFit(new Summary(record, errors, known));
}

class CountsFit<Name extends string> extends Fitted<Name, BinomialErrors> implements BinomialFit<Name> {
  declare readonly deviance: number;
  declare readonly dispersion: number;
  declare readonly successes: number[];
  declare readonly trials: number[];

  constructor(summary: Summary<Name, BinomialErrors>) {
    super(summary);
    const { dispersion, successes, trials } = summary.errors;
    this.deviance = this.cost;
    this.dispersion = dispersion;
    this.successes = successes;
    this.trials = trials;
  }
}

/** Errors of counts, whose size the counts fix. */
interface BinomialErrors extends ErrorModel {
  readonly dispersion: number;
  readonly successes: number[];
  readonly trials: number[];
}

function binomialErrors<Name extends string>(
  { model, data, posed, descent }: FitRecord<Name>,
  successes: number[],
  trials: number[],
): BinomialErrors {
  const moving = posed.free.indices.length;
  const n = trials.length;
  const degreesOfFreedom = n - moving;
  const fitted = valuesAt(model, data, descent.parameters);
  const logLikelihoods = () => fitted.map((p, i) => logChance(successes[i] as number, trials[i] as number, p));
  const pearson = sum(fitted, (p, i) => pearsonOf(successes[i] as number, trials[i] as number, p));
  const dispersion = degreesOfFreedom > 0 ? pearson / degreesOfFreedom : 1;
  return {
    n,
    dispersion,
    successes,
    trials,
    information: criteria(sum(logLikelihoods()), moving, n),
    absolute: true,
    robustness: { loss: "linear", scale: 1 },
    range: [0, 1],
    linear: false,
    fitted: () => fitted.slice(),
    unit: () => 1,
    signal: () => Math.sqrt(nullDeviance(successes, trials)),
    observationError: (p) => Math.sqrt(Math.max(0, p * (1 - p)) / (median(trials) as number)),
    logLikelihoods,
    alarms: () => [],
    warnings: () => overdispersed(pearson, dispersion, degreesOfFreedom),
  };
}

/** A warning if Pearson's chi-squared exceeds what counts allow. */
function overdispersed(pearson: number, dispersion: number, degreesOfFreedom: number): string[] {
  if (!(degreesOfFreedom > 0 && chiSquaredSurvival(pearson, degreesOfFreedom) < 0.01)) return [];
  const [variance, error] = [dispersion, Math.sqrt(dispersion)].map((ratio) => ratio.toPrecision(2));
  return [
    `over-dispersed: counts vary ${variance} times as much as binomial ones, true errors are about ${error} times these`,
  ];
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
