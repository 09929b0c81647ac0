import { dot, norm } from "../../core/linearAlgebra";
import type { Model, Point } from "../model/model";
import type { FreeParameters, Problem } from "../solver/problem";
import type { Observations } from "./leastSquares";

/** Share of a column that must be its own: one that has less depends on those before it, and its parameter stays 0. */
const independent = 1e-9;

/** Least squares with the parameters in which the model is linear solved for at every point. */
export interface Projection {
  /** The problem that is left, in the other free parameters. */
  readonly problem: Problem;
  /** Positions of these. */
  readonly others: readonly number[];
  /** Writes the best linear parameters into the vector; returns the sum of squares, which is not finite if there are none. */
  solve(parameters: Float64Array): number;
}

/**
 * Variable projection (Golub & Pereyra 1973): for given nonlinear parameters the best linear ones are known, and what remains is a problem
 * in the nonlinear ones alone, without the valley in which an amplitude and a rate creep along together. The Jacobian is Kaufman's (1975):
 * that of the model, projected off the columns of the linear parameters; J'r is the exact gradient. Bounds of linear parameters are kept by
 * holding those that would leave them.
 *
 * @param solved positions of the linear parameters to solve for, free ones
 */
export function projected(
  model: Pick<Model, "point">,
  { points, y, rootWeights }: Observations,
  { all, indices, lower, upper }: FreeParameters,
  solved: readonly number[],
): Projection {
  const rows = y.length;
  const columns = solved.length;
  const otherSlots = indices.flatMap((index, j) => (solved.includes(index) ? [] : [j]));
  const others = otherSlots.map((j) => indices[j] as number);
  const [lowest, highest] = [lower, upper].map((bound) =>
    solved.map((index) => bound[indices.indexOf(index)] as number),
  ) as [number[], number[]];
  const gradient = new Float64Array(all.length);
  const matrix = new Float64Array(rows * columns);
  const basis = new Float64Array(rows * columns);
  const triangle = new Float64Array(columns * columns);
  const units = new Float64Array(columns);
  const right = new Float64Array(rows);
  const left = new Float64Array(rows);
  const values = new Float64Array(columns);
  const held = new Uint8Array(columns);
  const parameters = all.slice();

  /** The columns of the linear parameters, in units of their norms, and what they are to explain; false if a number is not finite. */
  function read(at: Float64Array): boolean {
    for (const index of solved) at[index] = 0;
    let sum = 0;
    matrix.fill(0);
    right.fill(0);
    for (let i = 0; i < rows; i++) {
      const weight = rootWeights[i] as number;
      // The model need not be defined at a point that does not count.
      if (weight === 0) continue;
      right[i] = weight * ((y[i] as number) - model.point(points[i] as Point, at, gradient));
      sum += right[i] as number;
      for (let j = 0; j < columns; j++) {
        const slope = weight * (gradient[solved[j] as number] as number);
        matrix[j * rows + i] = slope;
        sum += slope;
      }
    }
    for (let j = 0; j < columns; j++) {
      const size = norm(matrix, j * rows, rows);
      units[j] = size === 0 ? 1 : size;
      for (let i = j * rows; i < (j + 1) * rows; i++) matrix[i] = (matrix[i] as number) / (units[j] as number);
    }
    return Number.isFinite(sum);
  }

  /** An orthonormal basis of the columns that are not held, and the best values of their parameters. */
  function orthogonalize(): void {
    left.set(right);
    for (let j = 0; j < columns; j++) {
      if (held[j]) subtract(left, 0, matrix, j * rows, (values[j] as number) * (units[j] as number), rows);
    }
    for (let j = 0; j < columns; j++) {
      const from = j * rows;
      triangle[j * columns + j] = 0;
      if (held[j]) continue;
      basis.set(matrix.subarray(from, from + rows), from);
      for (let k = 0; k < j; k++) triangle[j * columns + k] = 0;
      // Twice is enough: the second pass removes what rounding has left.
      for (let pass = 0; pass < 2; pass++) {
        for (let k = 0; k < j; k++) {
          if (triangle[k * columns + k] === 0) continue;
          const along = dot(basis, k * rows, basis, from, rows);
          triangle[j * columns + k] = (triangle[j * columns + k] as number) + along;
          subtract(basis, from, basis, k * rows, along, rows);
        }
      }
      const size = norm(basis, from, rows);
      if (size < independent) continue;
      triangle[j * columns + j] = size;
      for (let i = from; i < from + rows; i++) basis[i] = (basis[i] as number) / size;
    }
    const along = new Float64Array(columns);
    for (let j = 0; j < columns; j++) {
      if (triangle[j * columns + j] === 0) continue;
      along[j] = dot(basis, j * rows, left, 0, rows);
      subtract(left, 0, basis, j * rows, along[j] as number, rows);
    }
    for (let j = columns - 1; j >= 0; j--) {
      if (held[j]) continue;
      const pivot = triangle[j * columns + j] as number;
      let sum = along[j] as number;
      for (let k = j + 1; k < columns; k++) {
        if (!held[k]) sum -= (triangle[k * columns + j] as number) * ((values[k] as number) * (units[k] as number));
      }
      values[j] = pivot === 0 ? 0 : sum / pivot / (units[j] as number);
    }
  }

  /** Holds the parameter that is furthest beyond a bound, there; false if there is none. */
  function hold(): boolean {
    let worst = -1;
    let most = 0;
    for (let j = 0; j < columns; j++) {
      if (held[j]) continue;
      const value = values[j] as number;
      const inside = Math.min(highest[j] as number, Math.max(lowest[j] as number, value));
      const beyond = Math.abs(value - inside) * (units[j] as number);
      if (beyond > most) [worst, most] = [j, beyond];
    }
    if (worst < 0) return false;
    held[worst] = 1;
    values[worst] = Math.min(highest[worst] as number, Math.max(lowest[worst] as number, values[worst] as number));
    return true;
  }

  function solve(at: Float64Array): number {
    if (!read(at)) return Number.NaN;
    held.fill(0);
    do orthogonalize();
    while (hold());
    for (let j = 0; j < columns; j++) at[solved[j] as number] = values[j] as number;
    return dot(left, 0, left, 0, rows);
  }

  function evaluate(theta: Float64Array, residual: Float64Array, jacobian: Float64Array): number {
    for (let j = 0; j < others.length; j++) parameters[others[j] as number] = theta[j] as number;
    if (!Number.isFinite(solve(parameters))) return Number.POSITIVE_INFINITY;
    let cost = 0;
    let slopes = 0;
    for (let i = 0; i < rows; i++) {
      const weight = rootWeights[i] as number;
      if (weight === 0) {
        residual[i] = 0;
        for (let j = 0; j < others.length; j++) jacobian[j * rows + i] = 0;
        continue;
      }
      const r = weight * ((y[i] as number) - model.point(points[i] as Point, parameters, gradient));
      residual[i] = r;
      cost += r * r;
      for (let j = 0; j < others.length; j++) {
        const slope = weight * (gradient[others[j] as number] as number);
        jacobian[j * rows + i] = slope;
        slopes += slope;
      }
    }
    if (!Number.isFinite(cost + slopes)) return Number.POSITIVE_INFINITY;
    for (let j = 0; j < others.length; j++) {
      for (let k = 0; k < columns; k++) {
        if (held[k] || triangle[k * columns + k] === 0) continue;
        subtract(jacobian, j * rows, basis, k * rows, dot(basis, k * rows, jacobian, j * rows, rows), rows);
      }
    }
    return cost;
  }

  let floor = 0;
  for (let i = 0; i < rows; i++) floor += ((rootWeights[i] as number) * (y[i] as number)) ** 2;
  const problem: Problem = {
    evaluate,
    rows,
    lower: Float64Array.from(otherSlots, (j) => lower[j] as number),
    upper: Float64Array.from(otherSlots, (j) => upper[j] as number),
    floor: floor * (4 * Number.EPSILON) ** 2,
  };
  return { problem, others, solve };
}

/** Subtracts `times` the column of `b` at `j` from the column of `a` at `i`. */
function subtract(a: Float64Array, i: number, b: Float64Array, j: number, times: number, n: number): void {
  if (times === 0) return;
  for (let k = 0; k < n; k++) a[i + k] = (a[i + k] as number) - times * (b[j + k] as number);
}
