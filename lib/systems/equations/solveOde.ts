import { max } from "d3-array";
import type { Failure } from "../../core/failure";
import type { Numbers } from "../../core/numbers";
import {
  type Kinds,
  optionsOf,
  requireFiniteNumbers,
  requireFunction,
  requirePositive,
  requireWhole,
} from "../../core/require";

/** F of dX/dt = F(X, t): one rate per component of X, per unit of time. */
export type Rates = (x: readonly number[], t: number) => Numbers;

/** Options of `solveOde`. */
export interface SolveOdeOptions {
  /**
   * Two times `[from, to]`: the solution at every step of the solver. Three or more times, rising or falling: the solution at exactly these. The first is
   * the time of `x0`. Any unit.
   */
  readonly t: Numbers;
  /** Largest estimated error of any component per unit of time, in the unit of X, > 0; default 1e-8. The error at the end is about this times the time span if the system forgets its past, and larger if it does not. */
  readonly tolerance?: number;
  /** Order of the method: `"RK45"` (Dormand & Prince, default) or `"RK23"` (Bogacki & Shampine). */
  readonly method?: "RK45" | "RK23";
  /** Longest step, in the unit of t; default: no limit. Set it if F depends on t in short pulses, which a long step would miss. */
  readonly longestStep?: number;
  /** Largest number of steps between two output times; default 10,000. */
  readonly maxSteps?: number;
}

/** Kinds of the options, for their check. */
const solveOdeOptions: Kinds<SolveOdeOptions> = {
  t: "numbers",
  tolerance: "number",
  method: ["RK45", "RK23"],
  longestStep: "number",
  maxSteps: "number",
};

/** Solution at times t; row i of x is X(t[i]). */
export interface OdeSolution {
  readonly kind: "solution";
  readonly t: Float64Array;
  readonly x: Float64Array[];
}

/** A solution that ended early: t and x up to there, and the reason. */
export interface FailedOdeSolution extends Failure {
  readonly t: Float64Array;
  readonly x: Float64Array[];
}

interface MathJs {
  solveODE(f: (t: number, x: number[]) => number[], span: number[], x0: number[], options: object): { y: number[][] };
}
declare function require(name: "mathjs"): MathJs;

/**
 * Solves dX/dt = F(X) from X = x0 by a Runge-Kutta method that chooses its own steps (mathjs).
 *
 * A system that diverges in finite time, or needs steps too small for floating-point numbers, gives `kind: "failed"` with a reason and the solution up to
 * there. Not for stiff systems, whose fastest component keeps the steps short although nothing moves.
 *
 * @param F rates of change at a state X (an array that must not be changed) and time t
 * @param x0 initial state
 * @throws RangeError for times that do not all rise or all fall, an empty or infinite x0, an option out of range, or rates of another length than x0
 * @example
 * import { solveOde } from "@emergence/lib/systems";
 * Math.round(1e6 * solveOde(([x = 0, v = 0]) => [v, -x], [1, 0], { t: [0, 1, Math.PI] }).x[2][0]) / 1e6; // => -1
 *
 * Source: Dormand & Prince 1980, J. Comput. Appl. Math. 6, 19-26; Bogacki & Shampine 1989, Appl. Math. Lett. 2, 321-325.
 */
export function solveOde(F: Rates, x0: Numbers, options: SolveOdeOptions): OdeSolution | FailedOdeSolution {
  const {
    tolerance = 1e-8,
    method = "RK45",
    longestStep,
    maxSteps = 10_000,
  } = optionsOf("solveOde", options, solveOdeOptions);
  requireFunction("solveOde", "F", F);
  requireFiniteNumbers("solveOde", "t", options.t);
  requireFiniteNumbers("solveOde", "x0", x0);
  const times = Float64Array.from(options.t);
  const start = Array.from(x0);
  requireTimes(times);
  requirePositive("solveOde", "tolerance", tolerance);
  requireWhole("solveOde", "maxSteps", maxSteps);
  if (longestStep !== undefined) requirePositive("solveOde", "longestStep", longestStep);
  if (start.length === 0 || !start.every(Number.isFinite)) {
    throw new RangeError(`solveOde: x0 [${start.join(", ")}], needs one or more finite numbers`);
  }
  // Loaded here and not at the top: mathjs takes most of a second, and few sessions need it.
  const { solveODE } = require("mathjs");
  const t = [times[0] as number];
  const x = [Float64Array.from(start)];
  const put = (time: number, state: readonly number[]) => {
    t.push(time);
    x.push(Float64Array.from(state));
  };
  let state = start;
  for (let i = 1; i < times.length; i++) {
    const [from, to] = [times[i - 1] as number, times[i] as number];
    const watched = watch(F, state, from, stages[method]);
    const longest = Math.min(longestStep ?? Number.POSITIVE_INFINITY, to > from ? to - from : from - to);
    const limits = { method, tol: tolerance, maxIter: maxSteps, maxStep: longest };
    try {
      // Time counts from 0 in each interval: mathjs regards times as equal if they agree to 12 digits.
      const { y } = solveODE(watched.f, [0, to - from], state, {
        ...limits,
        firstStep: Math.min(longest, watched.first()),
      });
      state = y.at(-1) as number[];
      watched.f(to - from, state);
    } catch (error) {
      if (error instanceof RangeError || error instanceof TypeError) throw error;
      const why = error instanceof Stopped ? error.message : `${maxSteps} steps were not enough`;
      const path = times.length === 2 ? watched.path : watched.path.slice(-1);
      for (const { at, state: reached } of path) if (at !== 0) put(from + at, reached);
      return {
        kind: "failed",
        reason: `solveOde: ${why}; it came to t = ${t.at(-1)} of ${times.at(-1)}`,
        ...pack(t, x),
      };
    }
    if (times.length === 2) for (const { at, state: reached } of watched.path.slice(1, -1)) put(from + at, reached);
    put(to, state);
  }
  return { kind: "solution", ...pack(t, x) };
}

const pack = (t: readonly number[], x: Float64Array[]) => ({ t: Float64Array.from(t), x });

/** Ends a solution early. */
class Stopped extends Error {}

/** Evaluations of F per step; the first is at the state that the previous step reached. */
const stages = { RK45: 7, RK23: 4 } as const;

/** F as mathjs calls it; keeps the states reached, and stops if numbers overflow or steps run out. */
function watch(F: Rates, start: readonly number[], from: number, each: number) {
  const path: { at: number; state: readonly number[] }[] = [];
  let calls = 0;
  let at = 0;
  const f = (time: number, state: number[]): number[] => {
    const reached = calls % each === 0;
    const second = calls % each === 1;
    calls++;
    if (second && from + time === from + at) throw new Stopped(`steps became too short near t = ${from + at}`);
    if (reached) at = time;
    const finite = state.every(Number.isFinite);
    if (reached && !finite) throw new Stopped(`X is no longer finite after t = ${from + (path.at(-1)?.at ?? 0)}`);
    const rates = finite ? F(state, from + time) : [];
    if (finite && rates.length !== state.length) {
      throw new RangeError(`solveOde: F gives ${rates.length} rates, needs ${state.length}, one per component`);
    }
    const moves = Array.from(rates);
    if (finite && moves.every(Number.isFinite)) {
      if (reached && (path.length === 0 || path.at(-1)?.at !== time)) path.push({ at: time, state });
      return moves;
    }
    if (reached) throw new Stopped(`F gives [${moves.join(", ")}] at t = ${from + time}`);
    // The trial step was too long: an error that no tolerance allows makes mathjs try a shorter one.
    return state.map(() => 1e100);
  };
  const first = () => {
    const speed = max(f(0, [...start]), Math.abs) as number;
    calls = 0;
    return speed > 0 ? (0.01 * Math.max(max(start, Math.abs) as number, 1e-3)) / speed : Number.POSITIVE_INFINITY;
  };
  return { f, path, first };
}

function requireTimes(times: Float64Array): void {
  const rises = times.every((time, i) => i === 0 || time > (times[i - 1] as number));
  const falls = times.every((time, i) => i === 0 || time < (times[i - 1] as number));
  if (times.length < 2 || !times.every(Number.isFinite) || !(rises || falls)) {
    throw new RangeError(`solveOde: times [${times.join(", ")}], needs two or more that all rise or all fall`);
  }
}
