import { type Descent, jacobianAt } from "./descend";
import type { Model, Predictors } from "./model";
import { toShape } from "./observations";
import type { FitOptions } from "./options";
import { type FreeParameters, leastSquares, type Observations, type ProblemFactory, type Robustness } from "./problem";
import { robustFactor, valuesAt, weigh } from "./robust";
import { triangle } from "./singular";
import { embed, type Uncertainty, uncertaintyOf } from "./uncertainty";

/** Everything needed to report a finished descent. */
export interface FitRecord<Name extends string> {
  readonly model: Model<Name>;
  readonly data: Observations;
  readonly free: FreeParameters;
  readonly options: FitOptions<Name>;
  readonly descent: Descent;
  readonly robustness: Robustness;
  readonly warnings: readonly string[];
  readonly x: Predictors;
}

/** Covariance of the parameters, from the Jacobian at the minimum. */
export interface Covariance {
  /** Positions of the free parameters that are differentiated; the others are searched. */
  readonly estimated: readonly number[];
  readonly uncertainty: Uncertainty;
  /** Norm of each Jacobian column. */
  readonly columns: Float64Array;
  /** Standard deviation of one residual, the unit of `uncertainty`. */
  readonly unit: number;
  readonly covariance: number[][];
}

/** The problem that a descent has solved, for any choice of free parameters. */
export function problemFactory<Name extends string>({ model, data, robustness }: FitRecord<Name>): ProblemFactory {
  return (moved) => leastSquares(model, data, moved, robustness);
}

/** Covariance of all parameters, with its ingredients; `sigma` is the residual standard deviation, 1 if it is known. */
export function covarianceOf<Name extends string>(
  record: FitRecord<Name>,
  sigma: number,
  absolute: boolean,
): Covariance {
  const { model, data, free, descent, robustness } = record;
  const { parameters: vector } = descent;
  const names = model.parameters;
  const jacobian = jacobianAt(problemFactory(record)(free), free, vector);
  // Positions among the free parameters.
  const smooth: number[] = [];
  for (let j = 0; j < free.indices.length; j++) {
    if (!model.nonsmooth.includes(names[free.indices[j] as number] as Name)) smooth.push(j);
  }
  const estimated = smooth.map((j) => free.indices[j] as number);
  const rows = data.y.length;
  const directions = triangle(columnsOf(jacobian, rows, smooth), rows, smooth.length);
  const uncertainty = uncertaintyOf(directions);
  const bent = robustness.loss !== "linear" && !absolute;
  const factor = bent ? robustFactor(weigh(data, valuesAt(model, data, vector)), robustness, free.indices.length) : 1;
  const unit = sigma * factor;
  const covariance = embed(uncertainty.unscaled, estimated, names.length, unit * unit);
  for (const index of free.indices) {
    if (!estimated.includes(index)) (covariance[index] as number[])[index] = gapVariance(data, vector[index] as number);
  }
  return { estimated, uncertainty, columns: directions.scale, unit, covariance };
}

/** The given columns of a column-major matrix. */
function columnsOf(matrix: Float64Array, rows: number, columns: readonly number[]): Float64Array {
  if (columns.length * rows === matrix.length) return matrix;
  const chosen = new Float64Array(rows * columns.length);
  for (const [to, from] of columns.entries()) chosen.set(matrix.subarray(from * rows, (from + 1) * rows), to * rows);
  return chosen;
}

/** Variance of a position that is uniform between the two neighboring x. */
function gapVariance(data: Observations, place: number): number {
  const { x } = toShape(data);
  const after = x.find((value) => value >= place) ?? place;
  const before = x[x.indexOf(after) - 1] ?? place;
  return (after - before) ** 2 / 12;
}
