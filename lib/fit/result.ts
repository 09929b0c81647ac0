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

/** The band at many x. */
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
  /** 0 for a fixed parameter, Infinity for one that the data do not fix. */
  readonly standardErrors: Record<Name, number>;
  readonly covariance: number[][];
  readonly correlation: number[][];
  /** Weighted sum of squared residuals. */
  readonly rss: number;
  /** Residual standard deviation, sqrt(rss / degreesOfFreedom); of a point of weight 1. Infinity where no degree of freedom is left. */
  readonly sigma: number;
  /** Points of weight above 0, less the parameters that moved. */
  readonly degreesOfFreedom: number;
  /** Points of weight above 0. */
  readonly n: number;
  /** Share of the weighted variance of y that the curve takes up. */
  readonly r2: number;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly aicc: number;
  readonly bic: number;
  readonly iterations: number;
  /** False where the data do not fix all parameters; `direction` then says which. */
  readonly identifiable: boolean;
  /** What the data do not fix, in words; "" where they fix everything. */
  readonly direction: string;
  /** Condition number of the Jacobian in scaled columns. */
  readonly condition: number;
  /** What a reader should know before trusting the numbers, each a sentence. */
  readonly warnings: readonly string[];
  readonly fixed: readonly Name[];
  /** Residual size at which a robust loss began to bend; 1 for plain squares. */
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
  /** Log-likelihood of each point of weight above 0; they add up to `logLikelihood`. */
  logLikelihoods(): number[];
  predict(x: number): number;
  predict(x: Predictors): number[];
  band(x: number, options?: BandOptions): Band;
  band(x: Predictors, options?: BandOptions): Bands;
  interval(confidence?: number): Record<Name, Interval>;
  profile(confidence?: number): Record<Name, Interval>;
}

/** No fit, and why. */
export interface FailedFit<Name extends string = string> extends Failure {
  readonly name: string;
  /** Where it stopped. */
  readonly parameters: Record<Name, number>;
}

/** What came of a fit: tell the two apart by `kind`. */
export type FitResult<Name extends string = string> = Fit<Name> | FailedFit<Name>;
