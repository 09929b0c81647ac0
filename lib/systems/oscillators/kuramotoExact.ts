import { i0e, i1e } from "cephes";
import { requireFromZero, requirePositive } from "../options";

/** A distribution of natural frequencies around 0, symmetric with one peak. */
export interface FrequencyOptions {
  /** `"lorentzian"` or `"gaussian"`. */
  readonly distribution: "lorentzian" | "gaussian";
  /** Half width at half height (Lorentzian, gamma) or standard deviation (Gaussian, sigma), above 0; in radians per unit of time. */
  readonly width: number;
}

export interface KuramotoTheory {
  /** r of endlessly many oscillators, from 0 (no order) to 1 (all in step). */
  readonly order: number;
  /** K_c, the coupling above which r is above 0; in the unit of `width`. */
  readonly criticalCoupling: number;
}

/**
 * Order of endlessly many Kuramoto oscillators, exact:
 *
 *     Lorentzian: K_c = 2 gamma,            r = sqrt(1 - K_c / K)
 *     Gaussian:   K_c = sigma sqrt(8 / pi),  1 = K integral cos^2(x) g(K r sin x) dx from -pi/2 to pi/2, solved for r to rounding
 *
 * @param options `coupling` K, from 0, in the unit of `width`; `distribution`; `width`
 * @throws RangeError for a negative coupling, a width that is not above 0 or another distribution
 * @example
 * import { kuramotoExact } from "@emergence/lib/systems";
 * kuramotoExact({ coupling: 4, distribution: "lorentzian", width: 1 }); // => ({ order: Math.SQRT1_2, criticalCoupling: 2 })
 *
 * Source: Kuramoto 1975, Lecture Notes in Physics 39, 420-422; Strogatz 2000, Physica D 143, 1-20.
 */
export function kuramotoExact({
  coupling,
  distribution,
  width,
}: FrequencyOptions & { readonly coupling: number }): KuramotoTheory {
  requireFromZero("kuramotoExact", "coupling", coupling);
  requirePositive("kuramotoExact", "width", width);
  requireDistribution("kuramotoExact", distribution);
  const criticalCoupling = distribution === "lorentzian" ? 2 * width : width * Math.sqrt(8 / Math.PI);
  if (coupling <= criticalCoupling) return { order: 0, criticalCoupling };
  const ratio = criticalCoupling / coupling;
  return {
    order: distribution === "lorentzian" ? Math.sqrt(1 - ratio) : gaussianOrder(coupling / width, ratio),
    criticalCoupling,
  };
}

export function requireDistribution(where: string, distribution: string): void {
  if (distribution !== "lorentzian" && distribution !== "gaussian") {
    throw new RangeError(`${where}: distribution ${distribution}, needs "lorentzian" or "gaussian"`);
  }
}

/**
 * The integral is (K_c / K)^-1 times exp(-a) (I0(a) + I1(a)) with a = (K r / (2 sigma))^2, which falls from 1 as r rises: halving finds the r at which it is
 * K_c / K.
 */
function gaussianOrder(coupling: number, ratio: number): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 60; i++) {
    const r = (low + high) / 2;
    const a = (coupling * r) ** 2 / 4;
    if (i0e(a) + i1e(a) > ratio) low = r;
    else high = r;
  }
  return (low + high) / 2;
}
