import { meanInterval, random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";
import { expectMisses } from "../chance";

// Additional hours of sleep with the second drug less the first, ten patients: Student 1908, Biometrika 6, 20.
const sleep = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4];

describe("meanInterval", () => {
  it("gives the paired test and interval of Student's example, as R's t.test(sleep) does", () => {
    const found = meanInterval(sleep);
    expect(found.value).toBeCloseTo(1.58, 12);
    expect(found.lower).toBeCloseTo(0.7001142, 7);
    expect(found.upper).toBeCloseTo(2.4598858, 7);
    expect(found.p).toBeCloseTo(0.002833, 6);
  });

  it("holds 0 just if p is above 1 - confidence", () => {
    const { p } = meanInterval(sleep);
    expect(meanInterval(sleep, { confidence: 1 - 1.001 * p }).lower).toBeGreaterThan(0);
    expect(meanInterval(sleep, { confidence: 1 - 0.999 * p }).lower).toBeLessThan(0);
  });

  it("misses the true mean in one of ten at a confidence of .9, with three values too", () => {
    const times = 400;
    const misses = Array.from({ length: times }, (_, seed) => {
      const { normal } = random(seed);
      return meanInterval([5 + normal(), 5 + normal(), 5 + normal()], { confidence: 0.9 });
    }).filter(({ lower, upper }) => lower > 5 || upper < 5).length;
    expectMisses(misses, times, 0.1);
  });

  it("refuses what has no interval", () => {
    expect(() => meanInterval([1])).toThrow("meanInterval: 1 values, needs at least 2");
    expect(() => meanInterval([2, 2, 2])).toThrow("meanInterval: 3 equal values, needs values that differ");
    expect(() => meanInterval([1, Number.NaN])).toThrow("meanInterval: values");
    expect(() => meanInterval([1, 2], { confidence: 1 })).toThrow("meanInterval: confidence 1");
  });
});
