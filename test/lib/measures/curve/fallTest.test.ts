import { fallTest } from "@emergence/lib/measures";
import { chiSquaredTail } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

/** Pearson's chi-squared of a 2 x 2 table, from observed and expected counts: the square of z, by another road. */
function pearson([a, n]: readonly [number, number], [b, m]: readonly [number, number]): number {
  const right = (a + b) / (n + m);
  const expected = [n * right, n * (1 - right), m * right, m * (1 - right)];
  return [a, n - a, b, m - b].reduce(
    (sum, o, i) => sum + (o - (expected[i] as number)) ** 2 / (expected[i] as number),
    0,
  );
}

describe("fallTest", () => {
  it("is half of Pearson's chi-squared test on two scales that fall", () => {
    for (const [k, l, n, m] of [
      [80, 60, 100, 100],
      [473, 184, 2000, 2000],
      [30, 20, 100, 103],
    ] as const) {
      const half = chiSquaredTail(pearson([k, n], [l, m]), 1) / 2;
      expect(fallTest([k, l], [n, m]).p / half).toBeCloseTo(1, 9);
    }
  });
  it("finds the clearest fall among all pairs, and pays for having looked at all", () => {
    const found = fallTest([10, 80, 70, 40], [100, 100, 100, 100]);
    expect(found).toMatchObject({ from: 1, to: 3 });
    expect(found.fall).toBeCloseTo(0.4, 12);
    expect(found.p).toBeCloseTo(6 * fallTest([80, 40], [100, 100]).p, 12);
  });
  it("has no fall in a rising curve, nor in one where all or none are right", () => {
    expect(fallTest([10, 20, 90], [100, 100, 100])).toMatchObject({ p: 1, fall: expect.closeTo(-0.1, 12) });
    expect(fallTest([0, 0, 0], [50, 50, 50]).p).toBe(1);
    expect(fallTest([50, 50], [50, 50]).p).toBe(0.5);
  });
  it("gives p = 0, not an error, for a fall beyond what a double holds", () => {
    expect(fallTest([10000, 0], [10000, 10000]).p).toBe(0);
  });
  it("leaves its input alone", () => {
    const [k, n] = [Object.freeze([3, 2]), Object.freeze([9, 9])];
    expect(() => fallTest(k, n)).not.toThrow();
  });
  it.each<[string, () => unknown, string]>([
    ["ragged data", () => fallTest([1, 2], [3]), "fallTest: 2 successes, 1 trials"],
    ["one scale", () => fallTest([1], [3]), "at least 2 scales"],
    ["half an answer", () => fallTest([1, 1.5], [3, 3]), "fallTest: 1.5 successes of 3 trials at 1"],
    ["more right than asked", () => fallTest([4, 1], [3, 3]), "fallTest: 4 successes of 3 trials at 0"],
  ])("rejects %s", (_, run, message) => expect(run).toThrow(message));
});
