import { max, sum } from "d3-array";
import { ridgedSolve } from "./ridgedSolve";
import { type Marginal, marginal, type Redundancy, type Triple } from "./triple";

/**
 * Common change in surprisal: the pointwise co-information of the sources and the target, averaged over the outcomes in which its sign
 * is that of the pointwise information of each source and of both about the target,
 *
 *     c = i(x ; t) + i(y ; t) - i(x, y ; t),   redundancy = sum over those outcomes of q(x, y, t) c
 *
 * under the maximum-entropy distribution q with the pairwise marginals of p. It can be negative, as can unique information.
 *
 * Source: Ince 2017, Measuring multivariate redundant information with pointwise common change in surprisal, Entropy 19, 318.
 */
export const ccs: Redundancy = (triple) => {
  const q = { ...triple, p: largestEntropy(triple) };
  const [t, x, y] = [reader(q, "t"), reader(q, "x"), reader(q, "y")];
  const [tx, ty, xy] = [reader(q, "tx"), reader(q, "ty"), reader(q, "xy")];
  let sum = 0;
  for (let cell = 0; cell < q.p.length; cell++) {
    const p = q.p[cell] as number;
    if (p < negligible) continue;
    const first = Math.log2(tx(cell) / (t(cell) * x(cell)));
    const second = Math.log2(ty(cell) / (t(cell) * y(cell)));
    const joint = Math.log2(p / (t(cell) * xy(cell)));
    const common = first + second - joint;
    if ([first, second, joint].every((value) => signOf(value) === signOf(common))) sum += p * common;
  }
  return sum;
};

/** A cell of smaller probability is one whose probability tends to 0. */
const negligible = 1e-11;

/** Information below this many bits counts as 0. */
const signOf = (value: number): number => (Math.abs(value) < 1e-8 ? 0 : Math.sign(value));

function reader(triple: Triple, keep: Parameters<typeof marginal>[1]): (cell: number) => number {
  const { sums, placeOf } = marginal(triple, keep);
  return (cell) => sums[placeOf[cell] as number] as number;
}

/**
 * Maximum-entropy distribution with given marginals over (t, x), (t, y) and (x, y), by Newton's method on the dual, q = exp(l_tx + l_ty + l_xy). If q is on
 * the boundary a multiplier diverges, and the cells there decrease by a factor of e per step.
 */
function largestEntropy(triple: Triple): Float64Array {
  const marginals = (["tx", "ty", "xy"] as const).map((keep) => marginal(triple, keep));
  const cells = Array.from(triple.p.keys()).filter((cell) =>
    marginals.every(({ sums, placeOf }) => (sums[placeOf[cell] as number] as number) > 0),
  );
  const wanted = Float64Array.from(marginals.flatMap(({ sums }) => [...sums]));
  const rowsOf = cells.map((cell) => places(marginals, cell));
  const multipliers = new Float64Array(wanted.length);
  let q = Float64Array.from(cells, () => 1);
  for (let iteration = 0; iteration < 500; iteration++) {
    const gradient = wanted.map((value) => -value);
    for (const [c, rows] of rowsOf.entries()) {
      for (const row of rows) gradient[row] = (gradient[row] as number) + (q[c] as number);
    }
    if (gradient.every((value) => Math.abs(value) < 1e-14)) break;
    const step = ridgedSolve(curvature(rowsOf, q, wanted.length), gradient);
    // Steps of more than 1 in the exponent overshoot.
    const change = rowsOf.map((rows) => sum(rows, (row) => step[row] as number));
    const length = Math.min(1, 2 / (max(change, Math.abs) as number));
    for (let row = 0; row < step.length; row++) {
      multipliers[row] = (multipliers[row] as number) - length * (step[row] as number);
    }
    q = Float64Array.from(rowsOf, (rows) => Math.exp(sum(rows, (row) => multipliers[row] as number)));
  }
  const all = new Float64Array(triple.p.length);
  for (const [c, cell] of cells.entries()) all[cell] = q[c] as number;
  return all;
}

/** Rows of the multipliers of a cell. */
function places(marginals: readonly Marginal[], cell: number): number[] {
  let offset = 0;
  return marginals.map(({ sums, placeOf }) => {
    const row = offset + (placeOf[cell] as number);
    offset += sums.length;
    return row;
  });
}

/** A' diag(q) A, with a ridge: the constraints are not independent, so some directions have no curvature. */
function curvature(rowsOf: readonly (readonly number[])[], q: Float64Array, n: number): Float64Array {
  const hessian = new Float64Array(n * n);
  for (const [c, rows] of rowsOf.entries()) {
    for (const row of rows) {
      for (const other of rows) hessian[other * n + row] = (hessian[other * n + row] as number) + (q[c] as number);
    }
  }
  for (let a = 0; a < n; a++) hessian[a * n + a] = (hessian[a * n + a] as number) * (1 + 1e-12) + 1e-14;
  return hessian;
}
