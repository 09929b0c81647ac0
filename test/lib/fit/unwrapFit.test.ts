import { describe, expect, it } from "vitest";
import { type BinomialFit, curves, fit, fitBinomial, unwrapFit } from "../../../lib/fit/index";

describe("unwrapFit", () => {
  it("hands on a fit as it is", () => {
    const result = fit(curves.line, [0, 1, 2, 3], [1, 3, 5, 7]);
    expect(unwrapFit(result)).toBe(result);
  });
  it("throws the model and the reason where there is no fit", () => {
    const failed = fit(curves.line, [2, 2, 2, 2], [1, 3, 5, 7]);
    expect(failed.kind).toBe("failed");
    expect(() => unwrapFit(failed)).toThrow(/^unwrapFit: line: .*x/);
  });

  it("knows a fit to counts as one", () => {
    const counted: BinomialFit<"L" | "k" | "x0"> = unwrapFit(
      fitBinomial(curves.logistic, [1, 2, 3, 4], [1, 9, 31, 48], [50, 50, 50, 50], { fixed: { L: 1 } }),
    );
    expect(counted.deviance).toBeGreaterThanOrEqual(0);
  });
});
