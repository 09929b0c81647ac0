import { curves, fit, inversePrediction, lead, unwrapFit } from "@emergence/lib/fit";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

const x = Array.from({ length: 30 }, (_, i) => 18 + i / 4);
const { normal } = random(4);
const rise = (at: number) => 0.25 + 0.5 / (1 + Math.exp(-1.5 * (at - 22)));
const y = x.map((at) => rise(at) + 0.02 * normal());
const trend = unwrapFit(fit(curves.logistic4, x, y, { fixed: { floor: 0.25 } }));

describe("lead", () => {
  it("is the closed form of the logistic read backwards, less the own x", () => {
    const { L = 0, k = 0, x0 = 0, floor = 0 } = trend.parameters;
    for (const score of [0.35, 0.5, 0.6]) {
      const expected = x0 + Math.log((score - floor) / (L - score)) / k - 21;
      expect(lead(trend, 21, score).value).toBeCloseTo(expected, 9);
    }
  });

  it("is 0 on the curve, moves one for one with x, and has the ends of the inverse prediction", () => {
    const on = trend.predict(22.5);
    expect(lead(trend, 22.5, on).value).toBeCloseTo(0, 9);
    expect(lead(trend, 21.5, on).value).toBeCloseTo(1, 9);
    const at = inversePrediction(trend, on, { from: 18, to: 25.25 });
    const found = lead(trend, 20, on);
    expect([found.lower + 20, found.upper + 20]).toEqual([
      expect.closeTo(at.lower, 9) as number,
      expect.closeTo(at.upper, 9) as number,
    ]);
  });

  it("searches the range of the data unless told another, and is infinite beyond", () => {
    expect(lead(trend, 20, 0.9).value).toBe(Infinity);
    expect(lead(trend, 20, 0.5, { to: 21 }).value).toBe(Infinity);
    expect(lead(trend, 20, 0.6, { interval: "confidence" }).upper).toBeLessThan(lead(trend, 20, 0.6).upper);
  });

  it("refuses what it cannot read", () => {
    expect(() => lead(trend, Number.NaN, 0.5)).toThrow(/lead: x/);
    expect(() => lead(trend, 20, Infinity)).toThrow(/lead: y/);
    // @ts-expect-error
    expect(() => lead({ kind: "failed", reason: "flat" }, 20, 0.5)).toThrow(/lead: fitted is a fit that failed/);
  });
});
