import type { Model, Predictors } from "../model/model";
import { originOf } from "../model/origin";
import { type BandOptions, bandAt, predictAt } from "../uncertainty/band";
import { studentInterval } from "../uncertainty/interval";
import { profileInterval } from "../uncertainty/profile";
import { toPlain } from "./plain";
import type { ErrorModel } from "./record";
import { report } from "./report";
import type { Fit } from "./result";
import { lazyNames, type Summary } from "./summary";

/** What fits of every kind share. */
type Common<Name extends string> = Omit<Fit<Name>, "rss" | "sigma" | "r2" | "lossScale">;

/**
 * A fit. Its numbers are own properties, some computed when first read, so that a copy by spread, JSON or structuredClone has them all;
 * its methods stand on the prototype.
 */
export abstract class Fitted<Name extends string, Errors extends ErrorModel> implements Common<Name> {
  readonly kind = "fit";
  declare readonly name: string;
  declare readonly names: readonly Name[];
  declare readonly parameters: Record<Name, number>;
  declare readonly standardErrors: Record<Name, number>;
  declare readonly covariance: number[][];
  declare readonly correlation: number[][];
  declare readonly identifiable: boolean;
  declare readonly direction: string;
  declare readonly condition: number;
  declare readonly warnings: readonly string[];
  declare readonly x: Predictors;
  declare readonly y: number[];
  declare readonly fitted: number[];
  declare readonly residuals: number[];
  declare readonly fittedTex: string;
  declare readonly n: number;
  declare readonly degreesOfFreedom: number;
  declare readonly cost: number;
  declare readonly logLikelihood: number;
  declare readonly aic: number;
  declare readonly aicc: number;
  declare readonly bic: number;
  declare readonly iterations: number;
  declare readonly converged: boolean;
  declare readonly fixed: readonly Name[];
  declare readonly atBound: readonly Name[];
  declare readonly formula: string;
  declare readonly tex: string;
  declare readonly origin: Fit<Name>["origin"];
  declare readonly options: Fit<Name>["options"];
  readonly #summary: Summary<Name, Errors>;

  constructor(summary: Summary<Name, Errors>) {
    const { record, errors } = summary;
    const { model, data, descent, options } = record;
    this.#summary = summary;
    this.name = model.name;
    this.names = model.parameters;
    this.parameters = summary.parameters;
    this.n = errors.n;
    this.degreesOfFreedom = summary.degreesOfFreedom;
    this.cost = descent.cost * data.unit * data.unit;
    const { logLikelihood, aic, aicc, bic } = errors.information;
    this.logLikelihood = logLikelihood;
    this.aic = aic;
    this.aicc = aicc;
    this.bic = bic;
    this.iterations = descent.iterations;
    this.converged = descent.stop === "converged";
    this.fixed = summary.fixed;
    this.atBound = summary.atBound;
    this.x = summary.x;
    this.y = summary.y;
    this.formula = model.formula;
    this.tex = model.tex;
    this.origin = originOf(model);
    this.options = options;
    for (let i = 0; i < lazyNames.length; i++) {
      Object.defineProperty(this, lazyNames[i] as string, Fitted.#lazy[i] as PropertyDescriptor);
    }
  }

  static readonly #lazy: readonly PropertyDescriptor[] = lazyNames.map((name) => ({
    enumerable: true,
    get(this: Fitted<string, ErrorModel>): unknown {
      return this.#summary[name];
    },
  }));

  get model(): Model<Name> {
    return this.#summary.record.model;
  }

  // Bound to this fit, so that they can be taken out of it and passed on.
  get predict(): Fit<Name>["predict"] {
    const { model, descent } = this.#summary.record;
    return ((x: number | Predictors) => predictAt(model, descent.parameters, x)) as Fit<Name>["predict"];
  }
  get band(): Fit<Name>["band"] {
    const state = this.#summary.bandState();
    return ((x: number | Predictors, options?: BandOptions) => bandAt(state, x, options)) as Fit<Name>["band"];
  }
  get interval(): Fit<Name>["interval"] {
    const { names, parameters, standardErrors, degreesOfFreedom } = this;
    const state = { names, parameters, standardErrors, degreesOfFreedom, absolute: this.#summary.errors.absolute };
    return (confidence = 0.95) => studentInterval({ ...state, confidence });
  }
  get profile(): Fit<Name>["profile"] {
    return (confidence = 0.95) => profileInterval(this.#summary.profileState(), confidence);
  }
  get logLikelihoods(): Fit<Name>["logLikelihoods"] {
    return () => this.#summary.errors.logLikelihoods();
  }

  report(): string {
    return report(this);
  }
  toJSON(): Record<string, unknown> {
    return toPlain({ ...this });
  }

  static {
    // What Node prints: the numbers, read. As a method it could not be declared, since its name is computed.
    Object.defineProperty(Fitted.prototype, Symbol.for("nodejs.util.inspect.custom"), {
      value(this: object): object {
        return { ...this };
      },
    });
  }
}
