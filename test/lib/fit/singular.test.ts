import { describe, expect, it } from "vitest";
import { inverse, singular, triangle } from "../../../lib/fit/uncertainty/singular";

describe("singular", () => {
  it("of columns at right angles: ones, whatever their lengths", () => {
    const { values, scale } = singular(triangle(Float64Array.of(3, 0, 0, 0, 1e-8, 0), 3, 2));
    expect([...values]).toEqual([1, 1]);
    expect([...scale]).toEqual([3, 1e-8]);
  });

  it("of two columns at an angle t: sqrt(1 + cos t) and sqrt(1 - cos t)", () => {
    for (const t of [1, 0.1, 1e-6]) {
      const { values, vectors } = singular(triangle(Float64Array.of(1, 0, Math.cos(t), Math.sin(t)), 2, 2));
      expect((values[0] as number) / (Math.SQRT2 * Math.cos(t / 2))).toBeCloseTo(1, 12);
      expect((values[1] as number) / (Math.SQRT2 * Math.sin(t / 2))).toBeCloseTo(1, 9);
      expect(Math.abs(vectors[1]?.[0] as number)).toBeCloseTo(Math.SQRT1_2, 9);
    }
  });

  it("finds the direction that three dependent columns leave open", () => {
    const [a, b] = [
      [1, 2, 3, 4],
      [2, -1, 0.5, 1],
    ] as const;
    const third = a.map((value, i) => value + (b[i] as number));
    const { values, vectors, scale } = singular(triangle(Float64Array.of(...a, ...b, ...third), 4, 3));
    expect(values[2]).toBeLessThan(1e-15);
    const open = Array.from(vectors[2] as Float64Array, (part, j) => part / (scale[j] as number));
    expect((open[0] as number) / (open[2] as number)).toBeCloseTo(-1, 12);
    expect((open[1] as number) / (open[2] as number)).toBeCloseTo(-1, 12);
  });

  it("and the inverse give the same covariance, and the inverse keeps out of what is near singular", () => {
    const tall = (tilt: number) => triangle(Float64Array.of(1, 2, 3, 4, 1 + tilt, 2, 3, 4, 1, -1, 1, -1), 4, 3);
    const square = (vectors: readonly ArrayLike<number>[], i: number, j: number) =>
      vectors.reduce((sum, v) => sum + (v[i] as number) * (v[j] as number), 0);
    for (const tilt of [1, 0.1, 0.01]) {
      const { values, vectors } = singular(tall(tilt));
      const divided = vectors.map((v, k) => v.map((part) => part / (values[k] as number)));
      const columns = inverse(tall(tilt)) as number[][];
      for (const i of [0, 1, 2])
        for (const j of [0, 1, 2])
          expect(square(columns, i, j) / Math.hypot(square(divided, i, j), 1)).toBeCloseTo(
            square(divided, i, j) / Math.hypot(square(divided, i, j), 1),
            9,
          );
    }
    expect(inverse(tall(1e-6))).toBeUndefined();
    expect(inverse(tall(0))).toBeUndefined();
  });
});
