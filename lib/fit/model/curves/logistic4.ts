import { defineCurve, type Model } from "../model";
import { sCandidates } from "./initialGuesses";

/**
 * Logistic curve between a floor and a ceiling.
 *
 *     f(x) = floor + (L - floor) / (1 + exp(-k (x - x0)))
 *
 * `floor` and `L` level before and after the rise (unit of y; floor above L where the curve falls), `k` steepness (1 / unit of x, above 0 unless a held level asks for the other sign), `x0` midpoint (unit of x).
 * An accuracy by chance is a known floor: `fit(curves.logistic4, x, y, { fixed: { floor: 0.25 } })`.
 *
 * @example
 * import { curves } from "@emergence/lib/fit";
 * curves.logistic4.value(3, { floor: 0.25, L: 1, k: 2, x0: 3 }); // => 0.625
 *
 * Source: Ratkowsky & Reedy 1986, Biometrics 42, 575-582, eq. 1 (with log dose as x).
 */
export const logistic4: Model<"floor" | "L" | "k" | "x0"> = defineCurve({
  name: "logistic4",
  parameters: ["floor", "L", "k", "x0"],
  linear: ["floor", "L"],
  specialCases: [{ floor: 0 }],
  formula: "floor + (L - floor) / (1 + exp(-k (x - x0)))",
  tex: ({ floor, L, k, x0 }) => `${floor} + \\frac{${L} - ${floor}}{1 + e^{-${k}\\,(x - ${x0})}}`,
  source: "Ratkowsky & Reedy 1986",
  point(x, p, gradient) {
    const { 0: floor, 1: L, 2: k, 3: x0 } = p;
    const z = k * (x - x0);
    const e = Math.exp(-Math.abs(z));
    const share = 1 / (1 + e);
    const s = z >= 0 ? share : e * share;
    const bend = (L - floor) * e * share * share;
    gradient[0] = z >= 0 ? e * share : share;
    gradient[1] = s;
    gradient[2] = bend * (x - x0);
    gradient[3] = -bend * k;
    return floor + (L - floor) * s;
  },
  // Rising first: with both levels free a falling curve is a rising one with the levels exchanged, and the first of two equals counts.
  initialGuesses: (data) =>
    sCandidates(data)
      .sort(([a], [b]) => Number(a < 0) - Number(b < 0))
      .map(([k, x0]) => [0, 0, k, x0]),
});
