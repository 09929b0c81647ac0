import { defineCurve, type Model } from "../model";
import { exponentUnit } from "./initialGuesses";

/**
 * Power law with an offset, the shape of scaling laws.
 *
 *     f(x) = offset + scale x^exponent,   x > 0 (or x = 0 where the exponent is above 0: f = offset)
 *
 * `offset` level that is left where the power has died out (unit of y; hold it at 0 for a pure power law: `fixed: { offset: 0 }`), `scale` (unit of y per unit of x^exponent), `exponent`
 * (no unit; negative if a loss falls with scale).
 *
 * @example
 * import { curves } from "@emergence/lib/fit";
 * curves.powerLaw.value(100, { offset: 1, scale: 2, exponent: -0.5 }); // => 1.2
 *
 * Source: Kaplan et al. 2020, Scaling Laws for Neural Language Models, section 1.2; with an offset Henighan et al. 2020, eq. 1.1.
 */
export const powerLaw: Model<"offset" | "scale" | "exponent"> = defineCurve({
  name: "powerLaw",
  parameters: ["offset", "scale", "exponent"],
  linear: ["offset", "scale"],
  formula: "offset + scale x^exponent",
  tex: ({ offset, scale, exponent }) => `${offset} + ${scale}\\,x^{${exponent}}`,
  source: "Kaplan et al. 2020; Henighan et al. 2020, eq. 1.1",
  point(x, p, gradient) {
    const { 0: offset, 1: scale, 2: exponent } = p;
    const power = x ** exponent;
    gradient[0] = 1;
    gradient[1] = power;
    gradient[2] = power === 0 ? 0 : scale * power * Math.log(x); // at x = 0 the limit of x^exponent log x
    return offset + scale * power;
  },
  initialGuesses: ({ x }) => {
    const unit = exponentUnit(x);
    return [0.03, 0.1, 0.3, 0.6, 1, 2, 3, 6].flatMap((exponent) => [
      [0, 0, exponent * unit],
      [0, 0, -exponent * unit],
    ]);
  },
});
