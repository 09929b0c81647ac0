import { pooledMean, random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";
import { expectMisses } from "../chance";

describe("pooledMean", () => {
  it("is the mean of all samples if the estimates are means of parts of them", () => {
    // Parts of 1, 4 and 5 samples of standard deviation 2: their weights are 1, 4 and 5 tenths.
    const parts = [
      { mean: 3, standardError: 2 },
      { mean: 1, standardError: 1 },
      { mean: 2, standardError: 2 / Math.sqrt(5) },
    ];
    const found = pooledMean(parts);
    expect(found.mean).toBeCloseTo(1.7, 12);
    expect(found.standardError).toBeCloseTo(2 / Math.sqrt(10), 12);
    expect(found.chiSquared).toBeCloseTo((1.3 ** 2 + 4 * 0.7 ** 2 + 5 * 0.3 ** 2) / 4, 12);
  });

  it("leaves a single estimate as it is", () => {
    expect(pooledMean([{ mean: 3, standardError: 0.5 }])).toEqual({ mean: 3, standardError: 0.5, chiSquared: 0, p: 1 });
  });

  it("calls estimates of one number different in one of twenty", () => {
    const times = 400;
    const calls = Array.from({ length: times }, (_, seed) => {
      const source = random(seed);
      const estimates = [1, 2, 3].map((standardError) => ({ mean: standardError * source.normal(), standardError }));
      return pooledMean(estimates).p;
    }).filter((p) => p <= 0.05).length;
    expectMisses(calls, times, 0.05);
  });

  it("says what it needs", () => {
    expect(() => pooledMean([])).toThrow("pooledMean: no estimates, needs at least one");
    expect(() => pooledMean([{ mean: 1, standardError: 0 }])).toThrow(/pooledMean: estimates\[0\].standardError 0/);
    expect(() => pooledMean([{ mean: Number.NaN, standardError: 1 }])).toThrow(/estimates\[0\].mean NaN/);
  });
});
