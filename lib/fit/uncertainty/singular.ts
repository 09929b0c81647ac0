import { dot, householder, norm } from "../../core/linearAlgebra";

/** Singular values of a Jacobian in scaled columns, largest first, with the right singular vectors. */
export interface Singular {
  /** Norm of each column before scaling; 1 if the column is 0. */
  readonly scale: Float64Array;
  readonly values: readonly number[];
  /** vectors[k] belongs to values[k]. */
  readonly vectors: readonly Float64Array[];
}

const mostSweeps = 40;

/** The triangle R of a QR factorization of a Jacobian in scaled columns: r[j] is its column j. */
export interface Triangle {
  /** Norm of each column before scaling; 1 if the column is 0. */
  readonly scale: Float64Array;
  readonly r: readonly (readonly number[])[];
}

/** The triangle of a matrix (column-major, rows x columns), which it overwrites. */
export function triangle(matrix: Float64Array, rows: number, columns: number): Triangle {
  const scale = new Float64Array(columns);
  for (let j = 0; j < columns; j++) {
    scale[j] = norm(matrix, j * rows, rows) || 1;
    for (let i = j * rows; i < (j + 1) * rows; i++) matrix[i] = (matrix[i] as number) / (scale[j] as number);
  }
  householder(matrix, rows, columns);
  // Plain arrays: typed ones as short as these cost several times as much to make.
  const r: number[][] = [];
  for (let j = 0; j < columns; j++) {
    const column: number[] = [];
    for (let i = 0; i < columns; i++) column.push(i <= j && i < rows ? (matrix[j * rows + i] as number) : 0);
    r.push(column);
  }
  return { scale, r };
}

/** Largest norm of the inverse at which it is used; beyond, the singular values tell a small one from rounding. */
const largestInverse = 1e4;

/** Columns of the inverse of R; undefined if R is singular or not far from it. */
export function inverse({ r }: Triangle): number[][] | undefined {
  const columns: number[][] = [];
  let sum = 0;
  for (let j = 0; j < r.length; j++) {
    // By a loop: filling an array that was made by its length takes three times as long.
    const z: number[] = [];
    for (let i = 0; i < r.length; i++) z.push(0);
    for (let i = j; i >= 0; i--) {
      let right = i === j ? 1 : 0;
      for (let k = i + 1; k <= j; k++) right -= ((r[k] as readonly number[])[i] as number) * (z[k] as number);
      const value = right / ((r[i] as readonly number[])[i] as number);
      z[i] = value;
      sum += value * value;
    }
    columns.push(z);
  }
  return sum < largestInverse * largestInverse ? columns : undefined;
}

/**
 * Singular values and right singular vectors of a triangle by one-sided Jacobi rotations, which keep full relative accuracy in the small singular
 * values (Demmel & Veselic 1992).
 */
export function singular({ scale, r: columns }: Triangle): Singular {
  const r = columns.map((column) => Float64Array.from(column));
  const v = columns.map((_, j) => {
    const unit = new Float64Array(columns.length);
    unit[j] = 1;
    return unit;
  });
  for (let sweep = 0; sweep < mostSweeps && rotateAll(r, v) > 1e-15; sweep++);
  const sizes = r.map((column) => norm(column, 0, column.length));
  const order = sizes.map((_, k) => k).sort((a, b) => (sizes[b] as number) - (sizes[a] as number));
  return { scale, values: order.map((k) => sizes[k] as number), vectors: order.map((k) => v[k] as Float64Array) };
}

/** One sweep of Jacobi rotations over all pairs of columns; returns the largest cosine between two columns met. */
function rotateAll(r: Float64Array[], v: Float64Array[]): number {
  let largest = 0;
  for (let i = 0; i < r.length; i++) {
    const a = r[i] as Float64Array;
    for (let j = i + 1; j < r.length; j++) {
      const b = r[j] as Float64Array;
      const aa = dot(a, 0, a, 0, a.length);
      const bb = dot(b, 0, b, 0, b.length);
      const ab = dot(a, 0, b, 0, a.length);
      if (ab === 0) continue;
      largest = Math.max(largest, Math.abs(ab) / Math.sqrt(aa * bb));
      const zeta = (bb - aa) / (2 * ab);
      const t = (zeta >= 0 ? 1 : -1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
      const cosine = 1 / Math.sqrt(1 + t * t);
      rotate(a, b, cosine, cosine * t);
      rotate(v[i] as Float64Array, v[j] as Float64Array, cosine, cosine * t);
    }
  }
  return largest;
}

function rotate(a: Float64Array, b: Float64Array, cosine: number, sine: number): void {
  for (let k = 0; k < a.length; k++) {
    const x = a[k] as number;
    const y = b[k] as number;
    a[k] = cosine * x - sine * y;
    b[k] = sine * x + cosine * y;
  }
}
