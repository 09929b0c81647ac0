import { norm } from "../../core/linearAlgebra";
import { unitOf } from "../../core/unitOf";
import { minimize, type Outcome, type SolverOptions } from "./minimize";
import type { FreeParameters, Problem, ProblemFactory } from "./problem";
import { borrow, giveBack, type Workspace } from "./workspace";

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
    let { stop, cost, iterations } = minimize(this.#problem, at, options);
    const parameters = all.slice();
    for (let j = 0; j < indices.length; j++) parameters[indices[j] as number] = at.theta[j] as number;
    // The slopes of scale exp(rate x) with x in calendar years are so large that their squares are no numbers.
    if (at.scale.some((slope) => unitOf(slope) !== 1)) {
      for (let j = 0; j < indices.length; j++) at.theta[j] = start[indices[j] as number] as number;
      const { posed, units } = inUnits(this.#problem, at);
      for (let j = 0; j < indices.length; j++) at.theta[j] = (at.theta[j] as number) / (units[j] as number);
      ({ stop, cost, iterations } = minimize(posed, at, options));
      for (let j = 0; j < indices.length; j++) {
        parameters[indices[j] as number] = (at.theta[j] as number) * (units[j] as number);
      }
    }
    giveBack(at);
    return { stop, cost, iterations, parameters };
  }

  /** The cost at some parameters. */
  costAt(parameters: Float64Array): number {
    return this.descend(parameters, { tolerance: 1, maxIterations: 0 }).cost;
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

/** The problem in units of each parameter in which its slopes at `at.theta` are near 1. */
function inUnits(problem: Problem, at: Workspace): { posed: Problem; units: Float64Array } {
  const { rows } = problem;
  problem.evaluate(at.theta, at.residual, at.jacobian);
  const units = at.theta.map((_, j) => 1 / unitOf(norm(at.jacobian, j * rows, rows)));
  const own = new Float64Array(units.length);
  return {
    units,
    posed: {
      ...problem,
      lower: problem.lower.map((bound, j) => bound / (units[j] as number)),
      upper: problem.upper.map((bound, j) => bound / (units[j] as number)),
      evaluate(theta, residual, jacobian) {
        for (let j = 0; j < own.length; j++) own[j] = (theta[j] as number) * (units[j] as number);
        const cost = problem.evaluate(own, residual, jacobian);
        for (let j = 0; j < own.length; j++) {
          for (let i = j * rows; i < (j + 1) * rows; i++) jacobian[i] = (jacobian[i] as number) * (units[j] as number);
        }
        return cost;
      },
    },
  };
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
