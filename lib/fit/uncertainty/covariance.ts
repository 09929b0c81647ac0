import type { Model } from "../model/model";
import type { Observations } from "../problem/leastSquares";
import { toShape } from "../problem/observations";
import type { Descender } from "../solver/descend";
import { triangle } from "./singular";
import { embed, type Uncertainty, uncertaintyOf } from "./uncertainty";

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

/**
 * Covariance of all parameters, with its ingredients.
 *
 * @param posed the problem that was minimized
 * @param vector its minimum, all parameters
 * @param unit standard deviation of one residual
 */
export function covarianceOf<Name extends string>(
  model: Model<Name>,
  data: Observations,
  posed: Descender,
  vector: Float64Array,
  unit: number,
): Covariance {
  const { indices } = posed.free;
  const names = model.parameters;
  // Positions among the free parameters.
  const smooth: number[] = [];
  for (let j = 0; j < indices.length; j++) {
    if (!model.nonsmooth.includes(names[indices[j] as number] as Name)) smooth.push(j);
  }
  const estimated = smooth.map((j) => indices[j] as number);
  const rows = data.y.length;
  const directions = posed.readJacobian(vector, (jacobian) =>
    triangle(columnsOf(jacobian, rows, smooth), rows, smooth.length),
  );
  const uncertainty = uncertaintyOf(directions);
  const covariance = embed(uncertainty.unscaled, estimated, names.length, unit * unit);
  for (const index of indices) {
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
