import { chdtr, chdtrc, chdtri, fdtrc, fdtri, igamc, lgam, ndtr, ndtri, stdtr, stdtri } from "cephes";

/** Distribution functions, over the Cephes library (Moshier 1989), which scipy rests on too. */

/** P(T <= t) for Student's t with `freedom` degrees of freedom. */
export function studentCdf(t: number, freedom: number): number {
  return stdtr(whole("studentCdf", freedom), t);
}

/**
 * The t below which a share `p` of Student's distribution lies.
 *
 * @param p share, 0 < p < 1
 * @param freedom degrees of freedom, a whole number from 1
 * @throws RangeError where p or freedom lies outside
 * @example
 * import { studentQuantile } from "@emergence/lib/stats";
 * studentQuantile(0.975, 23); // => 2.0686576104190486
 */
export function studentQuantile(p: number, freedom: number): number {
  return stdtri(whole("studentQuantile", freedom), share("studentQuantile", p));
}

/** P(Z <= z) for the standard normal distribution, exact in both tails. */
export function normalCdf(z: number): number {
  // Cephes's own ndtr is 0 below -27; the upper incomplete gamma function is not.
  if (Math.abs(z) === Infinity) return z < 0 ? 0 : 1; // where Cephes has NaN
  if (z < 0) return vanishes(0.5, (z * z) / 2) ? 0 : igamc(0.5, (z * z) / 2) / 2;
  return ndtr(z);
}

/** The z below which a share `p` of the standard normal distribution lies. */
export function normalQuantile(p: number): number {
  return ndtri(share("normalQuantile", p));
}

/** P(X <= x) for chi-squared with `freedom` degrees of freedom. */
export function chiSquaredCdf(x: number, freedom: number): number {
  if (x <= 0) return 0;
  return vanishes(freedom / 2, x / 2) ? 1 : chdtr(freedom, x);
}

/** P(X > x) for chi-squared, exact in the far tail, where 1 - cdf has no digits left; 0 below about 1e-307. */
export function chiSquaredTail(x: number, freedom: number): number {
  if (x <= 0) return 1;
  return vanishes(freedom / 2, x / 2) ? 0 : chdtrc(freedom, x);
}

/** The x below which a share `p` of chi-squared lies. */
export function chiSquaredQuantile(p: number, freedom: number): number {
  return chdtri(freedom, 1 - share("chiSquaredQuantile", p));
}

/** P(F > f) for the F distribution with (a, b) degrees of freedom. */
export function fTail(f: number, a: number, b: number): number {
  return f <= 0 ? 1 : fdtrc(whole("fTail", a), whole("fTail", b), f);
}

/** The f below which a share `p` of the F distribution lies. */
export function fQuantile(p: number, a: number, b: number): number {
  return fdtri(whole("fQuantile", a), whole("fQuantile", b), 1 - share("fQuantile", p));
}

/** Whether the upper incomplete gamma function is below about 1e-307, where Cephes throws: the logarithm is the one it takes the exponential of. */
function vanishes(a: number, y: number): boolean {
  return y === Infinity || (y > Math.max(1, a) && a * Math.log(y) - y - lgam(a) < -708);
}

function share(caller: string, p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`${caller}: share ${p}, needs one between 0 and 1`);
  return p;
}

function whole(caller: string, freedom: number): number {
  if (!(Number.isInteger(freedom) && freedom > 0)) {
    throw new RangeError(`${caller}: ${freedom} degrees of freedom, needs a whole number from 1`);
  }
  return freedom;
}
