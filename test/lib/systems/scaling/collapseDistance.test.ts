import { collapseDistance } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";

const quantiles = Array.from({ length: 101 }, (_, i) => i / 100 - 0.3);
const samples = [16, 64, 256].map((size) => ({ size, values: quantiles.map((q) => 3 + q / size ** 0.75) }));

describe("collapseDistance", () => {
  it("is 0 at the law by which the widths were made, and only there", () => {
    const at = (power: number) => collapseDistance(samples, { center: 3, power });
    expect(at(0.75)).toBeCloseTo(0, 12);
    expect([0.25, 0.5, 0.7, 0.8, 1, 1.25].map(at).every((distance) => distance > 0.01)).toBe(true);
    expect(at(0)).toBeGreaterThan(at(0.5));
  });
  it("is the mean distance of deciles by hand", () => {
    const values = Array.from({ length: 11 }, (_, i) => i);
    const moved = { size: 2, values: values.map((value) => value + 2) };
    // Deciles 1 ... 9 and 3 ... 11, each 2 apart; from the first to the ninth it is 8.
    expect(collapseDistance([{ size: 1, values }, moved], { center: 0, power: 0 })).toBeCloseTo(0.25, 12);
  });
  it("does not depend on the order of values, nor on the unit of the size", () => {
    const mixed = samples.map(({ size, values }) => ({ size: 10 * size, values: [...values].reverse() }));
    const options = { center: 2.9, power: 0.6 };
    expect(collapseDistance(mixed, options)).toBeCloseTo(collapseDistance(samples, options), 12);
  });
  it("refuses what has no deciles", () => {
    const options = { center: 0, power: 1 };
    expect(() => collapseDistance(samples.slice(1, 2), options)).toThrow(
      "collapseDistance: 1 samples, needs at least 2",
    );
    expect(() => collapseDistance([{ size: 1, values: [1, 2] }, ...samples], options)).toThrow(
      /2 values of samples\[0\], needs at least 10/,
    );
    const flat = { size: 1, values: quantiles.map(() => 3) };
    expect(() => collapseDistance([flat, ...samples], options)).toThrow("samples[0] has no spread");
  });
});
