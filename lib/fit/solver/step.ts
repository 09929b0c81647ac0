import { backSubstitute, cholesky, choleskySolve, dot, householder, norm, twoDots } from "../../core/linearAlgebra";
import type { Workspace } from "./workspace";

/** Relative pivot below which the normal equations have lost half their digits: the orthogonal factorization takes over. */
const trustedPivot = 1e-8;

/** State of a parameter: free; at a bound; or stopped by the bound at which the current step ends. */
const free = 0;
const atBound = 1;
const stopped = 2;

/**
 * Reads the current Jacobian: column scales, gradient J'r, the parameters that a bound holds, and J'J in scaled columns (its lower
 * triangle, column by column).
 */
export function linearize(w: Workspace, lower: Float64Array, upper: Float64Array): void {
  const { rows, columns, jacobian, residual, gradient, scale, held, normal, products, theta } = w;
  for (let j = 0; j < columns; j++) {
    const size = norm(jacobian, j * rows, rows);
    if (size > (scale[j] as number)) scale[j] = size;
    const unit = scale[j] === 0 ? 1 : (scale[j] as number);
    scale[j] = unit;
    const slope = dot(jacobian, j * rows, residual, 0, rows) / unit;
    const value = theta[j] as number;
    const outward = (value <= (lower[j] as number) && slope <= 0) || (value >= (upper[j] as number) && slope >= 0);
    held[j] = outward || size === 0 ? atBound : free;
    gradient[j] = held[j] === free ? slope : 0;
    normal[j * columns + j] = (size / unit) * (size / unit);
    let i = 0;
    for (; i + 1 < j; i += 2) {
      twoDots(jacobian, j * rows, i * rows, rows, products);
      normal[i * columns + j] = (products[0] as number) / (unit * (scale[i] as number));
      normal[(i + 1) * columns + j] = (products[1] as number) / (unit * (scale[i + 1] as number));
    }
    if (i < j)
      normal[i * columns + j] = dot(jacobian, j * rows, jacobian, i * rows, rows) / (unit * (scale[i] as number));
  }
}

/**
 * The damped step in scaled parameters: (J'J + damping I) step = J'r, by the normal equations where that is safe. Where it would leave the
 * bounds, the parameters that would are taken to their bound and the others solved for again.
 */
export function dampedStep(w: Workspace, damping: number, lower: Float64Array, upper: Float64Array): void {
  release(w);
  do {
    if (!normalStep(w, damping)) solveOrthogonal(w, damping);
  } while (stop(w, lower, upper));
}

/** The undamped step by an orthogonal factorization. */
export function orthogonalStep(w: Workspace, lower: Float64Array, upper: Float64Array): void {
  release(w);
  do solveOrthogonal(w, 0);
  while (stop(w, lower, upper));
}

function release({ columns, held }: Workspace): void {
  for (let j = 0; j < columns; j++) if (held[j] === stopped) held[j] = free;
}

/** Marks the parameters that the step would take beyond a bound; false if there are none. */
function stop(
  { columns, held, theta, step, reach, scale }: Workspace,
  lower: Float64Array,
  upper: Float64Array,
): boolean {
  let any = false;
  for (let j = 0; j < columns; j++) {
    if (held[j] !== free) continue;
    const from = theta[j] as number;
    const to = from + (step[j] as number) / (scale[j] as number);
    const end = Math.min(upper[j] as number, Math.max(lower[j] as number, to));
    if (end === to) continue;
    held[j] = stopped;
    reach[j] = (end - from) * (scale[j] as number);
    any = true;
  }
  return any;
}

/** The step by Cholesky's factor of J'J + damping I; false if a pivot is too small to be trusted. */
function normalStep(w: Workspace, damping: number): boolean {
  const { columns, normal, factor, gradient, held, reach, step } = w;
  for (let j = 0; j < columns; j++) {
    for (let i = 0; i < j; i++) factor[i * columns + j] = held[i] || held[j] ? 0 : (normal[i * columns + j] as number);
    factor[j * columns + j] = held[j] ? 1 : (normal[j * columns + j] as number) + damping;
    let right = held[j] ? 0 : (gradient[j] as number);
    for (let i = 0; i < columns; i++) {
      if (held[i] === stopped && held[j] === free) right -= entry(w, i, j) * (reach[i] as number);
    }
    step[j] = held[j] === stopped ? (reach[j] as number) : right;
  }
  if (!(cholesky(factor, columns) > trustedPivot)) return false;
  choleskySolve(factor, columns, step);
  return true;
}

function entry({ columns, normal }: Workspace, i: number, j: number): number {
  return (i < j ? normal[i * columns + j] : normal[j * columns + i]) as number;
}

/** By a Householder QR of [J; sqrt(damping) I]; 0 if that is singular. */
function solveOrthogonal(w: Workspace, damping: number): void {
  const { rows, columns, jacobian, residual, scale, held, reach, stacked, stackedRight, step } = w;
  const height = rows + columns;
  const root = Math.sqrt(damping);
  stacked.fill(0);
  stackedRight.fill(0);
  stackedRight.set(residual);
  for (let j = 0; j < columns; j++) {
    const unit = 1 / (scale[j] as number);
    // A held parameter gets a row of its own and no other, so that its step is 0.
    stacked[j * height + rows + j] = held[j] ? 1 : root;
    for (let i = 0; i < rows && held[j] !== atBound; i++) {
      const slope = (jacobian[j * rows + i] as number) * unit;
      if (held[j] === free) stacked[j * height + i] = slope;
      else stackedRight[i] = (stackedRight[i] as number) - slope * (reach[j] as number);
    }
  }
  householder(stacked, height, columns, stackedRight);
  if (!backSubstitute(stacked, height, columns, stackedRight, step)) step.fill(0);
  for (let j = 0; j < columns; j++) if (held[j] === stopped) step[j] = reach[j] as number;
}

/** Decrease of the sum of squares that the linear model predicts for the current step, 2 g's - |J s|^2. */
export function promisedFall({ columns, normal, gradient, step }: Workspace): number {
  let fall = 0;
  for (let j = 0; j < columns; j++) {
    const s = step[j] as number;
    let curved = (normal[j * columns + j] as number) * s;
    for (let i = 0; i < j; i++) curved += 2 * (normal[i * columns + j] as number) * (step[i] as number);
    fall += s * (2 * (gradient[j] as number) - curved);
  }
  return fall;
}

/** Writes the point reached by the step into `trial`. */
export function takeStep(w: Workspace, lower: Float64Array, upper: Float64Array): void {
  const { columns, theta, trial, step, scale, held } = w;
  for (let j = 0; j < columns; j++) {
    const s = step[j] as number;
    // At a bound to the last bit: from + (bound - from) need not be the bound.
    const end = held[j] === stopped ? s * Number.POSITIVE_INFINITY : s / (scale[j] as number);
    trial[j] = Math.min(upper[j] as number, Math.max(lower[j] as number, (theta[j] as number) + (end || 0)));
  }
}
