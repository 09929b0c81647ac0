import { readFileSync } from "node:fs";
import { join } from "node:path";
import { binomialTail, detectableShare } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

// By scipy: test/fixtures/stats/binomial_values.py. Each row is trials, chance, level, power, critical count, share.
const { shares }: { shares: [number, number, number, number, number, number][] } = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "..", "fixtures", "stats", "binomial.json"), "utf8"),
);

describe("detectableShare", () => {
  it(`agrees with scipy at ${shares.length} places to 1e-9`, () => {
    for (const [n, chance, level, power, critical, share] of shares) {
      const found = detectableShare(n, { chance, level, power });
      if (found.kind === "none") throw new Error(found.reason);
      expect(found.critical).toBe(critical);
      expect(Math.abs(found.share - share)).toBeLessThan(1e-9);
    }
  });
  it("has the power that was asked for, and one answer fewer is too easy", () => {
    const found = detectableShare(116, { chance: 0.25, power: 0.9 });
    if (found.kind === "none") throw new Error(found.reason);
    expect(binomialTail(found.critical, 116, found.share)).toBeCloseTo(0.9, 9);
    expect(binomialTail(found.critical - 1, 116, 0.25)).toBeGreaterThan(0.05);
  });
  it("comes nearer to chance with more questions", () => {
    const gaps = [50, 500, 5000].map((n) => {
      const found = detectableShare(n, { chance: 0.25 });
      return found.kind === "detectable" ? found.share - 0.25 : Number.NaN;
    });
    expect(gaps[0]).toBeGreaterThan(gaps[1] as number);
    expect(gaps[1]).toBeGreaterThan(gaps[2] as number);
  });
  it("sees one right answer where chance is 0", () => {
    expect(detectableShare(10, { chance: 0 })).toMatchObject({ kind: "detectable", critical: 1 });
  });
  it("says so where no count would do", () => {
    const found = detectableShare(3, { chance: 0.5 });
    expect(found).toEqual({
      kind: "none",
      reason: "guessing gets all 3 right with probability 0.13, above level 0.05",
    });
  });
  it("refuses what is no test", () => {
    expect(() => detectableShare(0, { chance: 0.5 })).toThrow("detectableShare: 0 trials");
    expect(() => detectableShare(10, { chance: 1 })).toThrow("detectableShare: chance 1");
    expect(() => detectableShare(10, { chance: 0.5, power: 1 })).toThrow("detectableShare: power 1");
    expect(() => detectableShare(10, { chance: 0.5, level: 0 })).toThrow("detectableShare: level 0");
  });
});
