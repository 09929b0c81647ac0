import { monotonicityTest } from "@emergence/lib/measures";
import { chiSquaredSurvival } from "@emergence/lib/stats";
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

describe("monotonicityTest", () => {
  it("takes one number of questions where it is the same at each scale, with x or without", () => {
    expect(monotonicityTest([80, 60], 100)).toEqual(monotonicityTest([80, 60], [100, 100]));
    expect(monotonicityTest([1, 2], [80, 60], 100)).toEqual(monotonicityTest([1, 2], [80, 60], [100, 100]));
  });

  it("is half of Pearson's chi-squared test on two scales that fall", () => {
    for (const [k, l, n, m] of [
      [80, 60, 100, 100],
      [473, 184, 2000, 2000],
      [30, 20, 100, 103],
    ] as const) {
      const half = chiSquaredSurvival(pearson([k, n], [l, m]), 1) / 2;
      expect(monotonicityTest([k, l], [n, m]).p / half).toBeCloseTo(1, 9);
    }
  });
  it("finds the clearest fall among all pairs, and pays for having looked at all", () => {
    const found = monotonicityTest([10, 80, 70, 40], [100, 100, 100, 100]);
    expect(found).toMatchObject({ from: 1, to: 3 });
    expect(found.fall).toBeCloseTo(0.4, 12);
    expect(found.p).toBeCloseTo(6 * monotonicityTest([80, 40], [100, 100]).p, 12);
  });
  it("has no fall in a rising curve, nor in one where all or none are right", () => {
    expect(monotonicityTest([10, 20, 90], [100, 100, 100])).toMatchObject({ p: 1, fall: expect.closeTo(-0.1, 12) });
    expect(monotonicityTest([0, 0, 0], [50, 50, 50]).p).toBe(1);
    expect(monotonicityTest([50, 50], [50, 50]).p).toBe(0.5);
  });
  it("gives p = 0, not an error, for a fall beyond what a double holds", () => {
    expect(monotonicityTest([10000, 0], [10000, 10000]).p).toBe(0);
  });
  // A fall and a rise, as in the U-shaped scaling of arxiv.org/abs/2211.02011.
  it("takes x first, as weiThreshold does, and names the two scales in its unit", () => {
    const [x, right, asked] = [[20, 21, 22, 23, 24], [60, 40, 20, 30, 55], Array(5).fill(100)];
    const found = monotonicityTest(right, asked);
    expect(found.p).toBeCloseTo(3.882018268965346e-8, 16);
    expect(monotonicityTest(x, right, asked)).toEqual({ ...found, from: 0, to: 2, fromX: 20, toX: 22 });
  });
  it("leaves its input alone", () => {
    const [k, n] = [Object.freeze([3, 2]), Object.freeze([9, 9])];
    expect(() => monotonicityTest(k, n)).not.toThrow();
  });
  it.each<[string, () => unknown, string]>([
    ["ragged data", () => monotonicityTest([1, 2], [3]), "monotonicityTest: 2 successes but 1 trials"],
    ["one scale", () => monotonicityTest([1], [3]), "1 scales"],
    ["half an answer", () => monotonicityTest([1, 1.5], [3, 3]), "monotonicityTest: successes[1] 1.5"],
    ["x that falls", () => monotonicityTest([2, 1], [1, 1], [3, 3]), "monotonicityTest: x[1] 1, needs finite numbers"],
    ["ragged x", () => monotonicityTest([2], [1, 1], [3, 3]), "monotonicityTest: 1 scales, needs at least 2"],
    ["ragged counts", () => monotonicityTest([1, 2], [1], [3, 3]), "monotonicityTest: 2 x but 1 successes"],
    ["more right than asked", () => monotonicityTest([4, 1], [3, 3]), "monotonicityTest: successes[0] 4"],
  ])("rejects %s", (_, run, message) => expect(run).toThrow(message));
});
