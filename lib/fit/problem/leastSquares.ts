import type { Model, Point } from "../model/model";
import type { FreeParameters, Problem } from "../solver/problem";
import { type Loss, type LossName, losses } from "./loss";
import { rowsOf } from "./residuals";

/** Data for the solver: checked, copied once, never written to. */
export interface Observations {
  readonly points: ArrayLike<Point>;
  readonly y: Float64Array;
  /** Square root of each point's weight, over `unit`. */
  readonly rootWeights: Float64Array;
  /**
   * The unit of the weighted residuals, in which their squares are numbers: a power of 2, and 1 unless y is extremely large or small. Costs are
   * counted in its square.
   */
  readonly unit: number;
}

/** The loss, and the residual size from which it departs from squares. */
export interface Robustness {
  readonly loss: LossName;
  readonly scale: number;
}

/**
 * How the solver sees a robust loss: by its curvature (fast near the minimum; but where nearly all residuals are large there is none left), or
 * by weights (iteratively reweighted squares: slow, and down from everywhere).
 */
export type Bending = "curvature" | "weights";

/** The least-squares problem of a model on data: residuals and their Jacobian by the free parameters. */
export function leastSquares<Name extends string>(
  model: Model<Name>,
  { points, y, rootWeights }: Observations,
  { all, indices, lower, upper }: FreeParameters,
  robustness: Robustness = { loss: "linear", scale: 1 },
  bending: Bending = "curvature",
): Problem {
  const rows = y.length;
  const columns = indices.length;
  const parameters = all.slice();
  const gradient = new Float64Array(all.length);
  const loss = robustness.loss === "linear" ? undefined : losses[robustness.loss];
  let floor = 0;
  for (let i = 0; i < rows; i++) {
    const size = (rootWeights[i] as number) * (y[i] as number);
    floor += size * size;
  }

  const everyRow = rowsOf(model.point);
  const held = columns < all.length;
  function evaluate(theta: Float64Array, residual: Float64Array, jacobian: Float64Array): number {
    for (let j = 0; j < columns; j++) parameters[indices[j] as number] = theta[j] as number;
    const { point } = model;
    const cost = everyRow(point, points, parameters, gradient, y, rootWeights, residual, jacobian, indices, held);
    return loss === undefined || cost === Number.POSITIVE_INFINITY
      ? cost
      : bend(loss, robustness.scale, bending, residual, jacobian, columns);
  }
  return { evaluate, rows, lower, upper, floor: floor * (4 * Number.EPSILON) ** 2 };
}

/**
 * Rewrites residuals and Jacobian so that J'r is the gradient of the robust cost and J'J its Gauss-Newton matrix
 * (Triggs et al. 2000, eq. 11; without its term in rho'' where it is to be bent by weights), and returns that cost, sum of
 * scale^2 rho((r / scale)^2).
 */
function bend(
  loss: Loss,
  scale: number,
  bending: Bending,
  residual: Float64Array,
  jacobian: Float64Array,
  columns: number,
): number {
  const rows = residual.length;
  const rho = new Float64Array(3);
  let cost = 0;
  for (let i = 0; i < rows; i++) {
    const r = residual[i] as number;
    const z = (r / scale) ** 2;
    loss(z, rho);
    cost += scale * scale * (rho[0] as number);
    const first = rho[1] as number;
    const curved = bending === "curvature" ? 2 * (rho[2] as number) * z : 0;
    const root = Math.sqrt(Math.max(first + curved, Number.EPSILON * first));
    residual[i] = (r * first) / root;
    for (let j = 0; j < columns; j++) jacobian[j * rows + i] = (jacobian[j * rows + i] as number) * root;
  }
  return cost;
}
