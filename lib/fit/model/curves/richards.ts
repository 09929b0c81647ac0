import { defineCurve, type Model } from "../model";
import { gompertz } from "./gompertz";
import { sCandidates } from "./initialGuesses";

/**
 * Richards curve: an S whose bend comes early or late.
 *
 *     f(x) = L (1 + nu exp(-k (x - x0)))^(-1 / nu)
 *
 * `L` asymptote (unit of y), `k` rate (1 / unit of x), `x0` point of inflection (unit of x), `nu` asymmetry (no unit, 0 to 1000): nu = 1 is the
 * logistic curve, nu = 0 stands for the limit nu -> 0, the Gompertz curve; at x0 the curve is at L (1 + nu)^(-1 / nu).
 *
 * @example
 * import { curves } from "@emergence/lib/fit";
 * curves.richards.value(3, { L: 1, k: 2, x0: 3, nu: 1 }); // => 0.5
 *
 * Source: Richards 1959, J. Exp. Bot. 10, 290-301; in this form Birch 1999, Ann. Bot. 83, 713-723.
 */
export const richards: Model<"L" | "k" | "x0" | "nu"> = defineCurve({
  name: "richards",
  parameters: ["L", "k", "x0", "nu"],
  linear: ["L"],
  domain: { nu: [0, 1e3] },
  specialCases: [{ nu: 0 }, { nu: 1 }],
  formula: "L (1 + nu exp(-k (x - x0)))^(-1 / nu)",
  tex: ({ L, k, x0, nu }) =>
    nu === "0" ? gompertz.texWith({ L, k, x0 }) : `${L} \\left(1 + ${nu}\\,e^{-${k}\\,(x - ${x0})}\\right)^{-1/${nu}}`,
  source: "Richards 1959; Birch 1999",
  point(x, p, gradient) {
    const { 0: L, 1: k, 2: x0, 3: nu } = p;
    const growth = k * (x - x0);
    const z = growth - Math.log(nu); // w = nu exp(-growth) = exp(-z)
    const e = Math.exp(-Math.abs(z));
    const w = z >= 0 ? e : 1 / e;
    const gompertzian = z > 700; // w is 0 in numbers, and nu perhaps too
    const logBase = Math.log1p(e) + Math.max(0, -z);
    const u = Math.exp(-growth);
    const share = (z >= 0 ? e : 1) / (1 + e);
    const s = Math.exp(gompertzian ? -u : -logBase / nu);
    const bend = s === 0 ? 0 : L * s * (gompertzian ? u : share / nu);
    gradient[0] = s;
    gradient[1] = bend * (x - x0);
    gradient[2] = -bend * k;
    // (ln(1 + w) - w / (1 + w)) / nu^2, whose two terms cancel where w is small.
    const curved = w < 1e-3 ? u * u * (1 / 2 - w * (2 / 3 - w * (3 / 4 - w * 0.8))) : (logBase - share) / (nu * nu);
    gradient[3] = s === 0 ? 0 : L * s * curved;
    return L * s;
  },
  initialGuesses: (data) => [0.1, 1, 5].flatMap((nu) => sCandidates(data).map(([k, x0]) => [0, k, x0, nu])),
});
