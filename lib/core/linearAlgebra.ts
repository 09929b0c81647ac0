/**
 * Dense least-squares kernels on column-major typed arrays: element (i, j) of a matrix with `rows` rows is `a[j * rows + i]`.
 * They overwrite what they are given and allocate nothing: they are the solver's inner loop.
 */

/**
 * Dot product of two columns of length `n` that begin at `i` and `j`; in four sums, which do not wait for one another.
 *
 * @example
 * import { dot } from "@emergence/lib/core";
 * dot(new Float64Array([1, 2, 3]), 0, new Float64Array([4, 5, 6]), 0, 3); // => 32
 */
export function dot(a: Float64Array, i: number, b: Float64Array, j: number, n: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < n; k += 4) {
    s0 += (a[i + k] as number) * (b[j + k] as number);
    s1 += (a[i + k + 1] as number) * (b[j + k + 1] as number);
    s2 += (a[i + k + 2] as number) * (b[j + k + 2] as number);
    s3 += (a[i + k + 3] as number) * (b[j + k + 3] as number);
  }
  for (; k < n; k++) s0 += (a[i + k] as number) * (b[j + k] as number);
  return s0 + s1 + (s2 + s3);
}

/** Dot products of the column that begins at `j` with the one at `i` and the one behind it; reads the first of the three once. */
export function twoDots(a: Float64Array, j: number, i: number, n: number, products: Float64Array): void {
  const next = i + n;
  let s0 = 0;
  let s1 = 0;
  let t0 = 0;
  let t1 = 0;
  let k = 0;
  for (; k + 1 < n; k += 2) {
    const even = a[j + k] as number;
    const odd = a[j + k + 1] as number;
    s0 += even * (a[i + k] as number);
    t0 += even * (a[next + k] as number);
    s1 += odd * (a[i + k + 1] as number);
    t1 += odd * (a[next + k + 1] as number);
  }
  if (k < n) {
    s0 += (a[j + k] as number) * (a[i + k] as number);
    t0 += (a[j + k] as number) * (a[next + k] as number);
  }
  products[0] = s0 + s1;
  products[1] = t0 + t1;
}

/**
 * Euclidean norm of a column, safe against overflow and underflow of the squares.
 *
 * @example
 * import { norm } from "@emergence/lib/core";
 * norm(new Float64Array([3e200, 4e200]), 0, 2); // => 5e200
 */
export function norm(a: Float64Array, i: number, n: number): number {
  const plain = dot(a, i, a, i, n);
  if (plain > 1e-280 && plain < 1e280) return Math.sqrt(plain);
  let largest = 0;
  for (let k = 0; k < n; k++) largest = Math.max(largest, Math.abs(a[i + k] as number));
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  let sum = 0;
  for (let k = 0; k < n; k++) sum += ((a[i + k] as number) / largest) ** 2;
  return largest * Math.sqrt(sum);
}

/**
 * Householder QR in place: afterwards the upper triangle of `a` holds R, and `b`, where given, holds Q'b.
 * Reflections below the diagonal are applied at once, not kept. Golub & Van Loan, Matrix Computations, algorithm 5.2.1.
 *
 * @example
 * import { householder } from "@emergence/lib/core";
 * const a = new Float64Array([3, 4]);
 * householder(a, 2, 1);
 * Math.abs(a[0]); // => 5
 */
export function householder(a: Float64Array, rows: number, columns: number, b?: Float64Array): void {
  for (let j = 0; j < columns; j++) {
    const top = j * rows + j;
    const length = rows - j;
    if (length <= 0) return;
    const size = norm(a, top, length);
    if (size === 0) continue;
    const head = a[top] as number;
    const alpha = head > 0 ? -size : size;
    // v = column - alpha e1, held in the column itself; H = I - v v' / (alpha^2 - alpha head)
    a[top] = head - alpha;
    const scale = 1 / (size * (size + Math.abs(head)));
    for (let k = j + 1; k < columns; k++) reflect(a, top, a, k * rows + j, length, scale);
    if (b !== undefined) reflect(a, top, b, j, length, scale);
    a[top] = alpha;
  }
}

function reflect(v: Float64Array, i: number, c: Float64Array, j: number, n: number, scale: number): void {
  const t = scale * dot(v, i, c, j, n);
  for (let k = 0; k < n; k++) c[j + k] = (c[j + k] as number) - t * (v[i + k] as number);
}

/**
 * Solves R z = b for the upper triangle left by `householder`; false if R is singular.
 *
 * @example
 * import { backSubstitute } from "@emergence/lib/core";
 * const z = new Float64Array(2);
 * // Columns one after the other: 2 z0 + 4 z1 = 10 and 5 z1 = 10.
 * backSubstitute(new Float64Array([2, 0, 4, 5]), 2, 2, new Float64Array([10, 10]), z);
 * Array.from(z); // => [1, 2]
 */
export function backSubstitute(r: Float64Array, rows: number, n: number, b: Float64Array, z: Float64Array): boolean {
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i] as number;
    for (let j = i + 1; j < n; j++) sum -= (r[j * rows + i] as number) * (z[j] as number);
    const pivot = r[i * rows + i] as number;
    if (pivot === 0) return false;
    z[i] = sum / pivot;
  }
  return true;
}

/**
 * Cholesky factor L of a symmetric matrix in place (lower triangle), size n by n.
 * Returns the smallest pivot divided by the diagonal entry it came from: near 0 the columns are nearly dependent, and at
 * 0 or below the factorization has failed.
 *
 * @example
 * import { cholesky } from "@emergence/lib/core";
 * const a = new Float64Array([4, 2, 2, 5]);
 * cholesky(a, 2);
 * [a[0], a[1], a[3]]; // => [2, 1, 2]
 */
export function cholesky(a: Float64Array, n: number): number {
  let smallest = 1;
  for (let j = 0; j < n; j++) {
    const diagonal = a[j * n + j] as number;
    let pivot = diagonal;
    for (let k = 0; k < j; k++) pivot -= (a[k * n + j] as number) ** 2;
    const share = pivot / diagonal;
    if (!(share > 0)) return 0;
    if (share < smallest) smallest = share;
    const root = Math.sqrt(pivot);
    a[j * n + j] = root;
    for (let i = j + 1; i < n; i++) {
      let sum = a[j * n + i] as number;
      for (let k = 0; k < j; k++) sum -= (a[k * n + i] as number) * (a[k * n + j] as number);
      a[j * n + i] = sum / root;
    }
  }
  return smallest;
}

/**
 * Solves L L' z = b for the factor left by `cholesky`; `z` holds b before, the solution after.
 *
 * @example
 * import { choleskySolve } from "@emergence/lib/core";
 * const z = new Float64Array([8, 12]);
 * // L = [[2, 0], [1, 2]], so that L L' = [[4, 2], [2, 5]].
 * choleskySolve(new Float64Array([2, 1, 0, 2]), 2, z);
 * Array.from(z); // => [1, 2]
 */
export function choleskySolve(l: Float64Array, n: number, z: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let sum = z[i] as number;
    for (let k = 0; k < i; k++) sum -= (l[k * n + i] as number) * (z[k] as number);
    z[i] = sum / (l[i * n + i] as number);
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = z[i] as number;
    for (let k = i + 1; k < n; k++) sum -= (l[i * n + k] as number) * (z[k] as number);
    z[i] = sum / (l[i * n + i] as number);
  }
}
