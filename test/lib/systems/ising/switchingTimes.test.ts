import { random } from "@emergence/lib/stats";
import { switchingTimes } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";

describe("switchingTimes", () => {
  it("counts changes of side, not visits to the middle", () => {
    expect(switchingTimes([1, 0.1, -0.1, 1, -0.4, 1], { threshold: 0.5 }).count).toBe(0);
    expect(switchingTimes([0, 0, -1, 0, 1, 1, 0, -1], { threshold: 0.5 })).toEqual({
      count: 2,
      meanTime: 4,
      logError: expect.closeTo(Math.SQRT1_2, 12),
    });
    expect(switchingTimes([1, 1], { threshold: 0.5 })).toEqual({
      count: 0,
      meanTime: Number.POSITIVE_INFINITY,
      logError: Number.POSITIVE_INFINITY,
    });
  });

  it("finds the time of a coin that turns over with chance 0.01 a step, within 4 of its errors", () => {
    const source = random(1);
    let side = 1;
    const series = Float64Array.from({ length: 100_000 }, () => {
      if (source.uniform() < 0.01) side = -side;
      return side;
    });
    const { meanTime, logError } = switchingTimes(series, { threshold: 0.5 });
    expect(Math.abs(Math.log(meanTime / 100))).toBeLessThan(4 * logError);
    expect(logError).toBeLessThan(0.04);
  });

  it("needs two samples and a threshold above 0", () => {
    expect(() => switchingTimes([1], { threshold: 0.5 })).toThrow("switchingTimes: 1 samples, needs at least 2");
    expect(() => switchingTimes([1, -1], { threshold: 0 })).toThrow(
      "switchingTimes: threshold 0, needs a finite number above 0",
    );
  });
});
