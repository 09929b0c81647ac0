import { backSubstitute, dot, householder } from "../../core/linearAlgebra";
import type { Numbers } from "../../core/numbers";
import type { Model, Point } from "../model/model";
import type { Observations } from "../problem/leastSquares";
import type { FreeParameters } from "../solver/problem";

/** A start, and the sum of squares there. */
export interface Start {
  readonly parameters: Float64Array;
  readonly cost: number;
}

/**
 * Ranks candidate starts. The parameters in which the model is linear are solved for at each candidate (variable projection:
 * Golub & Pereyra 1973), so that candidates need only cover the others.
 *
 * @param solved positions of the linear parameters to solve for
 * @returns the candidates that give finite values, best first
 */
export function rankStarts<Name extends string>(
  model: Model<Name>,
  data: Observations,
  { all, indices, lower, upper }: FreeParameters,
  candidates: readonly Numbers[],
  solved: readonly number[],
): Start[] {
  const project = projector(model, data, solved);
  const starts: Start[] = [];
  const clip = (parameters: Float64Array, from: Numbers) => {
    for (const [j, index] of indices.entries()) {
      parameters[index] = Math.min(upper[j] as number, Math.max(lower[j] as number, from[index] as number));
    }
  };
  for (const candidate of candidates) {
    const parameters = all.slice();
    clip(parameters, candidate);
    const cost = project(parameters);
    clip(parameters, parameters);
    if (Number.isFinite(cost)) starts.push({ parameters, cost });
  }
  // Costs that agree to seven digits belong to the same curve in two forms: the first candidate comes first.
  const size = ({ cost }: Start) => Math.fround(Math.log(cost));
  return starts.sort((a, b) => (size(a) === size(b) ? 0 : size(a) < size(b) ? -1 : 1));
}

/** Writes the best linear parameters into the vector and returns the sum of squares, which is not finite if there are none. */
function projector<Name extends string>(model: Model<Name>, data: Observations, solved: readonly number[]) {
  const { points, y, rootWeights } = data;
  const rows = y.length;
  const columns = solved.length;
  const height = rows + columns;
  const matrix = new Float64Array(height * columns);
  const right = new Float64Array(height);
  const solution = new Float64Array(columns);
  const gradient = new Float64Array(model.parameters.length);
  return (parameters: Float64Array): number => {
    for (const index of solved) parameters[index] = 0;
    matrix.fill(0);
    right.fill(0);
    for (let i = 0; i < rows; i++) {
      const weight = rootWeights[i] as number;
      if (weight === 0) continue;
      right[i] = weight * ((y[i] as number) - model.point(points[i] as Point, parameters, gradient));
      for (let j = 0; j < columns; j++) matrix[j * height + i] = weight * (gradient[solved[j] as number] as number);
    }
    // A slight ridge, so that dependent columns give a small solution instead of none.
    for (let j = 0; j < columns; j++) {
      matrix[j * height + rows + j] = 1e-7 * Math.sqrt(dot(matrix, j * height, matrix, j * height, rows)) || 1;
    }
    householder(matrix, height, columns, right);
    if (!backSubstitute(matrix, height, columns, right, solution)) return Number.NaN;
    for (let j = 0; j < columns; j++) parameters[solved[j] as number] = solution[j] as number;
    return dot(right, columns, right, columns, height - columns);
  };
}
