import type { Model } from "../model/model";
import type { Observations, Robustness } from "../problem/leastSquares";
import type { FitOptions } from "../problem/options";
import type { Descender, Descent } from "../solver/descend";
import type { Information } from "../uncertainty/information";

/** A finished descent, with everything that its fit is computed from. */
export interface FitRecord<Name extends string> {
  readonly model: Model<Name>;
  readonly data: Observations;
  readonly options: FitOptions<Name>;
  readonly posed: Descender;
  readonly descent: Descent;
  /** Warnings of the search. A method: they take a second search, and a getter in a literal takes longer to make than the literal. */
  warnings(): readonly string[];
}

/** How observations scatter around the curve: normal errors, or counts. */
export interface ErrorModel {
  /** Number of points that count. */
  readonly n: number;
  readonly information: Information;
  /** True if the size of the errors is known: intervals are then normal, not Student's. */
  readonly absolute: boolean;
  /** The loss, its scale in the unit of y. */
  readonly robustness: Robustness;
  /** Range of possible values of y. */
  readonly range: readonly [number, number];
  /** True if a model that is linear in all parameters makes a linear problem. */
  readonly linear: boolean;
  /** The curve at the data. */
  fitted(): number[];
  /** Standard deviation of one weighted residual, in the unit of the data. */
  unit(): number;
  /** Root of the weighted sum of squares (or deviance) of y around its mean. */
  signal(): number;
  /** Standard deviation of one observation around the curve, from the curve's value. */
  observationError(value: number): number;
  logLikelihoods(): number[];
  /** Warnings to be read before all others. */
  alarms(): string[];
  /** Warnings of this kind of fit alone. */
  warnings(): string[];
}
