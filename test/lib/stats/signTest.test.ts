import { signTest } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

describe("signTest", () => {
  it("is twice the tail of the binomial distribution", () => {
    // scipy 1.17.1: binomtest(9, 10), binomtest(86, 236), binomtest(4, 16), two-sided.
    expect(signTest(9, 1)).toBeCloseTo(0.021484375, 14);
    expect(signTest(86, 150) / 3.7159361395713866e-5).toBeCloseTo(1, 10);
    expect(signTest(4, 12)).toBeCloseTo(0.076812744140625, 14);
  });

  it("is the same for the other side, and 1 for an even split or none", () => {
    for (const [a, b] of [
      [3, 8],
      [0, 5],
      [40, 61],
    ] as const)
      expect(signTest(a, b)).toBe(signTest(b, a));
    expect([signTest(0, 0), signTest(7, 7), signTest(1, 0)]).toEqual([1, 1, 1]);
    expect(signTest(0, 5)).toBe(2 / 32);
  });

  it("refuses what is no count", () => {
    expect(() => signTest(-1, 3)).toThrow("signTest: wins -1, needs a whole number from 0");
    expect(() => signTest(1, 0.5)).toThrow("signTest: losses 0.5, needs a whole number from 0");
  });
});
