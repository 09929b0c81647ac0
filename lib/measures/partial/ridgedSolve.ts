import { cholesky, choleskySolve } from "../../core/linearAlgebra";

/** Solves H z = g. If rounding has made H indefinite, its diagonal is increased until it is positive definite. H is the lower triangle, by columns. */
export function ridgedSolve(hessian: Float64Array, gradient: Float64Array): Float64Array {
  const n = gradient.length;
  for (let ridge = 0; ; ridge = Math.max(1e-14, ridge * 10)) {
    const factor = hessian.slice();
    for (let a = 0; a < n; a++) factor[a * n + a] = (factor[a * n + a] as number) * (1 + ridge);
    if (cholesky(factor, n) > 0) {
      const step = gradient.slice();
      choleskySolve(factor, n, step);
      return step;
    }
  }
}
