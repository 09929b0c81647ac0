import type { Interval } from "../../core/estimate";
import type { Failure } from "../../core/failure";
import type { Model, Predictors } from "../model/model";
import type { ModelOrigin } from "../model/origin";
import type { FitOptions } from "../problem/options";
import type { Band, BandOptions, Bands } from "../uncertainty/band";

/**
 * A fitted model. Records are by parameter name, matrices in the order of `names`.
 *
 * Its numbers are own properties, the data among them (x, y, fitted and residuals: some four numbers per point, and the weights), so that
 * `{ ...fit }`, `JSON.stringify(fit)` and `structuredClone(fit)` have them all. Such a copy has no methods and no `model`:
 * `reviveFit` gives them back.
 */
export interface Fit<Name extends string = string> {
  readonly kind: "fit";
  /** The model, on the prototype. */
  readonly model: Model<Name>;
  /** How the model was made, for `reviveFit`; undefined for an object of a person's own. */
  readonly origin: ModelOrigin | undefined;
  /** The model's name. */
  readonly name: string;
  readonly names: readonly Name[];
  readonly parameters: Record<Name, number>;
  /**
   * 0 for a fixed parameter, above 0 for every other, Infinity for one that the data do not determine. Of data without an error they are those of
   * the last digit of y.
   */
  readonly standardErrors: Record<Name, number>;
  /** Of squares of the parameters' units: beyond 1e-308 and 1e308 it is 0 and Infinity, while errors and correlation keep their digits. */
  readonly covariance: number[][];
  readonly correlation: number[][];
  /**
   * Weighted sum of squared residuals. Of y beyond some 1e-154 and 1e154 it is 0 and Infinity, as `cost` is, while parameters, errors, sigma, r2 and
   * logLikelihood keep their digits.
   */
  readonly rss: number;
  /** Residual standard deviation of a point of weight 1, sqrt(rss / degreesOfFreedom). Infinity without a degree of freedom. */
  readonly sigma: number;
  /** Number of points of weight above 0, less the number of free parameters. */
  readonly degreesOfFreedom: number;
  /** Number of points of weight above 0. */
  readonly n: number;
  /** Coefficient of determination: the proportion of the weighted variance of y that the curve explains. */
  readonly r2: number;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly aicc: number;
  readonly bic: number;
  /** What was minimized, at its minimum: rss, the sum of a robust loss, or the deviance. */
  readonly cost: number;
  readonly iterations: number;
  /** False if the descent ended before the gradient vanished: the parameters have few digits. */
  readonly converged: boolean;
  /** False if the data do not determine all parameters; `direction` then names them. */
  readonly identifiable: boolean;
  /** What the data do not determine, in words; "" if they determine everything. */
  readonly direction: string;
  /** Condition number of the Jacobian in scaled columns. */
  readonly condition: number;
  /** Sentences to read before trusting the numbers. */
  readonly warnings: readonly string[];
  readonly fixed: readonly Name[];
  /** Residual size from which the robust loss departed from squares; 1 for plain squares. */
  readonly lossScale: number;
  /** Parameters that ended at a bound. */
  readonly atBound: readonly Name[];
  /** The model in plain text and in TeX, and the fitted formula in TeX. */
  readonly formula: string;
  readonly tex: string;
  readonly fittedTex: string;
  readonly x: Predictors;
  readonly y: number[];
  readonly fitted: number[];
  /** y - fitted, unweighted. */
  readonly residuals: number[];
  readonly options: FitOptions<Name>;
  /** Log-likelihoods of the points of weight above 0; they add up to `logLikelihood`. */
  logLikelihoods(): number[];
  predict(x: number): number;
  predict(x: Predictors): number[];
  band(x: number, options?: BandOptions): Band;
  band(x: Predictors, options?: BandOptions): Bands;
  interval(confidence?: number): Record<Name, Interval>;
  profile(confidence?: number): Record<Name, Interval>;
  /** Text for people: statistics, variables with standard errors, and correlations of 0.1 and above, as lmfit's `fit_report`. */
  report(): string;
  /** The numbers as plain data for JSON, in which Infinity is written "Infinity". */
  toJSON(): Record<string, unknown>;
}

/** A fit that failed, and why. */
export interface FailedFit<Name extends string = string> extends Failure {
  readonly name: string;
  /** Parameters at which it stopped. */
  readonly parameters: Record<Name, number>;
  /** Weighted sum of squares of the best curve, if that is known although no numbers can hold its parameters. */
  readonly rss?: number;
}

/** Result of a fit: tell the two apart by `kind`. */
export type FitResult<Name extends string = string> = Fit<Name> | FailedFit<Name>;

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
