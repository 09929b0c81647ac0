import { defineCurve, type Model } from "../model";

/**
 * Bass model of adoption: the share that has adopted by time x after launch.
 *
 *     f(x) = m (1 - exp(-(p + q) x)) / (1 + (q / p) exp(-(p + q) x)),   f(x) = 0 before launch
 *
 * `m` final level (unit of y), `p` innovation and `q` imitation (1 / unit of x). Adoption is fastest at x = ln(q / p) / (p + q).
 * x counts from launch: subtract the year of launch from calendar years.
 *
 * @example
 * import { curves } from "@emergence/lib/fit";
 * curves.bass.value(Math.log(0.38 / 0.03) / 0.41, { m: 1, p: 0.03, q: 0.38 }).toFixed(6); // => "0.460526"
 *
 * Source: Bass 1969, Management Science 15, 215-227, eq. 9.
 */
export const bass: Model<"m" | "p" | "q"> = defineCurve({
  name: "bass",
  parameters: ["m", "p", "q"],
  linear: ["m"],
  domain: { p: [1e-12, Number.POSITIVE_INFINITY], q: [0, Number.POSITIVE_INFINITY] },
  formula: "m (1 - exp(-(p + q) x)) / (1 + (q / p) exp(-(p + q) x))",
  tex: ({ m, p, q }) => `${m}\\,\\frac{1 - e^{-(${p} + ${q})\\,x}}{1 + (${q} / ${p})\\,e^{-(${p} + ${q})\\,x}}`,
  source: "Bass 1969, eq. 9",
  point(x, parameters, gradient) {
    const { 0: m, 1: p, 2: q } = parameters;
    const time = Math.max(0, x);
    const e = Math.exp(-(p + q) * time);
    const base = 1 + (q / p) * e;
    const s = -Math.expm1(-(p + q) * time) / base;
    const byTime = (m * (1 + q / p) * time * e) / (base * base); // through the exponent, p and q alike
    const byRatio = (-m * s * e) / base; // by q / p
    gradient[0] = s;
    gradient[1] = byTime - (byRatio * q) / (p * p);
    gradient[2] = byTime + byRatio / p;
    return m * s;
  },
  initialGuesses: ({ xMax, xSpan }) =>
    [1, 3, 10, 30, 100, 1e3, 1e4, 1e6].flatMap((ratio) =>
      [1, 2, 4, 8, 16, 32].map((sum) => {
        const rate = sum / (xMax > 0 ? xMax : xSpan);
        return [0, rate / (1 + ratio), (rate * ratio) / (1 + ratio)];
      }),
    ),
});
