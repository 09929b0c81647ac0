import { sum } from "d3-array";
import { makeBand, makePredict } from "./band";
import { type Covariance, covarianceOf, type FitRecord, problemFactory } from "./covariance";
import { judge, type Verdict } from "./identifiability";
import { type Information, information, pointwise } from "./information";
import { studentInterval } from "./interval";
import { type Model, type Predictors, toValues } from "./model";
import { defaults, type FitOptions } from "./options";
import type { Observations } from "./problem";
import { makeProfile } from "./profile";
import type { BandOptions, Fit } from "./result";
import { valuesAt, weigh } from "./robust";
import { fittedTex } from "./tex";
import { toCorrelation } from "./uncertainty";
import { warn } from "./warnings";

/** Values computed when first read. */
interface Memo<Name extends string> {
  fitted?: number[];
  covariance?: Covariance;
  standardErrors?: Record<Name, number>;
  verdict?: Verdict;
  information?: Information;
  total?: number;
}

/**
 * A fit by least squares. Parameters and sum of squares are at hand; errors, goodness of fit, warnings and TeX are computed when
 * first read, so that a thousand fits of which only the parameters are used cost no more than that.
 */
export class SquaresFit<Name extends string> implements Fit<Name> {
  readonly kind = "fit";
  readonly model: Model<Name>;
  readonly name: string;
  readonly names: readonly Name[];
  readonly parameters: Record<Name, number>;
  readonly rss: number;
  readonly sigma: number;
  readonly degreesOfFreedom: number;
  readonly n: number;
  readonly iterations: number;
  readonly lossScale: number;
  readonly x: Predictors;
  readonly options: FitOptions<Name>;
  // Functions, not methods, so that they can be passed on without the fit.
  readonly predict: Fit<Name>["predict"];
  readonly band: Fit<Name>["band"] = ((x: number, options?: BandOptions) =>
    this.#band()(x, options)) as Fit<Name>["band"];
  readonly interval: Fit<Name>["interval"] = (confidence = 0.95) =>
    studentInterval({ ...this.#scale(), ...this.#named(), confidence });
  readonly profile: Fit<Name>["profile"] = (confidence) => this.#profile()(confidence);
  readonly logLikelihoods: Fit<Name>["logLikelihoods"] = () =>
    pointwise(this.#weighted(), this.#record.data, this.rss, this.#absolute);
  readonly #record: FitRecord<Name>;
  readonly #absolute: boolean;
  readonly #memo: Memo<Name> = {};

  constructor(record: FitRecord<Name>) {
    const { model, data, free, options, descent, robustness, x } = record;
    this.#record = record;
    this.#absolute = options.absoluteSigma ?? defaults.absoluteSigma;
    this.model = model;
    this.name = model.name;
    this.names = model.parameters;
    this.parameters = toValues(model.parameters, descent.parameters);
    this.rss = robustness.loss === "linear" ? descent.cost : sum(this.#weighted(), (r) => r * r);
    this.n = sum(data.rootWeights, (root) => Number(root > 0));
    this.degreesOfFreedom = this.n - free.indices.length;
    this.sigma = this.degreesOfFreedom > 0 ? Math.sqrt(this.rss / this.degreesOfFreedom) : Number.POSITIVE_INFINITY;
    this.iterations = descent.iterations;
    this.lossScale = robustness.scale;
    this.x = x;
    this.options = options;
    this.predict = makePredict(model, descent.parameters);
  }

  get standardErrors(): Record<Name, number> {
    this.#memo.standardErrors ??= toValues(
      this.names,
      this.covariance.map((row, j) => Math.sqrt(row[j] as number)),
    );
    return this.#memo.standardErrors;
  }
  get covariance(): number[][] {
    return this.#covariance().covariance;
  }
  get correlation(): number[][] {
    return toCorrelation(this.covariance);
  }
  get condition(): number {
    return this.#covariance().uncertainty.condition;
  }
  get identifiable(): boolean {
    return this.#verdict().identifiable;
  }
  get direction(): string {
    return this.#verdict().direction;
  }
  get r2(): number {
    const total = this.#total();
    return total > 0 ? 1 - this.rss / total : 0;
  }
  get logLikelihood(): number {
    return this.#information().logLikelihood;
  }
  get aic(): number {
    return this.#information().aic;
  }
  get aicc(): number {
    return this.#information().aicc;
  }
  get bic(): number {
    return this.#information().bic;
  }
  get y(): number[] {
    return Array.from(this.#record.data.y);
  }
  get fitted(): number[] {
    const { model, data, descent } = this.#record;
    this.#memo.fitted ??= valuesAt(model, data, descent.parameters);
    return this.#memo.fitted;
  }
  get residuals(): number[] {
    const { y } = this.#record.data;
    return this.fitted.map((value, i) => (y[i] as number) - value);
  }
  get fixed(): readonly Name[] {
    return this.names.filter((_, index) => !this.#record.free.indices.includes(index));
  }
  get atBound(): readonly Name[] {
    const { free, descent } = this.#record;
    return free.indices.flatMap((index, j) => {
      const value = descent.parameters[index];
      return value === free.lower[j] || value === free.upper[j] ? [this.names[index] as Name] : [];
    });
  }
  get warnings(): readonly string[] {
    const { warnings, descent, robustness, free } = this.#record;
    const { direction, degreesOfFreedom, atBound, n } = this;
    const moving = free.indices.length;
    return warnings.concat(warn({ direction, stop: descent.stop, degreesOfFreedom, atBound, robustness, n, moving }));
  }
  get formula(): string {
    return this.model.formula;
  }
  get tex(): string {
    return this.model.tex;
  }
  get fittedTex(): string {
    return fittedTex(this.model, this.parameters);
  }

  #weighted(): Float64Array {
    return weigh(this.#record.data, this.fitted);
  }
  #covariance(): Covariance {
    this.#memo.covariance ??= covarianceOf(this.#record, this.#absolute ? 1 : this.sigma, this.#absolute);
    return this.#memo.covariance;
  }
  #information(): Information {
    const { data, free } = this.#record;
    const { rss, n } = this;
    this.#memo.information ??= information({ data, rss, n, moving: free.indices.length, absolute: this.#absolute });
    return this.#memo.information;
  }
  #total(): number {
    this.#memo.total ??= totalSquares(this.#record.data);
    return this.#memo.total;
  }
  #verdict(): Verdict {
    const { estimated, uncertainty, columns } = this.#covariance();
    const names = estimated.map((index) => this.names[index] as Name);
    this.#memo.verdict ??= judge(uncertainty, {
      names,
      values: names.map((name) => this.parameters[name]),
      errors: names.map((name) => this.standardErrors[name]),
      columns,
      signal: Math.sqrt(this.#total()),
      linear: names.every((name) => this.model.linear.includes(name)),
    });
    return this.#memo.verdict;
  }
  #scale() {
    const { degreesOfFreedom } = this;
    return { degreesOfFreedom, absolute: this.#absolute, unit: this.#covariance().unit };
  }
  #named() {
    const { names, parameters, standardErrors } = this;
    return { names, parameters, standardErrors };
  }
  #band(): Fit<Name>["band"] {
    const { model, descent } = this.#record;
    const { estimated, uncertainty } = this.#covariance();
    const observationError = () => (this.#absolute ? 1 : this.sigma);
    return makeBand({ ...this.#scale(), model, vector: descent.parameters, estimated, uncertainty, observationError });
  }
  #profile(): Fit<Name>["profile"] {
    const problemOf = problemFactory(this.#record);
    return makeProfile({ ...this.#record, ...this.#scale(), standardErrors: this.standardErrors, problemOf });
  }
}

// Getters are enumerable, and a printed fit shows their values.
for (const [key, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(SquaresFit.prototype))) {
  if (descriptor.get !== undefined)
    Object.defineProperty(SquaresFit.prototype, key, { ...descriptor, enumerable: true });
}
Object.defineProperty(SquaresFit.prototype, Symbol.for("nodejs.util.inspect.custom"), {
  value(this: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const shown: Record<string, unknown> = {};
    for (const key in this) shown[key] = this[key];
    return shown;
  },
});

/** Weighted sum of squares of y around its weighted mean. */
function totalSquares({ y, rootWeights }: Observations): number {
  let weights = 0;
  let mean = 0;
  for (const [i, root] of rootWeights.entries()) {
    weights += root * root;
    mean += root * root * (y[i] as number);
  }
  mean /= weights;
  return sum(y, (value, i) => ((rootWeights[i] as number) * (value - mean)) ** 2);
}
