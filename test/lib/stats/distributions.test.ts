import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as stats from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

// By scipy: test/fixtures/fit/scipy_values.py. Each row is the arguments, then the value.
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

  it("are 0 or 1 where a tail is too small for a number, right to the digits until there, and do not throw", () => {
    expect([-38.6, -40, -1e6, -1e200, 40, 1e200].map(stats.normalCdf)).toEqual([0, 0, 0, 0, 1, 1]);
    // Oracles: erfc of the C library, and scipy.special.log_ndtr(-37.5).
    expect(stats.normalCdf(-37) / 5.725571222525139e-300).toBeCloseTo(1, 11);
    expect(Math.log(stats.normalCdf(-37.5))).toBeCloseTo(-707.6689893175072, 9);
    expect(stats.chiSquaredSurvival(1400, 1) / 2.1010145162642754e-306).toBeCloseTo(1, 11);
    expect(stats.chiSquaredSurvival(1400, 2) / Math.exp(-700)).toBeCloseTo(1, 9); // the tail of two degrees of freedom is exp(-x / 2)
    const far: [number, number][] = [
      [1500, 1],
      [1e4, 1000],
      [1e308, 5],
      [Number.POSITIVE_INFINITY, 2],
    ];
    for (const [x, freedom] of far) {
      expect([stats.chiSquaredSurvival(x, freedom), stats.chiSquaredCdf(x, freedom)]).toEqual([0, 1]);
    }
    expect([stats.chiSquaredSurvival(1e-300, 50), stats.chiSquaredCdf(1e-300, 50)]).toEqual([1, 0]);
    expect(stats.chiSquaredSurvival(1e6, 1e6)).toBeCloseTo(0.5, 2);
    expect(() => stats.normalCdf(Number.NaN)).toThrow("normalCdf: z NaN, needs a number");
  });

  it("refuse shares outside 0 to 1 and degrees of freedom that are none", () => {
    expect(() => stats.studentQuantile(1, 5)).toThrow("studentQuantile: p 1");
    expect(() => stats.studentQuantile(0.9, 0)).toThrow("degrees of freedom 0");
    expect(() => stats.normalQuantile(Number.NaN)).toThrow(RangeError);
    expect(() => stats.fSurvival(2, 1.5, 3)).toThrow(RangeError);
  });
});
