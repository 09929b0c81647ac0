import { defineCurve, type Model } from "../model";
import { sCandidates } from "./initialGuesses";

/**
 * Logistic curve, the S of the seminar's slide.
 *
 *     f(x) = L / (1 + exp(-k (x - x0)))
 *
 * `L` upper asymptote (unit of y), `k` steepness (1 / unit of x, negative if the curve falls), `x0` midpoint (unit of x), where f = L / 2 and
 * the slope is L k / 4. Where x is log10 of FLOPs, `k` is per decade of compute.
 *
 * @example
 * import { curves } from "@emergence/lib/fit";
 * curves.logistic.value(3, { L: 1, k: 2, x0: 3 }); // => 0.5
 *
 * Source: Verhulst, Correspondance mathematique et physique 10 (1838) 113-121.
 */
export const logistic: Model<"L" | "k" | "x0"> = defineCurve({
  name: "logistic",
  parameters: ["L", "k", "x0"],
  linear: ["L"],
  formula: "L / (1 + exp(-k (x - x0)))",
  tex: ({ L, k, x0 }) => `\\frac{${L}}{1 + e^{-${k}\\,(x - ${x0})}}`,
  source: "Verhulst 1838",
  point(x, p, gradient) {
    const { 0: L, 1: k, 2: x0 } = p;
    const z = k * (x - x0);
    const e = Math.exp(-Math.abs(z));
    const share = 1 / (1 + e);
    const s = z >= 0 ? share : e * share;
    const bend = L * e * share * share; // L s (1 - s), exact in both tails
    gradient[0] = s;
    gradient[1] = bend * (x - x0);
    gradient[2] = -bend * k;
    return L * s;
  },
  initialGuesses: (data) => sCandidates(data).map(([k, x0]) => [0, k, x0]),
});
