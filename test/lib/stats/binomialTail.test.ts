import { readFileSync } from "node:fs";
import { join } from "node:path";
import { binomialTail } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

// By scipy: test/fixtures/stats/binomial_values.py. Each row is successes, trials, chance, tail.
const { tails }: { tails: [number, number, number, number][] } = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "..", "fixtures", "stats", "binomial.json"), "utf8"),
);

describe("binomialTail", () => {
  it(`agrees with scipy at ${tails.length} places to 1e-9, far tails included`, () => {
    for (const [k, n, p, tail] of tails) {
      expect(Math.abs(binomialTail(k, n, p) - tail), `${k} of ${n} at ${p}`).toBeLessThan(1e-9 * tail + 1e-300);
    }
  });
  it("is the sum of the terms for a small case", () => {
    expect(binomialTail(2, 4, 0.3)).toBeCloseTo(6 * 0.09 * 0.49 + 4 * 0.027 * 0.7 + 0.0081, 14);
  });
  it("adds up to 1 with the tail of the failures", () => {
    for (const k of [1, 5, 19]) {
      expect(binomialTail(k, 20, 0.37) + binomialTail(20 - k + 1, 20, 0.63)).toBeCloseTo(1, 12);
    }
  });
  it("is 1 for no success, and sure at chances 0 and 1", () => {
    expect([binomialTail(0, 9, 0.4), binomialTail(3, 9, 0), binomialTail(9, 9, 1)]).toEqual([1, 0, 1]);
  });
  it.each<[string, [number, number, number], string]>([
    ["more successes than trials", [4, 3, 0.5], "binomialTail: 4 successes of 3 trials"],
    ["half a success", [0.5, 3, 0.5], "binomialTail: 0.5 successes of 3 trials"],
    ["no trials", [0, 0, 0.5], "binomialTail: 0 successes of 0 trials"],
    ["a chance above 1", [1, 3, 1.5], "binomialTail: chance 1.5"],
    ["a chance that is no number", [1, 3, Number.NaN], "binomialTail: chance NaN"],
  ])("refuses %s", (_, values, message) => {
    expect(() => binomialTail(...values)).toThrow(message);
  });
});
