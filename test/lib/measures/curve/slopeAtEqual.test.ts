import { unwrap } from "@emergence/lib/core";
import { curve, fit, unwrapFit } from "@emergence/lib/fit";
import { slopeAtEqual } from "@emergence/lib/measures";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";
import { expectMisses } from "../../chance";

/** Scores that bend with the loss, and rise with size by `slope` besides; loss and size go together. */
function models(seed: number, slope: number) {
  const source = random(seed);
  const size = Array.from({ length: 35 }, (_, i) => 7 + 0.5 * (i % 6));
  const loss = size.map((one) => 12 - one + source.normal());
  const score = loss.map((l, i) => 1 / (1 + Math.exp(l - 4)) + slope * (size[i] as number) + 0.01 * source.normal());
  return { loss, size, score };
}

describe("slopeAtEqual", () => {
  it("is the multiple regression that the fitter finds by descent", () => {
    const { loss, size, score } = models(1, 0.02);
    const model = curve("a + b * x + c * x^2 + d * x^3 + slope * n", { predictors: ["x", "n"] });
    const rows = loss.map((one, i) => [one, size[i] as number]);
    const { parameters, standardErrors } = unwrapFit(fit(model, rows, score));
    const found = unwrap(slopeAtEqual(loss, size, score, { degree: 3 }));
    expect(found.mean).toBeCloseTo(parameters.slope as number, 8);
    expect(found.standardError).toBeCloseTo(standardErrors.slope as number, 8);
    expect(found.degreesOfFreedom).toBe(30);
  });

  it("is the plain slope if nothing is held", () => {
    const found = unwrap(slopeAtEqual([3, 1, 2, 5], [0, 1, 2, 3], [0, 1, 2, 4], { degree: 0 }));
    expect(found.mean).toBeCloseTo(1.3, 12);
    expect(found.standardError).toBeCloseTo(Math.sqrt(0.3 / 2 / 5), 12);
  });

  it("does not depend on units, and gives what the curve cannot follow to the slope", () => {
    const { loss, size, score } = models(2, 0.02);
    const mean = (x: number[], degree = 5) => unwrap(slopeAtEqual(x, size, score, { degree })).mean;
    const inBits = loss.map((one) => 1e3 + one / Math.LN2);
    expect(mean(inBits)).toBeCloseTo(mean(loss), 9);
    expect(Math.abs(mean(loss, 1) - 0.02)).toBeGreaterThan(2 * Math.abs(mean(loss) - 0.02));
  });

  it("finds a detectable slope in eight of ten, and none that is not there", () => {
    const times = 200;
    const { loss, size } = models(3, 0);
    const found = (slope: number) =>
      Array.from({ length: times }, (_, seed) => {
        const source = random(seed);
        const score = loss.map((one, i) => 0.1 * one + slope * (size[i] as number) + 0.01 * source.normal());
        return unwrap(slopeAtEqual(loss, size, score));
      });
    const none = found(0);
    expectMisses(none.filter(({ p }) => p <= 0.05).length, times, 0.05);
    const detectable = none.reduce((sum, one) => sum + one.detectable, 0) / times;
    const missed = found(detectable).filter(({ p }) => p > 0.05).length;
    // Student's t has wider tails than the normal distribution behind the 2.8 errors: with 28 degrees of freedom the power is .77.
    expectMisses(missed, times, 0.23);
    expectMisses(times - missed, times, 0.77);
  });

  it("says when the data determine no slope, and what it needs", () => {
    const x = [1, 2, 3, 4, 5];
    expect(slopeAtEqual(x, x, x, { degree: 2 })).toMatchObject({
      reason: /follows from x by a polynomial of degree 2/,
    });
    expect(slopeAtEqual(x, [0, 1, 0, 0, 1], x)).toMatchObject({ reason: /5 points for 6 parameters/ });
    expect(() => slopeAtEqual(x, x.slice(1), x)).toThrow("slopeAtEqual: 5 x but 4 others");
    expect(() => slopeAtEqual(x, x, x, { degree: 1.5 })).toThrow(/slopeAtEqual: degree 1.5, needs a whole number/);
  });
});
