import type { Interval } from "../core/estimate";
import type { Failure } from "../core/failure";
import type { Model, Predictors } from "./model";
import type { FitOptions } from "./options";

/** Options of `band`. */
export interface BandOptions {
  /** Coverage of the band, between 0 and 1. Default 0.95. */
  readonly confidence?: number;
  /** Confidence band of the curve (default), or prediction band of a new observation. */
  readonly interval?: "confidence" | "prediction";
}

/** The curve at one x, with its band. */
export interface Band extends Interval {
  readonly value: number;
}

/** The curve at several x, with its band. */
export interface Bands {
  readonly value: number[];
  readonly lower: number[];
  readonly upper: number[];
}

/** A fitted model. Records are by parameter name, matrices in the order of `names`. */
export interface Fit<Name extends string = string> {
  readonly kind: "fit";
  readonly model: Model<Name>;
  /** The model's name. */
  readonly name: string;
  readonly names: readonly Name[];
  readonly parameters: Record<Name, number>;
  /** 0 for a fixed parameter, Infinity for one that the data do not determine. */
  readonly standardErrors: Record<Name, number>;
  readonly covariance: number[][];
  readonly correlation: number[][];
  /** Weighted sum of squared residuals. */
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
  readonly iterations: number;
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
}

/** A fit that failed, and why. */
export interface FailedFit<Name extends string = string> extends Failure {
  readonly name: string;
  /** Parameters at which it stopped. */
  readonly parameters: Record<Name, number>;
}

/** Result of a fit: tell the two apart by `kind`. */
export type FitResult<Name extends string = string> = Fit<Name> | FailedFit<Name>;
