import { bootstrapInterval, normalQuantile, random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("bootstrapInterval", () => {
  it("has the closed form's width for a mean: the units' deviation (divided by n) over the root of n", () => {
    const source = random(5);
    const values = Array.from({ length: 200 }, () => source.normal());
    const center = mean(values);
    const error = Math.sqrt(mean(values.map((value) => (value - center) ** 2)) / values.length);
    const found = bootstrapInterval(values, mean, { replicates: 20000 });
    expect(found.value).toBe(center);
    expect(Math.abs(found.standardError / error - 1)).toBeLessThan(0.02);
    const half = normalQuantile(0.975) * error;
    expect(Math.abs(found.upper - (center + half))).toBeLessThan(0.1 * half);
    expect(Math.abs(found.lower - (center - half))).toBeLessThan(0.1 * half);
  });
  it("covers the truth about as often as it says", () => {
    const source = random(9);
    const covered = Array.from({ length: 400 }, (_, i) => {
      const values = Array.from({ length: 40 }, () => source.normal());
      const { lower, upper } = bootstrapInterval(values, mean, { replicates: 300, seed: i });
      return lower <= 0 && 0 <= upper;
    }).filter(Boolean).length;
    expect(covered / 400).toBeGreaterThan(0.9);
    expect(covered / 400).toBeLessThan(0.98);
  });
  it("keeps together what belongs to one unit", () => {
    // Each pair differs by exactly 1, however the pairs are drawn.
    const pairs = [0, 5, 9, 70].map((a) => ({ a, b: a + 1 }));
    const found = bootstrapInterval(pairs, (drawn) => mean(drawn.map(({ a, b }) => b - a)));
    expect([found.lower, found.upper, found.standardError]).toEqual([1, 1, 0]);
  });
  it("gives the same interval for the same seed, another for another, and leaves its units alone", () => {
    const units = Object.freeze([3, 1, 4, 1, 5]);
    expect(bootstrapInterval(units, mean, { seed: 2 })).toEqual(bootstrapInterval(units, mean, { seed: 2 }));
    expect(bootstrapInterval(units, mean, { seed: 2 })).not.toEqual(bootstrapInterval(units, mean, { seed: 3 }));
  });
  it("refuses what has no interval", () => {
    expect(() => bootstrapInterval([1], mean)).toThrow("bootstrapInterval: 1 units, needs at least 2");
    expect(() => bootstrapInterval([1, 2], mean, { replicates: 1 })).toThrow("replicates 1");
    expect(() => bootstrapInterval([1, 2], mean, { confidence: 1 })).toThrow("confidence 1");
    expect(() => bootstrapInterval([0, 1], (drawn) => 1 / mean(drawn))).toThrow(
      "bootstrapInterval: the statistic is Infinity for resample",
    );
  });
});
