import { defineCurve, type Model } from "../model";
import { exponentUnit, logQuantiles } from "./initialGuesses";

/**
 * Hill curve: a logistic curve in log x.
 *
 *     f(x) = L x^n / (K^n + x^n),   x >= 0
 *
 * `L` asymptote (unit of y), `K` half-way point (unit of x, above 0), `n` steepness (no unit; negative if the curve falls).
 *
 * @example
 * import { curves } from "@emergence/lib/fit";
 * curves.hill.value(3, { L: 1, K: 3, n: 2 }); // => 0.5
 *
 * Source: Hill 1910, J. Physiol. 40, iv-vii.
 */
export const hill: Model<"L" | "K" | "n"> = defineCurve({
  name: "hill",
  parameters: ["L", "K", "n"],
  linear: ["L"],
  domain: { K: [Number.MIN_VALUE, Number.POSITIVE_INFINITY] },
  formula: "L x^n / (K^n + x^n)",
  tex: ({ L, K, n }) => `\\frac{${L}\\,x^{${n}}}{${K}^{${n}} + x^{${n}}}`,
  source: "Hill 1910",
  point(x, p, gradient) {
    const { 0: L, 1: K, 2: n } = p;
    const distance = Math.log(x / K); // not finite at x = 0, where the curve has its limit and no slope
    const z = n === 0 ? 0 : n * distance;
    const e = Math.exp(-Math.abs(z));
    const share = 1 / (1 + e);
    const s = z >= 0 ? share : e * share;
    const bend = L * e * share * share;
    gradient[0] = s;
    gradient[1] = (-bend * n) / K;
    gradient[2] = bend === 0 ? 0 : bend * distance;
    return L * s;
  },
  initialGuesses: ({ x }) =>
    logQuantiles(x).flatMap((K) => [0.5, 1, 2, 4, 8, 16, -1, -2, -4, -8].map((n) => [0, K, n * exponentUnit(x)])),
});
