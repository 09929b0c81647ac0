import type { FreeParameters } from "./problem";
import { minimize, type Outcome, type Problem, type SolverOptions } from "./solver";
import { type Workspace, workspace } from "./workspace";

/** The end of a descent. */
export interface Descent extends Outcome {
  /** All parameters, including the fixed ones. */
  readonly parameters: Float64Array;
}

/** Workspace of the last descent, reused by the next of the same size (a bootstrap refits a thousand times). */
let idle: Workspace | undefined;

function take(rows: number, columns: number): Workspace {
  const taken = idle?.rows === rows && idle.columns === columns ? idle : workspace(rows, columns);
  idle = undefined; // in case a model's own code calls `fit`
  return taken;
}

/** One descent from `start` (all parameters; the fixed ones keep their values in `free.all`). */
export function descend(
  problem: Problem,
  free: FreeParameters,
  start: ArrayLike<number>,
  options: SolverOptions,
): Descent {
  const columns = free.indices.length;
  const at = take(problem.rows, columns);
  for (let j = 0; j < columns; j++) at.theta[j] = start[free.indices[j] as number] as number;
  const { stop, cost, iterations } = minimize(problem, at, options);
  const parameters = free.all.slice();
  for (let j = 0; j < columns; j++) parameters[free.indices[j] as number] = at.theta[j] as number;
  idle = at;
  return { stop, cost, iterations, parameters };
}

/** The weighted Jacobian of the free parameters, as the solver sees it; valid until the next descent. */
export function jacobianAt(problem: Problem, free: FreeParameters, parameters: Float64Array): Float64Array {
  const at = take(problem.rows, free.indices.length);
  for (let j = 0; j < at.columns; j++) at.theta[j] = parameters[free.indices[j] as number] as number;
  problem.evaluate(at.theta, at.residual, at.jacobian);
  idle = at;
  return at.jacobian;
}

/**
 * The cheapest converged descent, unless an unconverged one costs at most half as much, or the converged one costs more than `ceiling`, a cost
 * known to be reachable: then the cheapest of all. Ties go to the first.
 */
export function bestOf(descents: readonly Descent[], ceiling: number): Descent | undefined {
  const any = lowest(descents);
  const converged = lowest(descents.filter(({ stop }) => stop === "converged"));
  if (any === undefined || converged === undefined) return any;
  return converged.cost <= Math.min(2 * any.cost, ceiling * (1 + 1e-9)) ? converged : any;
}

function lowest(descents: readonly Descent[]): Descent | undefined {
  let best = descents[0];
  for (const next of descents) if (best === undefined || next.cost < best.cost * (1 - 1e-9)) best = next;
  return best;
}
