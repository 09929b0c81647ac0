import type { Model, Point } from "../model/model";
import type { Observations } from "../problem/leastSquares";

/** Share of a column that one unit in the last place of x changes, from which on the column is rounding. */
const rounding = 0.3;

/**
 * Parameters, by index, on which the curve depends by rounding alone at these x, as a sin(pi x) at whole x does on a: the last digit of x, up as well as
 * down, changes their derivatives as a whole. (A jump at some x changes to one side only.)
 */
export function roundedAway(model: Model, { points, y, rootWeights }: Observations, vector: Float64Array): boolean[] {
  const columns = vector.length;
  const [at, beside] = [new Float64Array(columns), new Float64Array(columns)];
  const [size, up, down] = [new Float64Array(columns), new Float64Array(columns), new Float64Array(columns)];
  for (let i = 0; i < y.length; i++) {
    if (rootWeights[i] === 0) continue;
    const point = points[i] as Point;
    model.point(point, vector, at);
    for (const [changed, factor] of [
      [up, 1 + Number.EPSILON],
      [down, 1 - Number.EPSILON],
    ] as const) {
      const moved = typeof point === "number" ? point * factor : Float64Array.from(point, (value) => value * factor);
      model.point(moved, vector, beside);
      for (let j = 0; j < columns; j++)
        changed[j] = (changed[j] as number) + ((beside[j] as number) - (at[j] as number)) ** 2;
    }
    for (let j = 0; j < columns; j++) size[j] = (size[j] as number) + (at[j] as number) ** 2;
  }
  return Array.from(size, (square, j) => {
    const least = rounding * rounding * square;
    return square > 0 && (up[j] as number) > least && (down[j] as number) > least;
  });
}
