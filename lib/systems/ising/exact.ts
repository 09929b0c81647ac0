import { type Kinds, optionsOf, requireNoOverflow, requirePositive, requireWhole } from "../../core/require";
import { kaufman } from "./kaufman";
import { onsager } from "./onsager";

/** Exact values for one temperature, per spin, in units of J. Of which lattice each is stands in `lattice`. */
export interface IsingExact {
  /**
   * Spontaneous magnetization of the infinite lattice (Yang), with a `size` too; 0 at and above Tc. A torus has no such value: its mean magnetization is 0, and the
   * mean of |m| that a simulation measures is larger above Tc, and has no closed form: `isingSum` counts it for sides up to 5.
   */
  readonly magnetization: number;
  /** Energy of the infinite lattice (Onsager), or of the torus if a size is given (Kaufman). */
  readonly energy: number;
  /** Specific heat, in units of k_B per spin; Infinity at Tc for the infinite lattice. */
  readonly specificHeat: number;
  /** Free energy of a straight wall between up and down, per bond that it crosses, on the infinite lattice (Onsager); 0 at and above Tc. */
  readonly surfaceTension: number;
  /** Tc = 2 / ln(1 + sqrt 2), of the infinite lattice. */
  readonly criticalTemperature: number;
  /** The lattice that each value belongs to: "torus" for energy and specific heat if a size is given. */
  readonly lattice: {
    readonly magnetization: "infinite";
    readonly energy: "infinite" | "torus";
    readonly specificHeat: "infinite" | "torus";
    readonly surfaceTension: "infinite";
    readonly criticalTemperature: "infinite";
  };
}

/** Kinds of the options, for their check. */
const isingExactOptions: Kinds<{ readonly size?: number }> = { size: "number" };

/**
 * Exact values of the two-dimensional Ising model without a field, J = k_B = 1:
 *
 *     m = (1 - sinh(2 / T)^-4)^(1/8)  below Tc = 2 / ln(1 + sqrt 2), 0 above
 *     sigma = 2 + T ln tanh(1 / T)  below Tc
 *     u = -coth(2 K) (1 + (2 / pi) (2 tanh(2 K)^2 - 1) K1(k)),  K = 1 / T, k = 2 sinh(2 K) / cosh(2 K)^2
 *
 * with K1 the complete elliptic integral of the first kind. With a `size`, energy and specific heat are those of the finite torus, from Kaufman's four
 * products; magnetization and surface tension remain those of the infinite lattice, as `lattice` says: near Tc compare the mean of |m| of a simulation with
 * another simulation, or with larger lattices, not with this value.
 *
 * @param temperature T, in units of J / k_B, above 0
 * @param options `size`: L, spins per side of the torus, >= 2 (at 2 each pair of neighbors has two bonds)
 * @throws RangeError for a temperature or size out of range
 * @example
 * import { isingExact } from "@emergence/lib/systems";
 * isingExact(2 / Math.log(1 + Math.SQRT2)).energy; // => -Math.SQRT2
 *
 * Sources: Onsager 1944, Phys. Rev. 65, 117-149; Kaufman 1949, Phys. Rev. 76, 1232-1243; Yang 1952, Phys. Rev. 85, 808-816; in this form Ferdinand &
 * Fisher 1969, Phys. Rev. 185, 832-846.
 */
export function isingExact(temperature: number, options: { readonly size?: number } = {}): IsingExact {
  requirePositive("isingExact", "temperature", temperature);
  const { size } = optionsOf("isingExact", options, isingExactOptions);
  const criticalTemperature = 2 / Math.log(1 + Math.SQRT2);
  const sinh = Math.sinh(2 / temperature);
  const magnetization = sinh > 1 && temperature < criticalTemperature ? (1 - sinh ** -4) ** 0.125 : 0;
  const surfaceTension = Math.max(0, 2 + temperature * Math.log(Math.tanh(1 / temperature)));
  if (size !== undefined) requireWhole("isingExact", "size", size, 2);
  const { energy, specificHeat } = size === undefined ? onsager(temperature) : kaufman(temperature, size);
  requireNoOverflow("isingExact", { energy, specificHeat });
  const own = size === undefined ? "infinite" : "torus";
  return {
    magnetization,
    energy,
    specificHeat,
    surfaceTension,
    criticalTemperature,
    lattice: {
      magnetization: "infinite",
      energy: own,
      specificHeat: own,
      surfaceTension: "infinite",
      criticalTemperature: "infinite",
    },
  };
}
