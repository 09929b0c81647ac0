import { curves, fit, unwrapFit } from "@emergence/lib/fit";
import { describe, expect, it } from "vitest";
import { curveOf, points } from "../../plot/index";

const line = unwrapFit(fit(curves.line, [1, 2, 3, 4], [2.1, 3.9, 6.2, 7.9]));

describe("curveOf", () => {
  it("is the fit and its band from one end to the other", () => {
    const { x, y, lower, upper } = curveOf(line, { from: 0, to: 5, interval: "prediction", confidence: 0.9 });
    expect([x[0], x.at(-1)]).toEqual([0, 5]);
    const told = line.band(5, { interval: "prediction", confidence: 0.9 });
    expect([y.at(-1), lower.at(-1), upper.at(-1)]).toEqual(
      [told.value, told.lower, told.upper].map((value) => expect.closeTo(value, 5) as number),
    );
  });

  it("runs over powers of ten if asked, and is a curve that points draws", () => {
    const curve = curveOf(line, { from: 1, to: 3, powers: true });
    expect([curve.x[0], curve.x.at(-1)]).toEqual([10, 1000]);
    const figure = points([{ name: "a", x: [10, 1000], y: [2, 6], curve }], { x: "x", y: "y", logX: true });
    expect(figure.data.length).toBe(3);
  });

  it("refuses a fit that failed and a range upside down", () => {
    // @ts-expect-error
    expect(() => curveOf({ kind: "failed", reason: "flat" }, { from: 0, to: 1 })).toThrow(/curveOf: fit is/);
    expect(() => curveOf(line, { from: 1, to: 1 })).toThrow("curveOf: from 1 to 1, needs two numbers in rising order");
  });
});
