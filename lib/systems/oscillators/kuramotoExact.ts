import { i0e, i1e } from "cephes";
import { type Kinds, optionsOf, requireNonNegative, requireOneOf, requirePositive } from "../../core/require";
import { bisect } from "../../core/roots";

/** A distribution of natural frequencies around 0, symmetric with one peak. */
export interface FrequencyOptions {
  /** `"lorentzian"` or `"gaussian"`. */
  readonly distribution: "lorentzian" | "gaussian";
  /** Half width at half height (Lorentzian, gamma) or standard deviation (Gaussian, sigma), > 0; in radians per unit of time. */
  readonly width: number;
}

/** Kinds of the options, for their check. */
export const frequencyOptions: Kinds<FrequencyOptions> = { distribution: "text", width: "number" };

export interface KuramotoExact {
  /** r of infinitely many oscillators, from 0 (no order) to 1 (synchrony). */
  readonly order: number;
  /** K_c, the coupling above which r > 0, in the unit of `width`. */
  readonly criticalCoupling: number;
}

/** Kinds of the options, for their check. */
const kuramotoExactOptions: Kinds<FrequencyOptions & { readonly coupling: number }> = {
  distribution: "text",
  width: "number",
  coupling: "number",
};

/**
 * Exact order of infinitely many Kuramoto oscillators:
 *
 *     Lorentzian: K_c = 2 gamma,            r = sqrt(1 - K_c / K)
 *     Gaussian:   K_c = sigma sqrt(8 / pi),  1 = K integral cos^2(x) g(K r sin x) dx from -pi/2 to pi/2, solved for r to rounding
 *
 * @param options `coupling` K, >= 0, in the unit of `width`; `distribution`; `width`
 * @throws RangeError for a negative coupling, a width that is not > 0, or an unknown distribution
 * @example
 * import { kuramotoExact } from "@emergence/lib/systems";
 * kuramotoExact({ coupling: 4, distribution: "lorentzian", width: 1 }); // => ({ order: Math.SQRT1_2, criticalCoupling: 2 })
 *
 * Source: Kuramoto 1975, Lecture Notes in Physics 39, 420-422; Strogatz 2000, Physica D 143, 1-20.
 */
export function kuramotoExact(options: FrequencyOptions & { readonly coupling: number }): KuramotoExact {
  const { coupling, distribution, width } = optionsOf("kuramotoExact", options, kuramotoExactOptions);
  requireNonNegative("kuramotoExact", "coupling", coupling);
  requirePositive("kuramotoExact", "width", width);
  requireOneOf("kuramotoExact", "distribution", distribution, ["lorentzian", "gaussian"]);
  const criticalCoupling = distribution === "lorentzian" ? 2 * width : width * Math.sqrt(8 / Math.PI);
  if (coupling <= criticalCoupling) return { order: 0, criticalCoupling };
  const ratio = criticalCoupling / coupling;
  return {
    order: distribution === "lorentzian" ? Math.sqrt(1 - ratio) : gaussianOrder(coupling / width, ratio),
    criticalCoupling,
  };
}

/**
 * The integral is (K_c / K)^-1 times exp(-a) (I0(a) + I1(a)) with a = (K r / (2 sigma))^2, which falls from 1 as r rises: bisection finds the r at which it
 * is K_c / K.
 */
function gaussianOrder(coupling: number, ratio: number): number {
  const holds = (r: number) => {
    const a = (coupling * r) ** 2 / 4;
    return i0e(a) + i1e(a) > ratio;
  };
  const { lower, upper } = bisect(holds, 0, 1, { steps: 60 });
  return (lower + upper) / 2;
}
