import { curves } from "@emergence/lib/fit";
import { describe, expect, it } from "vitest";
import { behavesAsCurve, grid } from "./shared";

const decades = (a: number, b: number, n: number) => grid(a, b, n).map((e) => 10 ** e);

describe("curves.brokenPowerLaw", () => {
  behavesAsCurve(curves.brokenPowerLaw(0), [{ parameters: { a: 1, b: 5, c0: 0.5 }, x: decades(0, 3, 12) }]);
  behavesAsCurve(curves.brokenPowerLaw(1), [
    { parameters: { a: 0.5, b: 5, c0: 0.1, c1: 0.8, d1: 300, f1: 0.3 }, x: decades(0, 5, 30) },
  ]);
  behavesAsCurve(curves.brokenPowerLaw(2), [
    {
      parameters: { a: 0.2, b: 4, c0: 0.1, c1: 0.9, d1: 100, f1: 0.3, c2: -0.7, d2: 1e4, f2: 0.4 },
      x: decades(0, 6, 60),
    },
  ]);

  it("is a power law without breaks, and half of it at a break of width and change 1", () => {
    expect(curves.brokenPowerLaw(0).value(100, { a: 1, b: 2, c0: 0.5 })).toBeCloseTo(1.2, 14);
    expect(curves.brokenPowerLaw(1).value(10, { a: 0, b: 1, c0: 0, c1: 1, d1: 10, f1: 1 })).toBeCloseTo(0.5, 14);
  });

  it("refuses a number of breaks that is none", () => {
    expect(() => curves.brokenPowerLaw(-1)).toThrow("brokenPowerLaw: breaks -1");
    expect(() => curves.brokenPowerLaw(1.5)).toThrow(RangeError);
  });
});
