import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";
import {
  backSubstitute,
  cholesky,
  choleskySolve,
  dot,
  householder,
  norm,
  twoDots,
} from "../../../lib/core/linearAlgebra";

const { normal } = random(1);
const rows = 9;
const columns = 4;
const matrix = Float64Array.from({ length: rows * columns }, normal);
const right = Float64Array.from({ length: rows }, normal);

describe("least-squares kernels", () => {
  it("QR and Cholesky give the same solution, whose residual is at right angles to every column", () => {
    const [r, b, byQr] = [matrix.slice(), right.slice(), new Float64Array(columns)];
    householder(r, rows, columns, b);
    expect(backSubstitute(r, rows, columns, b, byQr)).toBe(true);

    const normalMatrix = Float64Array.from({ length: columns * columns }, (_, at) =>
      dot(matrix, Math.floor(at / columns) * rows, matrix, (at % columns) * rows, rows),
    );
    const gradient = Float64Array.from({ length: columns }, (_, j) => dot(matrix, j * rows, right, 0, rows));
    expect(cholesky(normalMatrix, columns)).toBeGreaterThan(0.01);
    const byCholesky = gradient.slice();
    choleskySolve(normalMatrix, columns, byCholesky);

    const residual = right.map(
      (value, i) => value - byQr.reduce((sum, z, j) => sum + z * (matrix[j * rows + i] as number), 0),
    );
    for (let j = 0; j < columns; j++) {
      expect(byCholesky[j]).toBeCloseTo(byQr[j] as number, 12);
      expect(dot(matrix, j * rows, residual, 0, rows)).toBeCloseTo(0, 12);
    }
    // What QR leaves below the triangle is the residual's length.
    expect(norm(b, columns, rows - columns)).toBeCloseTo(norm(residual, 0, rows), 12);
  });

  it("two dot products at once are those two, for even and odd numbers of rows", () => {
    for (const n of [1, 2, 8, 9]) {
      const products = new Float64Array(2);
      twoDots(matrix, 2 * n, 0, n, products);
      expect(products[0]).toBeCloseTo(dot(matrix, 2 * n, matrix, 0, n), 14);
      expect(products[1]).toBeCloseTo(dot(matrix, 2 * n, matrix, n, n), 14);
    }
  });

  it("say where columns depend on each other", () => {
    const twins = Float64Array.of(1, 2, 3, 2, 4, 6);
    expect(cholesky(Float64Array.of(14, 28, 28, 56), 2)).toBe(0);
    const b = Float64Array.of(1, 1, 1);
    householder(twins, 3, 2, b);
    expect(Math.abs(twins[4] as number)).toBeLessThan(1e-14);
    expect(backSubstitute(Float64Array.of(1, 0, 0, 0), 2, 2, b, new Float64Array(2))).toBe(false);
  });

  it("take the length of vectors whose squares overflow or vanish", () => {
    expect(norm(Float64Array.of(3e200, 4e200), 0, 2)).toBeCloseTo(5e200, -188);
    expect(norm(Float64Array.of(3e-200, 4e-200), 0, 2) / 5e-200).toBeCloseTo(1, 14);
    expect(norm(Float64Array.of(0, 0), 0, 2)).toBe(0);
  });
});
