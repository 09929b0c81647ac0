import { requireWhole } from "../../../core/require";
import { defineCurve, type Model } from "../model";

/**
 * Polynomial of degree n.
 *
 *     f(x) = c0 + c1 x + ... + cn x^n
 *
 * `c0` ... `cn` coefficients (unit of y / unit of x^j). Count x from near the data: powers of calendar years are nearly dependent.
 *
 * @param degree whole number from 0 to 12
 * @throws RangeError for another degree
 * @example
 * import { curves } from "@emergence/lib/fit";
 * curves.polynomial(2).value(3, { c0: 1, c1: 0, c2: 2 }); // => 19
 *
 * Source: Gergonne 1815, Annales de mathematiques 6, 242-252.
 */
export function polynomial(degree: number): Model<`c${number}`> {
  requireWhole("polynomial", "degree", degree, 0, 12);
  const names = Array.from({ length: degree + 1 }, (_, j): `c${number}` => `c${j}`);
  const term = (word: string, j: number) => (j === 0 ? word : j === 1 ? `${word} x` : `${word} x^${j}`);
  return defineCurve({
    name: `polynomial(${degree})`,
    family: { name: "polynomial", arguments: [degree] },
    parameters: names,
    linear: names,
    formula: names.map(term).join(" + "),
    tex: (words) => names.map((name, j) => term(words[name] as string, j).replace(/\^(\d+)/, "^{$1}")).join(" + "),
    source: "Gergonne 1815",
    point(x, p, gradient) {
      const coefficients = p as unknown as Float64Array;
      const slopes = gradient as unknown as Float64Array;
      let sum = 0;
      let power = 1;
      for (let j = 0; j <= degree; j++) {
        slopes[j] = power;
        sum += (coefficients[j] as number) * power;
        power *= x;
      }
      return sum;
    },
    initialGuesses: () => [new Float64Array(degree + 1)],
  });
}
