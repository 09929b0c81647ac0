import { defineCurve, type Model } from "../model";
import { sCandidates } from "./initialGuesses";

/**
 * Gompertz curve: an S whose bend comes early.
 *
 *     f(x) = L exp(-exp(-k (x - x0)))
 *
 * `L` asymptote (unit of y), `k` rate (1 / unit of x), `x0` point of inflection (unit of x), where f = L / e and the slope is L k / e.
 *
 * @example
 * import { curves } from "@emergence/lib/fit";
 * curves.gompertz.value(3, { L: 1, k: 2, x0: 3 }); // => 0.36787944117144233
 *
 * Source: Gompertz 1825, Phil. Trans. R. Soc. 115, 513-583; in this form Winsor 1932, PNAS 18, 1-8, eq. 2.
 */
export const gompertz: Model<"L" | "k" | "x0"> = defineCurve({
  name: "gompertz",
  parameters: ["L", "k", "x0"],
  linear: ["L"],
  formula: "L exp(-exp(-k (x - x0)))",
  tex: ({ L, k, x0 }) => `${L}\\,e^{-e^{-${k}\\,(x - ${x0})}}`,
  source: "Gompertz 1825; Winsor 1932",
  point(x, p, gradient) {
    const { 0: L, 1: k, 2: x0 } = p;
    const u = Math.exp(-k * (x - x0));
    const s = Math.exp(-u);
    const bend = s === 0 ? 0 : L * s * u;
    gradient[0] = s;
    gradient[1] = bend * (x - x0);
    gradient[2] = -bend * k;
    return L * s;
  },
  initialGuesses: (data) => sCandidates(data).map(([k, x0]) => [0, k, x0]),
});
