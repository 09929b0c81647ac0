import { minimize, type Outcome, type SolverOptions } from "./minimize";
import type { FreeParameters, Problem, ProblemFactory } from "./problem";
import { borrow, giveBack } from "./workspace";

/** End of a descent. */
export interface Descent extends Outcome {
  /** All parameters, the fixed ones included. */
  readonly parameters: Float64Array;
}

/** A problem posed for some free parameters. */
export class Descender {
  readonly problemOf: ProblemFactory;
  readonly free: FreeParameters;
  readonly #problem: Problem;

  constructor(problemOf: ProblemFactory, free: FreeParameters) {
    this.problemOf = problemOf;
    this.free = free;
    this.#problem = problemOf(free);
  }

  /** One descent from `start` (all parameters; the fixed ones keep their values in `free.all`). */
  descend(start: ArrayLike<number>, options: SolverOptions): Descent {
    const { all, indices } = this.free;
    const at = borrow(this.#problem.rows, indices.length);
    for (let j = 0; j < indices.length; j++) at.theta[j] = start[indices[j] as number] as number;
    const { stop, cost, iterations } = minimize(this.#problem, at, options);
    const parameters = all.slice();
    for (let j = 0; j < indices.length; j++) parameters[indices[j] as number] = at.theta[j] as number;
    giveBack(at);
    return { stop, cost, iterations, parameters };
  }

  /** What `read` makes of the weighted Jacobian by the free parameters, column by column; it may write over it, and must not keep it. */
  readJacobian<T>(parameters: Float64Array, read: (jacobian: Float64Array) => T): T {
    const { indices } = this.free;
    const at = borrow(this.#problem.rows, indices.length);
    for (let j = 0; j < indices.length; j++) at.theta[j] = parameters[indices[j] as number] as number;
    this.#problem.evaluate(at.theta, at.residual, at.jacobian);
    const made = read(at.jacobian);
    giveBack(at);
    return made;
  }
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
