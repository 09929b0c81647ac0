import type { Numbers } from "../../../core/numbers";
import { requireWhole } from "../../../core/require";
import { type BestFit, defineCurve, type Model, type Shape } from "../model";
import { exponentUnit, logQuantiles } from "./initialGuesses";
import { powerLaw } from "./powerLaw";

/** Names of a broken power law with any number of breaks. */
export type BreakName = "a" | "b" | "c0" | `${"c" | "d" | "f"}${number}`;

/**
 * Power law with n smooth breaks (broken neural scaling law): a straight line in log-log that bends n times.
 *
 *     f(x) = a + b x^(-c0) prod_i (1 + (x / d_i)^(1 / f_i))^(-c_i f_i),   x > 0 (or x = 0 where c0 is not above 0)
 *
 * `a` limit (unit of y), `b` scale, `c0` first exponent, `d_i` place of a break (unit of x), `c_i` change of the exponent there, `f_i` width of the break
 * (in ln x; from 0.001 to 20). Without a start the breaks are searched: the law with one break fewer is fitted first, and the next break tried along the data.
 *
 * @param breaks n, a whole number from 0 to 5
 * @throws RangeError for another number
 * @example
 * import { curves } from "@emergence/lib/fit";
 * curves.brokenPowerLaw(1).value(10, { a: 0, b: 1, c0: 0, c1: 1, d1: 10, f1: 1 }); // => 0.5
 *
 * Source: Caballero, Gupta, Rish & Krueger 2023, Broken Neural Scaling Laws, eq. 1.
 */
export function brokenPowerLaw(breaks: number): Model<BreakName> {
  requireWhole("brokenPowerLaw", "breaks", breaks, 0, 5);
  const each = Array.from({ length: breaks }, (_, i) => i + 1);
  return defineCurve<BreakName>({
    name: `brokenPowerLaw(${breaks})`,
    family: { name: "brokenPowerLaw", arguments: [breaks] },
    parameters: ["a", "b", "c0", ...each.flatMap((i): BreakName[] => [`c${i}`, `d${i}`, `f${i}`])],
    linear: ["a", "b"],
    domain: Object.fromEntries(
      each.flatMap((i) => [
        [`d${i}`, [Number.MIN_VALUE, Number.POSITIVE_INFINITY]],
        [`f${i}`, [1e-3, 20]],
      ]),
    ),
    formula: `a + b x^(-c0)${each.map((i) => ` (1 + (x / d${i})^(1 / f${i}))^(-c${i} f${i})`).join("")}`,
    tex: (w) => {
      const word = (name: BreakName) => w[name];
      const factor = (i: number) =>
        `\\left(1 + (x / ${word(`d${i}`)})^{1/${word(`f${i}`)}}\\right)^{-${word(`c${i}`)}\\,${word(`f${i}`)}}`;
      return `${word("a")} + ${word("b")}\\,x^{-${word("c0")}}${each.map(factor).join("")}`;
    },
    source: "Caballero et al. 2023, eq. 1",
    point: pointOf(breaks),
    initialGuesses:
      breaks === 0
        ? ({ x }) => exponents.map((c0) => [0, 0, c0 * exponentUnit(x)])
        : (data, bestFit) => oneMore(breaks, data, bestFit),
  });
}

const exponents = [0.03, 0.1, 0.3, 0.6, 1, 2, 3].flatMap((c) => [c, -c]);

function pointOf(breaks: number): Parameters<typeof defineCurve<BreakName>>[0]["point"] {
  const bends = new Float64Array(3 + 3 * breaks);
  return (x, parameters, slopes) => {
    const p = parameters as unknown as Float64Array;
    const gradient = slopes as unknown as Float64Array;
    const logX = Math.log(x);
    // At x = 0 a rising law is at its limit a, and one that begins flat (c0 = 0) at a + b.
    let exponent = p[2] === 0 ? 0 : -(p[2] as number) * logX;
    for (let at = 3; at < 3 + 3 * breaks; at += 3) {
      const u = (logX - Math.log(p[at + 1] as number)) / (p[at + 2] as number);
      const bend = softplus(u);
      bends[at] = bend;
      exponent -= (p[at] as number) * (p[at + 2] as number) * bend;
    }
    const power = Math.exp(exponent);
    const level = (p[1] as number) * power;
    gradient[0] = 1;
    gradient[1] = power;
    gradient[2] = level === 0 ? 0 : -level * logX;
    for (let at = 3; at < 3 + 3 * breaks; at += 3) {
      const c = p[at] as number;
      const d = p[at + 1] as number;
      const f = p[at + 2] as number;
      const u = (logX - Math.log(d)) / f;
      const past = 1 / (1 + Math.exp(-u));
      const bend = bends[at] as number;
      gradient[at] = -level * f * bend;
      gradient[at + 1] = (level * c * past) / d;
      gradient[at + 2] = past === 0 ? 0 : -level * c * (bend - u * past);
    }
    return (p[0] as number) + level;
  };
}

/** ln(1 + exp(u)) without overflow. */
function softplus(u: number): number {
  return Math.max(0, u) + Math.log1p(Math.exp(-Math.abs(u)));
}

/** Candidates with one break more than the best law with one break fewer. */
function oneMore(breaks: number, { x, y }: Shape, bestFit: BestFit): Numbers[] {
  const smaller = breaks === 1 ? bestFit(powerLaw, x, y) : bestFit(brokenPowerLaw(breaks - 1), x, y);
  const inner = logQuantiles(x).slice(1, -1);
  const unit = exponentUnit(x);
  const old = Array.from(smaller ?? []);
  // powerLaw's exponent has the other sign.
  const bases = breaks === 1 ? [-(old[2] ?? 0), 0, ...exponents.map((c) => c * unit)].map((c0) => [0, 0, c0]) : [old];
  return bases
    .filter((base) => base.length > 0)
    .flatMap((base) =>
      inner.flatMap((d) =>
        // A change of 0 is the law with one break fewer: from there it can only get better.
        [0, 0.2, -0.2, 1, -1, 4, -4].flatMap((change) => [0.05, 0.4].map((f) => [...base, change * unit, d, f / unit])),
      ),
    );
}
