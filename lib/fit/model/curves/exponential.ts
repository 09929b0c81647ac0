import { defineCurve, type Model } from "../model";

/**
 * Exponential growth or decay.
 *
 *     f(x) = scale exp(rate x)
 *
 * `scale` value at x = 0 (unit of y), `rate` (1 / unit of x). Count x from near the data: exp(rate * 2000) overflows.
 *
 * @example
 * import { curves } from "@emergence/lib/fit";
 * curves.exponential.value(2, { scale: 3, rate: 0 }); // => 3
 *
 * Source: Malthus 1798, An Essay on the Principle of Population, chapter 2.
 */
export const exponential: Model<"scale" | "rate"> = defineCurve({
  name: "exponential",
  parameters: ["scale", "rate"],
  linear: ["scale"],
  formula: "scale exp(rate x)",
  tex: ({ scale, rate }) => `${scale}\\,e^{${rate}\\,x}`,
  source: "Malthus 1798",
  point(x, p, gradient) {
    const { 0: scale, 1: rate } = p;
    const e = Math.exp(rate * x);
    gradient[0] = e;
    gradient[1] = scale * e * x;
    return scale * e;
  },
  initialGuesses: ({ xSpan }) =>
    [0.01, 0.1, 0.3, 1, 2, 4, 8, 16].flatMap((rate) => [
      [0, rate / xSpan],
      [0, -rate / xSpan],
    ]),
});
