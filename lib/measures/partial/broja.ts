import { sum } from "d3-array";
import { surprise } from "../information/entropies";
import { ridgedSolve } from "./ridgedSolve";
import { marginal, type Redundancy, type Triple } from "./triple";

/**
 * Redundancy of Bertschinger, Rauh, Olbrich, Jost and Ay: the information of the sources minus the smallest joint information
 * among distributions q with the same p(t, x) and p(t, y),
 *
 *     redundancy = I(X ; T) + I(Y ; T) - min_q I_q(X, Y ; T)
 *
 * The function is convex. Its minimum is found by Newton's method with a logarithmic barrier, to within `gap`.
 *
 * Source: Bertschinger et al. 2014, Quantifying unique information, Entropy 16, 2161; Boyd & Vandenberghe 2004, Convex Optimization (interior-point methods).
 */
export const broja: Redundancy = (triple, { first, second }) => first + second - leastInformation(triple);

/** Largest distance of the value from the minimum because of the barrier, in nats. */
const gap = 1e-11;

/** min over q of I_q(X, Y ; T), in bits. */
function leastInformation(triple: Triple): number {
  const problem = pose(triple);
  const count = problem.xy.length;
  let { start: q } = problem;
  if (problem.moves.length > 0) {
    for (let weight = 0.1; weight * count > gap; weight /= 8) q = center(problem, q, weight);
  }
  return surprise(marginal(triple, "t").sums) + problem.value(q) / Math.LN2;
}

/** The set of distributions q: its cells, an interior starting point, and all moves that conserve p(t, x) and p(t, y). */
interface Problem {
  readonly start: Float64Array;
  /** Index of the pair (x, y) of each cell. */
  readonly xy: Uint32Array;
  /** Four cells: the first two increase and the last two decrease. */
  readonly moves: readonly (readonly [number, number, number, number])[];
  /** - H_q(T | X, Y) = sum q ln(q / q_xy), nats. */
  value(q: Float64Array): number;
  pairs(q: Float64Array): Float64Array;
}

function pose(triple: Triple): Problem {
  const { nt, nx, ny } = triple;
  const [t, tx, ty] = [marginal(triple, "t"), marginal(triple, "tx"), marginal(triple, "ty")];
  const start: number[] = [];
  const xy: number[] = [];
  const moves: [number, number, number, number][] = [];
  for (let k = 0; k < nt; k++) {
    const xs = Array.from({ length: nx }, (_, x) => x).filter((x) => (tx.sums[k * nx + x] as number) > 0);
    const ys = Array.from({ length: ny }, (_, y) => y).filter((y) => (ty.sums[k * ny + y] as number) > 0);
    const base = start.length;
    const at = (i: number, j: number) => base + i * ys.length + j;
    for (const [i, x] of xs.entries()) {
      for (const [j, y] of ys.entries()) {
        // Sources conditionally independent given the target: an interior point, if the set has any.
        start.push(((tx.sums[k * nx + x] as number) * (ty.sums[k * ny + y] as number)) / (t.sums[k] as number));
        xy.push(x * ny + y);
        if (i > 0 && j > 0) moves.push([at(i, j), at(0, 0), at(i, 0), at(0, j)]);
      }
    }
  }
  const places = Uint32Array.from(xy);
  const pairs = (q: Float64Array): Float64Array => {
    const sums = new Float64Array(nx * ny);
    for (let c = 0; c < q.length; c++) {
      const pair = places[c] as number;
      sums[pair] = (sums[pair] as number) + (q[c] as number);
    }
    return sums;
  };
  const value = (q: Float64Array): number => {
    const sums = pairs(q);
    let sum = 0;
    for (let c = 0; c < q.length; c++) {
      sum += (q[c] as number) * Math.log((q[c] as number) / (sums[places[c] as number] as number));
    }
    return sum;
  };
  return { start: Float64Array.from(start), xy: places, moves, value, pairs };
}

const signs = [1, 1, -1, -1] as const;

/** Newton steps on value(q) - weight sum ln q, until q is within the tolerance of its minimum that suits the weight of the barrier. */
function center(problem: Problem, from: Float64Array, weight: number): Float64Array {
  let q = from;
  const barred = (at: Float64Array) => problem.value(at) - weight * sum(at, Math.log);
  let height = barred(q);
  for (let iteration = 0; iteration < 100; iteration++) {
    const { direction, decrement } = newton(problem, q, weight);
    if (decrement <= 0.01 * weight) break;
    let length = 1;
    for (let c = 0; c < q.length; c++) {
      if ((direction[c] as number) < 0)
        length = Math.min(length, (-0.95 * (q[c] as number)) / (direction[c] as number));
    }
    let next = q.map((p, c) => p + length * (direction[c] as number));
    let reached = barred(next);
    while (reached > height - 0.1 * length * decrement + rounding && length > 1e-12) {
      length /= 2;
      next = q.map((p, c) => p + length * (direction[c] as number));
      reached = barred(next);
    }
    if (!(reached < height + rounding)) break;
    q = next;
    height = reached;
  }
  return q;
}

/** Differences of the objective below this are rounding. */
const rounding = 1e-15;

/** Newton direction over cells, and the Newton decrement: twice the predicted decrease. */
function newton(
  { moves, xy, pairs }: Problem,
  q: Float64Array,
  weight: number,
): { direction: Float64Array; decrement: number } {
  const n = moves.length;
  const sums = pairs(q);
  const pairOf = (c: number) => sums[xy[c] as number] as number;
  const slope = q.map((p, c) => Math.log(p / pairOf(c)) - weight / p);
  const gradient = Float64Array.from(moves, (cells) =>
    sum(cells, (c, s) => (signs[s] as number) * (slope[c] as number)),
  );
  const hessian = new Float64Array(n * n);
  for (const [a, ours] of moves.entries()) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (const [i, c] of ours.entries()) {
        for (const [j, e] of (moves[b] as (typeof moves)[0]).entries()) {
          if (xy[c] !== xy[e]) continue;
          const p = q[c] as number;
          const own = c === e ? 1 / p + weight / (p * p) : 0;
          sum += (signs[i] as number) * (signs[j] as number) * (own - 1 / pairOf(c));
        }
      }
      hessian[b * n + a] = sum;
    }
  }
  const step = ridgedSolve(hessian, gradient);
  const direction = new Float64Array(q.length);
  let decrement = 0;
  for (const [a, cells] of moves.entries()) {
    decrement += (gradient[a] as number) * (step[a] as number);
    for (const [i, c] of cells.entries()) {
      direction[c] = (direction[c] as number) - (signs[i] as number) * (step[a] as number);
    }
  }
  return { direction, decrement };
}
