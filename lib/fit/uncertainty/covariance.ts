import type { Model } from "../model/model";
import type { Observations } from "../problem/leastSquares";
import { toShape } from "../problem/observations";
import type { Descender } from "../solver/descend";
import { triangle } from "./singular";
import { type Uncertainty, uncertaintyOf } from "./uncertainty";

/** Errors of the parameters, from the Jacobian at the minimum. */
export interface Covariance {
  /** Positions of the free parameters that are differentiated; the others are searched. */
  readonly estimated: readonly number[];
  readonly uncertainty: Uncertainty;
  /** Norm of each Jacobian column. */
  readonly columns: Float64Array;
  /** Standard deviation of one residual, the unit of `uncertainty`. */
  readonly unit: number;
  /** Standard errors of all parameters, in their order: 0 for a fixed one, Infinity for one that the data do not determine. */
  readonly errors: readonly number[];
}

/**
 * Standard errors of all parameters, and what correlation and covariance are made of.
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
  // Positions among the free parameters, and among all.
  const smooth: number[] = [];
  const estimated: number[] = [];
  for (let j = 0; j < indices.length; j++) {
    const index = indices[j] as number;
    if (model.nonsmooth.includes(names[index] as Name)) continue;
    smooth.push(j);
    estimated.push(index);
  }
  const rows = data.y.length;
  const directions = posed.readJacobian(vector, (jacobian) =>
    triangle(columnsOf(jacobian, rows, smooth), rows, smooth.length),
  );
  const uncertainty = uncertaintyOf(directions);
  const errors = names.map(() => 0);
  for (let i = 0; i < estimated.length; i++) {
    errors[estimated[i] as number] = unit * (uncertainty.errors[i] as number);
  }
  for (const index of indices) if (!estimated.includes(index)) errors[index] = gapError(data, vector[index] as number);
  return { estimated, uncertainty, columns: directions.scale, unit, errors };
}

/** Correlations of all parameters, in their order: 0 beside one that is fixed, searched or not determined, and where no error can be told. */
export function correlationOf({ estimated, uncertainty, unit, errors }: Covariance): number[][] {
  const places = errors.map((_, index) => (Number.isFinite(unit) ? estimated.indexOf(index) : -1));
  return places.map((i, index) =>
    places.map((j, other) => (index === other ? 1 : i < 0 || j < 0 ? 0 : uncertainty.correlation(i, j))),
  );
}

/** Products of errors and correlations. Beyond 1e-308 and 1e308 they are 0 and Infinity, while the two keep their digits. */
export function covarianceMatrix(errors: readonly number[], correlation: readonly (readonly number[])[]): number[][] {
  return errors.map((error, i) =>
    errors.map((other, j) => {
      const share = correlation[i]?.[j] as number;
      // 0 times an infinite error is 0 here: the diagonal marks such parameters.
      return share === 0 || error === 0 || other === 0 ? 0 : share * (error * other);
    }),
  );
}

/** The given columns of a column-major matrix. */
function columnsOf(matrix: Float64Array, rows: number, columns: readonly number[]): Float64Array {
  if (columns.length * rows === matrix.length) return matrix;
  const chosen = new Float64Array(rows * columns.length);
  for (const [to, from] of columns.entries()) chosen.set(matrix.subarray(from * rows, (from + 1) * rows), to * rows);
  return chosen;
}

/** Standard deviation of a position that is uniform between the two neighboring x; Infinity beyond the data, where nothing tells it. */
function gapError(data: Observations, place: number): number {
  const { x, xMin, xMax } = toShape(data);
  if (!(place > xMin && place <= xMax)) return Number.POSITIVE_INFINITY;
  const after = x.find((value) => value >= place) as number;
  const before = x[x.indexOf(after) - 1] as number;
  return (after - before) / Math.sqrt(12);
}
