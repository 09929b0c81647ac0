import { curves, fit } from "@emergence/lib/fit";
import { compiled } from "cephes";
import { beforeAll, describe, expect, it } from "vitest";
import { reach } from "../../../lib/fit/uncertainty/band";

// As an ES module the library of distributions compiles in the background.
beforeAll(() => compiled);

const x = [0, 1, 2, 3, 4];
const y = [1.1, 2.9, 5.2, 6.8, 9.1];
const line = fit(curves.line, x, y);
if (line.kind === "failed") throw new Error(line.reason);
const t = 3.182446305284263; // Student's t at 97.5 % for 3 degrees of freedom

describe("reach", () => {
  it("is Student's t, the normal quantile where sigma is known, and infinite without a degree of freedom", () => {
    expect(reach("f", 0.95, 3, false)).toBeCloseTo(t, 10);
    expect(reach("f", 0.95, 3, true)).toBeCloseTo(1.959963984540054, 10);
    expect(reach("f", 0.95, 0, false)).toBe(Number.POSITIVE_INFINITY);
  });

  it("refuses a confidence outside 0 to 1, by the caller's name", () => {
    for (const confidence of [0, 1, -0.5, 95, Number.NaN]) {
      expect(() => reach("band", confidence, 3, false)).toThrow(
        `band: confidence ${confidence}, needs a number above 0 and below 1`,
      );
    }
  });
});

describe("band", () => {
  // The textbook's formula for a line: s sqrt(1/n + (x - mean)^2 / Sxx), and 1 more under the root for an observation.
  const half = (at: number, extra: number) => t * line.sigma * Math.sqrt(extra + 1 / 5 + (at - 2) ** 2 / 10);

  it("is the textbook's for a line, of the curve and of an observation", () => {
    for (const at of [-3, 0, 2, 7.5]) {
      const curve = line.band(at);
      expect(curve.value).toBeCloseTo(line.predict(at), 12);
      expect(curve.upper - curve.value).toBeCloseTo(half(at, 0), 9);
      expect(curve.value - curve.lower).toBeCloseTo(half(at, 0), 9);
      const observation = line.band(at, { interval: "prediction" });
      expect(observation.upper - observation.value).toBeCloseTo(half(at, 1), 9);
    }
  });

  it("gives arrays for arrays, and works when taken out of the fit", () => {
    const { band, predict } = line;
    const bands = band([0, 2], { confidence: 0.5 });
    expect(bands.value).toEqual(predict([0, 2]));
    expect(bands.lower[1]).toBe(band(2, { confidence: 0.5 }).lower);
    expect(bands.upper[0] as number).toBeLessThan(band(0).upper);
  });

  it("has no width where every parameter is held", () => {
    const held = fit(curves.line, x, y, { fixed: { intercept: 1, slope: 2 } });
    if (held.kind === "failed") throw new Error(held.reason);
    expect(held.band(3)).toEqual({ value: 7, lower: 7, upper: 7 });
  });
});
