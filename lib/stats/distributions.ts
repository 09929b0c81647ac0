import { chdtr, chdtrc, chdtri, fdtrc, fdtri, igamc, ndtr, ndtri, stdtr, stdtri } from "cephes";
import { requireInside, requireNumber, requirePositive, requireWhole } from "../core/require";

/** Distribution functions, from the Cephes library (Moshier 1989), which scipy uses too. */

/** A probability, or its limit if Cephes throws because a tail is too small for a number (about 1e-308). */
function settled(probability: () => number, limit: number): number {
  try {
    return probability();
  } catch (error) {
    if (error instanceof Error && error.message.includes("underflow")) return limit;
    throw error;
  }
}

/**
 * Distribution function of Student's t, P(T <= t).
 *
 * @example
 * import { studentCdf } from "@emergence/lib/stats";
 * studentCdf(2.262, 9).toFixed(3); // => "0.975"
 */
export function studentCdf(t: number, degreesOfFreedom: number): number {
  requireNumber("studentCdf", "t", t);
  if (!Number.isFinite(t)) return t < 0 ? 0 : 1;
  return stdtr(whole("studentCdf", degreesOfFreedom), t);
}

/**
 * Quantile of Student's t: the t with P(T <= t) = p.
 *
 * @param p probability, 0 < p < 1
 * @param degreesOfFreedom degrees of freedom, a whole number from 1
 * @throws RangeError if p or degreesOfFreedom lies outside
 * @example
 * import { studentQuantile } from "@emergence/lib/stats";
 * studentQuantile(0.975, 23); // => 2.0686576104190486
 */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
  return stdtri(whole("studentQuantile", degreesOfFreedom), share("studentQuantile", p));
}

/**
 * Distribution function of the standard normal, P(Z <= z), exact in both tails; 0 below the smallest number.
 *
 * @example
 * import { normalCdf } from "@emergence/lib/stats";
 * normalCdf(1.96).toFixed(3); // => "0.975"
 */
export function normalCdf(z: number): number {
  requireNumber("normalCdf", "z", z);
  // Cephes's own ndtr is 0 below -27; the upper incomplete gamma function is not.
  if (z * z === Infinity) return z < 0 ? 0 : 1; // where Cephes has NaN
  return z < 0 ? settled(() => igamc(0.5, (z * z) / 2), 0) / 2 : ndtr(z);
}

/**
 * Quantile of the standard normal: the z with P(Z <= z) = p.
 *
 * @example
 * import { normalQuantile } from "@emergence/lib/stats";
 * normalQuantile(0.975).toFixed(2); // => "1.96"
 */
export function normalQuantile(p: number): number {
  return ndtri(share("normalQuantile", p));
}

/**
 * Distribution function of chi-squared, P(X <= x).
 *
 * @example
 * import { chiSquaredCdf } from "@emergence/lib/stats";
 * chiSquaredCdf(3.84, 1).toFixed(3); // => "0.950"
 */
export function chiSquaredCdf(x: number, degreesOfFreedom: number): number {
  requireNumber("chiSquaredCdf", "x", x);
  requirePositive("chiSquaredCdf", "degrees of freedom", degreesOfFreedom);
  if (x <= 0 || x === Infinity) return x <= 0 ? 0 : 1;
  return settled(() => chdtr(degreesOfFreedom, x), x > degreesOfFreedom ? 1 : 0);
}

/**
 * Survival function of chi-squared, P(X > x), exact in the far tail, where 1 - cdf has no digits left.
 *
 * @example
 * import { chiSquaredSurvival } from "@emergence/lib/stats";
 * chiSquaredSurvival(3.84, 1).toFixed(3); // => "0.050"
 */
export function chiSquaredSurvival(x: number, degreesOfFreedom: number): number {
  requireNumber("chiSquaredSurvival", "x", x);
  requirePositive("chiSquaredSurvival", "degrees of freedom", degreesOfFreedom);
  if (x <= 0 || x === Infinity) return x <= 0 ? 1 : 0;
  return settled(() => chdtrc(degreesOfFreedom, x), x > degreesOfFreedom ? 0 : 1);
}

/**
 * Quantile of chi-squared: the x with P(X <= x) = p.
 *
 * @example
 * import { chiSquaredQuantile } from "@emergence/lib/stats";
 * chiSquaredQuantile(0.95, 1).toFixed(2); // => "3.84"
 */
export function chiSquaredQuantile(p: number, degreesOfFreedom: number): number {
  requirePositive("chiSquaredQuantile", "degrees of freedom", degreesOfFreedom);
  if (degreesOfFreedom > mostDegrees) {
    throw new RangeError(`chiSquaredQuantile: degrees of freedom ${degreesOfFreedom}, needs at most ${mostDegrees}`);
  }
  return chdtri(degreesOfFreedom, 1 - share("chiSquaredQuantile", p));
}

/**
 * Survival function of the F distribution with (a, b) degrees of freedom, P(F > f).
 *
 * @example
 * import { fSurvival } from "@emergence/lib/stats";
 * fSurvival(4.1, 2, 10).toFixed(3); // => "0.050"
 */
export function fSurvival(f: number, a: number, b: number): number {
  requireNumber("fSurvival", "f", f);
  for (const degrees of [a, b]) whole("fSurvival", degrees);
  if (f === Infinity) return 0;
  return f <= 0 ? 1 : fdtrc(whole("fSurvival", a), whole("fSurvival", b), f);
}

/**
 * Quantile of the F distribution with (a, b) degrees of freedom: the f with P(F <= f) = p.
 *
 * @example
 * import { fQuantile } from "@emergence/lib/stats";
 * fQuantile(0.95, 2, 10).toFixed(2); // => "4.10"
 */
export function fQuantile(p: number, a: number, b: number): number {
  return fdtri(whole("fQuantile", a), whole("fQuantile", b), 1 - share("fQuantile", p));
}

/** Beyond this many degrees of freedom Cephes refuses or loses itself in a series; the normal distribution is the limit. */
const mostDegrees = 1e9;

function share(caller: string, p: number): number {
  requireInside(caller, "p", p);
  return p;
}

function whole(caller: string, degreesOfFreedom: number): number {
  requireWhole(caller, "degrees of freedom", degreesOfFreedom, 1, mostDegrees);
  return degreesOfFreedom;
}
