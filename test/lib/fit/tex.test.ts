import { curves } from "@emergence/lib/fit";
import { expect, it } from "vitest";
import { fittedTex } from "../../../lib/fit/model/tex";

it("writes numbers to four digits, negative ones in parentheses", () => {
  expect(fittedTex(curves.line, { intercept: 1.23456, slope: -0.5 })).toBe("1.235 + (-0.5)\\,x");
});

it("writes very small and very large numbers as powers of ten", () => {
  expect(fittedTex(curves.line, { intercept: 1.5e-9, slope: -2.00004e22 })).toBe(
    "(1.5 \\cdot 10^{-9}) + (-2 \\cdot 10^{22})\\,x",
  );
});

it("writes a Richards curve at nu = 0 as the Gompertz curve that it is", () => {
  const shape = { L: 1, k: 2, x0: 3 };
  expect(fittedTex(curves.richards, { ...shape, nu: 0 })).toBe(fittedTex(curves.gompertz, shape));
  expect(fittedTex(curves.richards, { ...shape, nu: 0.5 })).toContain("1 + 0.5");
});
