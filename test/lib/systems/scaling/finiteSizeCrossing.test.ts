import { random } from "@emergence/lib/stats";
import { finiteSizeCrossing } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";
import { scatterAndError } from "../agreement";

/** Values whose distribution narrows as size^-w about a point away from its mean; the shape is skewed. */
function sample(size: number, count: number, seed: number, { at = 4.2, w = 0.5 } = {}) {
  const { normal } = random(seed);
  return {
    size,
    values: Array.from({ length: count }, () => at + (0.7 + normal() ** 2 - 0.3 * normal()) * size ** -w),
  };
}

describe("finiteSizeCrossing", () => {
  it("finds the common point and the exponent, whatever the shape", () => {
    const { crossing, widthExponent } = finiteSizeCrossing(sample(10, 20_000, 1), sample(160, 20_000, 2));
    expect(crossing.standardError).toBeLessThan(0.01);
    expect(Math.abs(crossing.mean - 4.2)).toBeLessThan(3 * crossing.standardError);
    expect(widthExponent.standardError).toBeLessThan(0.01);
    expect(Math.abs(widthExponent.mean - 0.5)).toBeLessThan(3 * widthExponent.standardError);
  });

  it("has errors that are the scatter over repetitions", () => {
    const runs = Array.from(
      { length: 300 },
      (_, i) => finiteSizeCrossing(sample(10, 200, 2 * i), sample(160, 200, 2 * i + 1)).crossing,
    );
    const { scatter } = scatterAndError(runs);
    const typical = runs.reduce((sum, run) => sum + run.standardError, 0) / runs.length;
    // 300 repetitions know the scatter to 4 percent.
    expect(Math.abs(typical / scatter - 1)).toBeLessThan(0.15);
  });

  it("says what it needs", () => {
    const good = { size: 4, values: [1, 2, 3] };
    expect(() => finiteSizeCrossing(good, good)).toThrow(
      "finiteSizeCrossing: sizes 4 and 4, needs the smaller one first",
    );
    expect(() => finiteSizeCrossing(good, { size: 8, values: [1, 2] })).toThrow(
      "finiteSizeCrossing: 2 values at size 8, needs at least 3",
    );
    expect(() => finiteSizeCrossing(good, { size: 8, values: [1, 1, 1] })).toThrow("all values at size 8 are equal");
    expect(() => finiteSizeCrossing(good, { size: 8, values: [1, 2, Number.NaN] })).toThrow(
      "values[2] of large is NaN, needs a finite number",
    );
    expect(() => finiteSizeCrossing(good, { size: 8, values: [5, 6, 7] })).toThrow(
      "both sizes have the same width, needs two different widths",
    );
  });
});
