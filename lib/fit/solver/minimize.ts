import type { Problem } from "./problem";
import { dampedStep, linearize, orthogonalStep, promisedFall, takeStep } from "./step";
import { accept, type Workspace } from "./workspace";

export interface SolverOptions {
  /** Relative decrease of the cost below which the final refinement begins. */
  readonly tolerance: number;
  readonly maxIterations: number;
  /** Relative decrease at which the refinement ends. Default 1e-20: no parameter moves by a billionth of its standard error. */
  readonly settled?: number;
}

export interface Outcome {
  readonly stop: "converged" | "iterations" | "stalled" | "overflow";
  readonly cost: number;
  readonly iterations: number;
}

/** Largest relative decrease that a final Gauss-Newton step may still predict at a minimum ... */
const stationary = 1e-15;
/** ... and at an end that no restart improves. */
const nearlyStationary = 1e-9;
/** Tolerance of the descent after a refinement that overshot. */
const overshot = 1e-13;
const firstDamping = 1e-2;
const mostRestarts = 8;
const mostRefinements = 100;
const largestDamping = 1e16;

/**
 * Levenberg-Marquardt from `w.theta`, which it leaves at the minimum with residuals and Jacobian there.
 *
 * Columns are scaled by their largest norm so far (More 1978, The Levenberg-Marquardt algorithm); the damping follows the gain ratio
 * (Nielsen 1999, Damping parameter in Marquardt's method, eq. 2.4); a step that does not lower the cost is rejected. At the end Gauss-Newton steps
 * refine the parameters for as long as they contract, which gives the digits that a test on the cost alone cannot see.
 */
export function minimize(
  problem: Problem,
  w: Workspace,
  { tolerance, maxIterations, settled = 1e-20 }: SolverOptions,
): Outcome {
  const { lower, upper, floor } = problem;
  w.scale.fill(0);
  let cost = problem.evaluate(w.theta, w.residual, w.jacobian);
  if (!Number.isFinite(cost)) return { stop: "overflow", cost, iterations: 0 };
  let damping = firstDamping;
  let growth = 2;
  let restarts = 0;
  let iterations = 0;
  let fresh = true;
  while (iterations < maxIterations) {
    if (fresh) linearize(w, lower, upper);
    dampedStep(w, damping, lower, upper);
    takeStep(w, lower, upper);
    const promised = promisedFall(w);
    // Where the refinement overshot, the descent goes on by damped steps to where it does not: a curved valley is followed to its end.
    const enough = restarts === 0 ? tolerance : Math.min(tolerance, overshot);
    if (!(promised > enough * cost) || cost <= floor || damping > largestDamping) {
      const end = refine(problem, w, cost, settled);
      cost = end.cost;
      if (end.promised <= Math.max(stationary, settled) * cost + 100 * floor || cost <= floor)
        return { stop: "converged", cost, iterations };
      if (++restarts > mostRestarts) {
        return { stop: end.promised <= nearlyStationary * cost ? "converged" : "stalled", cost, iterations };
      }
      // Smaller each time: along a valley in which columns are nearly dependent only a small damping leaves a step at all.
      damping = firstDamping * 30 ** -restarts;
      growth = 2;
      fresh = true;
      iterations++;
      continue;
    }
    iterations++;
    const trialCost = problem.evaluate(w.trial, w.trialResidual, w.trialJacobian);
    const gain = (cost - trialCost) / promised;
    if (gain > 1e-4) {
      accept(w);
      cost = trialCost;
      const overshoot = 2 * gain - 1;
      damping = Math.max(1e-15, damping * Math.max(1 / 30, 1 - overshoot * overshoot * overshoot));
      growth = 2;
      fresh = true;
    } else {
      damping *= growth;
      growth *= 2;
      fresh = false;
    }
  }
  return { stop: "iterations", cost, iterations };
}

/**
 * Gauss-Newton steps while each is shorter than the one before. Their limit is determined by the gradient alone,
 * so they may be cheap ones. Residuals and Jacobian may be left at the last point but one.
 */
function refine(problem: Problem, w: Workspace, from: number, settled: number): { cost: number; promised: number } {
  const { lower, upper } = problem;
  let cost = from;
  let before = Number.POSITIVE_INFINITY;
  let promised = 0;
  for (let k = 0; k < mostRefinements; k++) {
    // The descent comes here with the current point linearized.
    if (k > 0) linearize(w, lower, upper);
    // Close to rounding, J'r has lost its digits and Q'r has not.
    if (cost > 1e8 * problem.floor) dampedStep(w, 0, lower, upper);
    else orthogonalStep(w, lower, upper);
    const fall = Math.max(0, promisedFall(w));
    if (k === 0 || fall < before) promised = fall;
    takeStep(w, lower, upper);
    if (!(fall < 0.95 * before) || fall <= settled * cost || negligible(w)) break;
    const next = fall * (fall / before);
    if (k > 0 && next <= settled * cost) {
      // At this rate of contraction this is the last step: it is taken without an evaluation.
      w.theta.set(w.trial);
      return { cost, promised: next };
    }
    const trialCost = problem.evaluate(w.trial, w.trialResidual, w.trialJacobian);
    if (!(trialCost <= cost * (1 + 1e-10) + problem.floor)) break;
    accept(w);
    cost = trialCost;
    before = fall;
  }
  return { cost, promised };
}

/** True if the step moves no parameter by more than the last bit or two. */
function negligible({ columns, theta, trial }: Workspace): boolean {
  for (let j = 0; j < columns; j++) {
    const value = theta[j] as number;
    if (Math.abs((trial[j] as number) - value) > 4 * Number.EPSILON * Math.abs(value)) return false;
  }
  return true;
}
