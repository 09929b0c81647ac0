import { readFileSync } from "node:fs";
import { join } from "node:path";
import { binomialSurvival } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

// By scipy: test/fixtures/stats/binomial_values.py. Each row is successes, trials, chance, tail.
const { tails }: { tails: [number, number, number, number][] } = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "..", "fixtures", "stats", "binomial.json"), "utf8"),
);

describe("binomialSurvival", () => {
  it(`agrees with scipy at ${tails.length} places to 1e-9, far tails included`, () => {
    for (const [k, n, p, tail] of tails) {
      expect(Math.abs(binomialSurvival(k, n, p) - tail), `${k} of ${n} at ${p}`).toBeLessThan(1e-9 * tail + 1e-300);
    }
  });
  it("is the sum of the terms for a small case", () => {
    expect(binomialSurvival(2, 4, 0.3)).toBeCloseTo(6 * 0.09 * 0.49 + 4 * 0.027 * 0.7 + 0.0081, 14);
  });
  it("adds up to 1 with the tail of the failures", () => {
    for (const k of [1, 5, 19]) {
      expect(binomialSurvival(k, 20, 0.37) + binomialSurvival(20 - k + 1, 20, 0.63)).toBeCloseTo(1, 12);
    }
  });
  it("is 1 for no success, and sure at chances 0 and 1", () => {
    expect([binomialSurvival(0, 9, 0.4), binomialSurvival(3, 9, 0), binomialSurvival(9, 9, 1)]).toEqual([1, 0, 1]);
  });
  it.each<[string, [number, number, number], string]>([
    ["more successes than trials", [4, 3, 0.5], "binomialSurvival: successes 4"],
    ["half a success", [0.5, 3, 0.5], "binomialSurvival: successes 0.5"],
    ["no trials", [0, 0, 0.5], "binomialSurvival: trials 0"],
    ["a chance above 1", [1, 3, 1.5], "binomialSurvival: chance 1.5"],
    ["a chance that is no number", [1, 3, Number.NaN], "binomialSurvival: chance NaN"],
  ])("refuses %s", (_, values, message) => {
    expect(() => binomialSurvival(...values)).toThrow(message);
  });
});
