import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as stats from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

// By scipy: scripts/bench/scipy_values.py. Each row is the arguments, then the value.
const { distributions }: { distributions: Record<string, number[][]> } = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "..", "fixtures", "fit", "values.json"), "utf8"),
);
const functions = stats as unknown as Record<string, (...values: number[]) => number>;

describe("distribution functions", () => {
  for (const [name, rows] of Object.entries(distributions)) {
    it(`${name} agrees with scipy at ${rows.length} places to 1e-9`, () => {
      for (const row of rows) {
        const value = row.at(-1) as number;
        const got = functions[name]?.(...row.slice(0, -1)) as number;
        // The median of a symmetric distribution is 0: measured against 1 there.
        expect(Math.abs(got - value), `${name}(${row.slice(0, -1)})`).toBeLessThan(
          1e-9 * (Math.abs(value) || 1) + 1e-300,
        );
      }
    });
  }

  it("reach 0 and 1 at the ends", () => {
    expect([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY].map(stats.normalCdf)).toEqual([0, 1]);
    expect([-1e3, -40, -37.7, 40, 1e3].map(stats.normalCdf)).toEqual([0, 0, 0, 1, 1]);
    expect(stats.normalCdf(-37)).toBeGreaterThan(0);
  });

  it("are 0 or 1 where a tail is too small for a number, and do not throw there", () => {
    for (const x of [1450, 1e5, Number.POSITIVE_INFINITY]) {
      expect([stats.chiSquaredTail(x, 1), stats.chiSquaredCdf(x, 1), stats.normalCdf(-x)]).toEqual([0, 1, 0]);
    }
    expect(stats.chiSquaredTail(1e4, 1000)).toBe(0);
    // Still there just before: erfc(sqrt(700)) = 2.1e-306, by its asymptotic series.
    const series = (y: number) => (Math.exp(-y) / Math.sqrt(Math.PI * y)) * (1 - 1 / (2 * y) + 3 / (4 * y * y));
    expect(stats.chiSquaredTail(1400, 1) / series(700)).toBeCloseTo(1, 7);
  });

  it("go on past the place where Cephes's function underflows, and fall to 0", () => {
    // scipy.special.log_ndtr(-37.5)
    expect(Math.abs(Math.log(stats.normalCdf(-37.5)) + 707.6689893175072)).toBeLessThan(1e-9);
    expect(stats.normalCdf(-38)).toBeGreaterThan(0);
    expect(stats.normalCdf(-60)).toBe(0);
  });

  it("is 0 in the tail where no number is small enough, and does not throw", () => {
    // By erfc of the C library: erfc(37 / sqrt 2) / 2 and erfc(sqrt 700); erfc(40 / sqrt 2) is below 1e-308.
    expect(stats.normalCdf(-37) / 5.725571222525139e-300).toBeCloseTo(1, 11);
    expect([-38.6, -40, -1e3, -1e200].map(stats.normalCdf)).toEqual([0, 0, 0, 0]);
    expect(stats.chiSquaredTail(1400, 1) / 2.1010145162642754e-306).toBeCloseTo(1, 11);
    expect([2000, 1e6].map((x) => stats.chiSquaredTail(x, 1))).toEqual([0, 0]);
    expect(stats.chiSquaredTail(1e6, 1e6)).toBeCloseTo(0.5, 2);
    expect(stats.chiSquaredTail(3, 100)).toBeCloseTo(1, 12);
  });

  it("say 0 where the normal tail is smaller than numbers are, and go on until there", () => {
    expect([-37.71, -50, -1e6, -Number.MAX_VALUE].map(stats.normalCdf)).toEqual([0, 0, 0, 0]);
    expect(stats.normalCdf(-37.6)).toBeGreaterThan(0);
    expect(stats.normalCdf(Number.NaN)).toBeNaN();
  });

  it("say 0 or 1 where the tail of chi-squared is smaller than numbers are, and go on until there", () => {
    const far: [number, number][] = [
      [1500, 1],
      [1e4, 1],
      [1e4, 300],
      [1e308, 5],
      [Infinity, 2],
    ];
    for (const [x, freedom] of far) {
      expect([stats.chiSquaredTail(x, freedom), stats.chiSquaredCdf(x, freedom)]).toEqual([0, 1]);
    }
    expect([stats.chiSquaredTail(1e-9, 200), stats.chiSquaredCdf(1e-9, 200)]).toEqual([1, 0]);
    expect(stats.chiSquaredTail(1400, 1)).toBeGreaterThan(0);
    // With two degrees of freedom the tail is exp(-x / 2).
    expect(stats.chiSquaredTail(1400, 2) / Math.exp(-700)).toBeCloseTo(1, 9);
  });

  it("are 0 where the probability is too small for a number", () => {
    expect([stats.normalCdf(-1e4), stats.chiSquaredTail(1e5, 228), stats.chiSquaredCdf(1e-300, 50)]).toEqual([0, 0, 0]);
  });

  it("are 0 or 1 where a tail is too small for a number, and do not throw there", () => {
    for (const x of [1450, 1e5, Number.POSITIVE_INFINITY]) {
      expect([stats.chiSquaredTail(x, 1), stats.chiSquaredCdf(x, 1), stats.normalCdf(-x)]).toEqual([0, 1, 0]);
    }
    expect(stats.chiSquaredTail(1e4, 1000)).toBe(0);
    // Still there just before: erfc(sqrt(700)) = 2.1e-306, by its asymptotic series.
    const series = (y: number) => (Math.exp(-y) / Math.sqrt(Math.PI * y)) * (1 - 1 / (2 * y) + 3 / (4 * y * y));
    expect(stats.chiSquaredTail(1400, 1) / series(700)).toBeCloseTo(1, 7);
  });

  it("refuse shares outside 0 to 1 and degrees of freedom that are none", () => {
    expect(() => stats.studentQuantile(1, 5)).toThrow("studentQuantile: share 1");
    expect(() => stats.studentQuantile(0.9, 0)).toThrow("0 degrees of freedom");
    expect(() => stats.normalQuantile(Number.NaN)).toThrow(RangeError);
    expect(() => stats.fTail(2, 1.5, 3)).toThrow(RangeError);
  });
});
