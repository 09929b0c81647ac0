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
