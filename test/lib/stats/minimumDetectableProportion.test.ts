import { readFileSync } from "node:fs";
import { join } from "node:path";
import { binomialSurvival, minimumDetectableProportion } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

// By scipy: test/fixtures/stats/binomial_values.py. Each row is trials, chance, alpha, power, critical count, share.
const { shares }: { shares: [number, number, number, number, number, number][] } = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "..", "fixtures", "stats", "binomial.json"), "utf8"),
);

describe("minimumDetectableProportion", () => {
  it(`agrees with scipy at ${shares.length} places to 1e-9`, () => {
    for (const [n, chance, alpha, power, critical, share] of shares) {
      const found = minimumDetectableProportion(n, { chance, alpha, power });
      if (found.kind === "undetectable") throw new Error(found.reason);
      expect(found.critical).toBe(critical);
      expect(Math.abs(found.proportion - share)).toBeLessThan(1e-9);
    }
  });
  it("has the power that was asked for, and one answer fewer is too easy", () => {
    const found = minimumDetectableProportion(116, { chance: 0.25, power: 0.9 });
    if (found.kind === "undetectable") throw new Error(found.reason);
    expect(binomialSurvival(found.critical, 116, found.proportion)).toBeCloseTo(0.9, 9);
    expect(binomialSurvival(found.critical - 1, 116, 0.25)).toBeGreaterThan(0.05);
  });
  it("comes nearer to chance with more questions", () => {
    const gaps = [50, 500, 5000].map((n) => {
      const found = minimumDetectableProportion(n, { chance: 0.25 });
      return found.kind === "detectable" ? found.proportion - 0.25 : Number.NaN;
    });
    expect(gaps[0]).toBeGreaterThan(gaps[1] as number);
    expect(gaps[1]).toBeGreaterThan(gaps[2] as number);
  });
  it("sees one right answer where chance is 0", () => {
    expect(minimumDetectableProportion(10, { chance: 0 })).toMatchObject({ kind: "detectable", critical: 1 });
  });
  it("says so where no count would do", () => {
    const found = minimumDetectableProportion(3, { chance: 0.5 });
    expect(found).toEqual({
      kind: "undetectable",
      reason: "guessing gets all 3 right with probability 0.13, above alpha 0.05",
    });
  });
  it("refuses what is no test", () => {
    expect(() => minimumDetectableProportion(0, { chance: 0.5 })).toThrow("minimumDetectableProportion: trials 0");
    expect(() => minimumDetectableProportion(10, { chance: 1 })).toThrow("minimumDetectableProportion: chance 1");
    expect(() => minimumDetectableProportion(10, { chance: 0.5, power: 1 })).toThrow(
      "minimumDetectableProportion: power 1",
    );
    expect(() => minimumDetectableProportion(10, { chance: 0.5, alpha: 0 })).toThrow(
      "minimumDetectableProportion: alpha 0",
    );
  });
});
