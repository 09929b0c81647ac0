/** A sum of squares (or of a robust loss, written as one) to be minimized. */
export interface Problem {
  /**
   * Writes the weighted residuals y - f and the weighted Jacobian df/dtheta (column by column) and returns the cost;
   * not a finite number if the model overflows.
   */
  evaluate(theta: Float64Array, residual: Float64Array, jacobian: Float64Array): number;
  readonly rows: number;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Cost below which only rounding is left. */
  readonly floor: number;
}

/** The free parameters, and their bounds. */
export interface FreeParameters {
  /** Values of all parameters; the fixed ones keep these. */
  readonly all: Float64Array;
  /** Positions of the free parameters. */
  readonly indices: readonly number[];
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** Makes the problem to be minimized, least squares or a likelihood, for any choice of free parameters. */
export type ProblemFactory = (free: FreeParameters) => Problem;
