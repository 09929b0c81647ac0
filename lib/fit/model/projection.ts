import { backSubstitute, dot, householder } from "../../core/linearAlgebra";
import { unitOf } from "../../core/unitOf";
import type { Model, Shape } from "./model";

/** Values of all parameters, and the sum of squares there, up to a common factor. */
interface Projected {
  readonly values: number[];
  readonly cost: number;
}

/**
 * Least squares in the linear parameters of a formula of one predictor, the others given. A slight ridge gives dependent ones a small value.
 * Golub & Pereyra 1973, SIAM J. Numer. Anal. 10, 413-432.
 */
export function projection(
  { x, y, yMin, yMax, weights }: Shape,
  point: Model["point"],
  parameters: readonly string[],
  linear: readonly string[],
): (values: readonly number[]) => Projected {
  const solved = linear.map((name) => parameters.indexOf(name));
  const [rows, columns] = [x.length, solved.length];
  const height = rows + columns;
  const roots = weights.map(Math.sqrt);
  const unit = unitOf(Math.max(Math.abs(yMin), Math.abs(yMax)));
  const gradient = new Float64Array(parameters.length);
  const matrix = new Float64Array(height * columns);
  const right = new Float64Array(height);
  const solution = new Float64Array(columns);
  return (given) => {
    const vector = Float64Array.from(given);
    for (const index of solved) vector[index] = 0;
    matrix.fill(0);
    right.fill(0);
    for (let i = 0; i < rows; i++) {
      const root = roots[i] as number;
      right[i] = (root * ((y[i] as number) - point(x[i] as number, vector, gradient))) / unit;
      for (const [j, index] of solved.entries()) matrix[j * height + i] = root * (gradient[index] as number);
    }
    for (let j = 0; j < columns; j++)
      matrix[j * height + rows + j] = 1e-7 * Math.sqrt(dot(matrix, j * height, matrix, j * height, rows)) || 1;
    householder(matrix, height, columns, right);
    if (backSubstitute(matrix, height, columns, right, solution))
      for (const [j, index] of solved.entries()) vector[index] = (solution[j] as number) * unit;
    return { values: Array.from(vector), cost: dot(right, columns, right, columns, rows) };
  };
}
