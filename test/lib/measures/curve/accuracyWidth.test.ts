import { curves, fit, unwrapFit } from "@emergence/lib/fit";
import { accuracyWidth, scatteredSharpness, sharpness } from "@emergence/lib/measures";
import { describe, expect, it } from "vitest";

const curve = {
  x: [20, 20.5, 21, 21.5, 22, 22.5, 23, 23.5],
  right: [104, 97, 120, 190, 290, 344, 352, 349],
  questions: 400,
  chance: 0.25,
};

describe("accuracyWidth", () => {
  it("finds the width of a rise without noise, from chance to its ceiling", () => {
    const questions = 1e7;
    const p = (x: number) => 0.25 + 0.6 / (1 + Math.exp((-Math.log(81) / 1.5) * (x - 21.7)));
    const exact = { ...curve, questions, right: curve.x.map((x) => Math.round(questions * p(x))) };
    const found = accuracyWidth(exact, { method: "least squares" });
    if (found.kind === "failed") throw new Error(found.reason);
    expect(found.width).toBeCloseTo(1.5, 4);
    expect(found.midpoint).toBeCloseTo(21.7, 4);
  });

  it("by least squares is the sharpness of the curve fitted to the shares", () => {
    const shares = curve.right.map((count) => count / 400);
    const fitted = fit(curves.logistic4, curve.x, shares, { fixed: { floor: 0.25 }, bounds: { L: [0.25, 1] } });
    const own = sharpness(unwrapFit(fitted), { confidence: 0.9 });
    expect(accuracyWidth(curve, { method: "least squares", confidence: 0.9 })).toEqual(own);
  });

  it("with scatter, the default, is scatteredSharpness with a free ceiling", () => {
    const asked = curve.right.map(() => 400);
    const own = scatteredSharpness(curve.x, curve.right, asked, { chance: 0.25, ceiling: "free" });
    expect(accuracyWidth(curve)).toEqual(own);
    expect(accuracyWidth(curve, { method: "scatter" })).toEqual(own);
  });

  it("has no width for accuracies that fall", () => {
    expect(accuracyWidth({ ...curve, right: [...curve.right].reverse() }).kind).toBe("failed");
  });

  it.each([
    ["an unknown method", () => accuracyWidth(curve, { method: "squares" as "scatter" }), /accuracyWidth: method/],
    ["half an answer", () => accuracyWidth({ ...curve, right: [1.5, 2, 3, 4, 5, 6, 7, 8] }), /accuracyWidth/],
    ["more right than asked", () => accuracyWidth({ ...curve, questions: 100 }), /accuracyWidth/],
    ["ragged data", () => accuracyWidth({ ...curve, right: [1, 2] }), /accuracyWidth/],
  ])("refuses %s", (_, call, message) => {
    expect(call).toThrow(message);
  });
});
