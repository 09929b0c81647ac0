import { chdtr, chdtrc, chdtri, fdtrc, fdtri, igamc, ndtr, ndtri, stdtr, stdtri } from "cephes";
import { requireInside, requireWhole } from "../core/require";

/** Distribution functions, over the Cephes library (Moshier 1989), which scipy rests on too. */

/** A probability, or what it has settled at where Cephes throws because a tail is too small for a number (about 1e-308). */
function settled(probability: () => number, limit: number): number {
  try {
    return probability();
  } catch (error) {
    if (error instanceof Error && error.message.includes("underflow")) return limit;
    throw error;
  }
}

/** P(T <= t) for Student's t with `degreesOfFreedom` degrees of freedom. */
export function studentCdf(t: number, degreesOfFreedom: number): number {
  return stdtr(whole("studentCdf", degreesOfFreedom), t);
}

/**
 * The t below which a share `p` of Student's distribution lies.
 *
 * @param p share, 0 < p < 1
 * @param degreesOfFreedom degrees of freedom, a whole number from 1
 * @throws RangeError if p or degreesOfFreedom lies outside
 * @example
 * import { studentQuantile } from "@emergence/lib/stats";
 * studentQuantile(0.975, 23); // => 2.0686576104190486
 */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
  return stdtri(whole("studentQuantile", degreesOfFreedom), share("studentQuantile", p));
}

/** P(Z <= z) for the standard normal distribution, exact in both tails; 0 where no number is small enough. */
export function normalCdf(z: number): number {
  // Cephes's own ndtr is 0 below -27; the upper incomplete gamma function is not.
  if (z * z === Infinity) return z < 0 ? 0 : 1; // where Cephes has NaN
  return z < 0 ? settled(() => igamc(0.5, (z * z) / 2), 0) / 2 : ndtr(z);
}

/** The z below which a share `p` of the standard normal distribution lies. */
export function normalQuantile(p: number): number {
  return ndtri(share("normalQuantile", p));
}

/** P(X <= x) for chi-squared with `degreesOfFreedom` degrees of freedom. */
export function chiSquaredCdf(x: number, degreesOfFreedom: number): number {
  if (x <= 0 || x === Infinity) return x <= 0 ? 0 : 1;
  return settled(() => chdtr(degreesOfFreedom, x), x > degreesOfFreedom ? 1 : 0);
}

/** P(X > x) for chi-squared, exact in the far tail, where 1 - cdf has no digits left. */
export function chiSquaredSurvival(x: number, degreesOfFreedom: number): number {
  if (x <= 0 || x === Infinity) return x <= 0 ? 1 : 0;
  return settled(() => chdtrc(degreesOfFreedom, x), x > degreesOfFreedom ? 0 : 1);
}

/** The x below which a share `p` of chi-squared lies. */
export function chiSquaredQuantile(p: number, degreesOfFreedom: number): number {
  return chdtri(degreesOfFreedom, 1 - share("chiSquaredQuantile", p));
}

/** P(F > f) for the F distribution with (a, b) degrees of freedom. */
export function fSurvival(f: number, a: number, b: number): number {
  return f <= 0 ? 1 : fdtrc(whole("fSurvival", a), whole("fSurvival", b), f);
}

/** The f below which a share `p` of the F distribution lies. */
export function fQuantile(p: number, a: number, b: number): number {
  return fdtri(whole("fQuantile", a), whole("fQuantile", b), 1 - share("fQuantile", p));
}

function share(caller: string, p: number): number {
  requireInside(caller, "p", p);
  return p;
}

function whole(caller: string, degreesOfFreedom: number): number {
  requireWhole(caller, "degrees of freedom", degreesOfFreedom);
  return degreesOfFreedom;
}
