import { type Kinds, optionsOf, requirePositive } from "../../core/require";
import { halfState } from "./numerov";

/** Options of a particle on a line with potential wells at x = -a and x = a. */
export interface DoubleWellOptions {
  /** Mass, in u (a twelfth of carbon 12). */
  readonly mass: number;
  /** V(0) - V(a), height of the barrier between the wells, in 1/cm (1 eV is 8,066 of them). */
  readonly barrier: number;
  /** a, half the distance between the wells, in angstrom. */
  readonly halfDistance: number;
}

/** Kinds of the options, for their check. */
const doubleWellOptions: Kinds<DoubleWellOptions> = { mass: "number", barrier: "number", halfDistance: "number" };

/** The two lowest states. */
export interface DoubleWell {
  /** Energy of the even state above the bottom of the wells, in 1/cm. */
  readonly ground: number;
  /** Energy of the odd state above that of the even one, in 1/cm; to about 8 digits however small it is. */
  readonly splitting: number;
  /** Splitting over h, in Hz: how many times per second a particle put into one well returns to it. */
  readonly frequency: number;
  /** hbar omega of a small vibration in one well, in 1/cm. */
  readonly quantum: number;
  /** S / hbar, the integral of sqrt(2 m V) / hbar from well to well: the splitting falls roughly as exp(-S / hbar). */
  readonly action: number;
  /** x >= 0, in angstrom; the other half follows by symmetry. */
  readonly positions: Float64Array;
  /** Even and odd wave function at these positions, each of norm 1 over the whole line, in 1 / sqrt(angstrom). */
  readonly even: Float64Array;
  readonly odd: Float64Array;
}

/** hbar^2 / (2 u angstrom^2) in 1/cm, and c in cm/s: CODATA 2018. */
const rotational = 16.857629206;
const lightSpeed = 2.99792458e10;

/**
 * Lowest two levels of a particle in the quartic double well
 *
 *     V(x) = V0 ((x / a)^2 - 1)^2
 *
 * by Numerov's method from the middle outward for the even and the odd state, matched to the solution that decays outside. The splitting is not computed
 * as a difference, which would lose all digits if it is small, but from the identity that Schrodinger's equation gives for the half line,
 *
 *     E_odd - E_even = (hbar^2 / (2 m)) even(0) odd'(0) / integral from 0 of even odd dx
 *
 * @param options `mass`, `barrier`, `halfDistance`
 * @throws RangeError for a value that is not > 0, a barrier too low to be one (2 m V0 a^2 / hbar^2 < 4), or a splitting that underflows
 * @example
 * import { doubleWell } from "@emergence/lib/systems";
 * const { ground, quantum } = doubleWell({ mass: 1, barrier: 1e5, halfDistance: 1 });
 * Math.round((100 * ground) / quantum); // => 50
 *
 * Sources: Numerov 1924; Herring 1962, Rev. Mod. Phys. 34, 631-645 (the identity); Landau & Lifshitz, Quantum Mechanics, paragraph 50, problem 3.
 */
export function doubleWell(options: DoubleWellOptions): DoubleWell {
  const { mass, barrier, halfDistance } = optionsOf("doubleWell", options, doubleWellOptions);
  for (const [name, value] of Object.entries({ mass, barrier, halfDistance })) {
    requirePositive("doubleWell", name, value);
  }
  // In units of a and of hbar^2 / (2 m a^2): -psi'' + v (y^2 - 1)^2 psi = e psi.
  const unit = rotational / (mass * halfDistance ** 2);
  const v = barrier / unit;
  if (v < 4 || v > 250_000) {
    throw new RangeError(`doubleWell: barrier of ${v} hbar^2 / (2 m a^2), needs 4 to 250,000`);
  }
  const even = halfState(v, "even");
  const odd = halfState(v, "odd");
  let overlap = 0;
  for (let i = 0; i < even.psi.length; i++) {
    overlap += (even.psi[i] as number) * (odd.psi[i] as number) * (i === 0 ? 0.5 : 1);
  }
  // The product starts with slope even(0) odd'(0) at 0, for which the trapezoidal rule needs a correction of a twelfth of a step.
  const atZero = even.logAtZero + odd.logAtZero;
  const integral = even.step * (overlap + (even.step * Math.exp(atZero)) / 12);
  const splitting = unit * Math.exp(atZero - Math.log(integral));
  return {
    ground: unit * even.energy,
    splitting,
    frequency: splitting * lightSpeed,
    quantum: unit * 4 * Math.sqrt(v),
    action: (4 / 3) * Math.sqrt(v),
    positions: even.psi.map((_, i) => i * even.step * halfDistance),
    even: normalized(even.psi, even.step * halfDistance),
    odd: normalized(odd.psi, odd.step * halfDistance),
  };
}

function normalized(psi: Float64Array, step: number): Float64Array {
  let norm = 0;
  for (let i = 0; i < psi.length; i++) norm += (psi[i] as number) ** 2 * (i === 0 ? 1 : 2);
  const scale = 1 / Math.sqrt(norm * step);
  return psi.map((value) => value * scale);
}
