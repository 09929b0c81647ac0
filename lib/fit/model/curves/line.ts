import { defineCurve, type Model } from "../model";

/**
 * Straight line.
 *
 *     f(x) = intercept + slope x
 *
 * `intercept` (unit of y) value at x = 0, `slope` (unit of y / unit of x).
 *
 * @example
 * import { curves } from "@emergence/lib/fit";
 * curves.line.value(2, { intercept: 1, slope: 0.5 }); // => 2
 *
 * Source: Legendre, Nouvelles methodes pour la determination des orbites des cometes (1805), appendix.
 */
export const line: Model<"intercept" | "slope"> = defineCurve({
  name: "line",
  parameters: ["intercept", "slope"],
  linear: ["intercept", "slope"],
  formula: "intercept + slope x",
  tex: ({ intercept, slope }) => `${intercept} + ${slope}\\,x`,
  source: "Legendre 1805",
  point(x, p, gradient) {
    gradient[0] = 1;
    gradient[1] = x;
    return p[0] + p[1] * x;
  },
  initialGuesses: () => [[0, 0]],
});
