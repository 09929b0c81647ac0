import { type Kinds, optionsOf, requireFinite, requirePositive, requireWhole } from "../../core/require";
import { torusNeighbors } from "../ising/lattice";
import { type SmallChain, singleChanges } from "./smallChain";

/** Options of `glauberChain`. */
export interface GlauberOptions {
  /** N, 1 to 10; for a torus 4 or 9, for a ring at least 3. */
  readonly spins: number;
  /** Which spins act on each other: "all", each pair with a coupling of 1 / N (Curie and Weiss), the two neighbors on a "ring", or the four on a square "torus", with a coupling of 1. */
  readonly coupling: "all" | "ring" | "torus";
  /** T, in units of the coupling J / k_B, > 0. */
  readonly temperature: number;
  /** h, in units of J. Default 0. */
  readonly field?: number;
}

/** Kinds of the options, for their check. */
const glauberOptions: Kinds<GlauberOptions> = {
  spins: "number",
  coupling: ["all", "ring", "torus"],
  temperature: "number",
  field: "number",
};

/**
 * A small magnet under Glauber dynamics as a Markov chain of all 2^N states: at each step one spin is chosen, all alike, and turned over with chance
 *
 *     1 / (1 + exp(dE / T)),   dE = 2 s_i (sum of J_ij s_j + h)
 *
 * The macro variable is the magnetization m = sum s_i / N. If all spins act on each other (Curie and Weiss), it is closed: the chance depends on s_i and m
 * alone. With nearest neighbors it is not, except on a ring of three, where all are neighbors.
 *
 * @param options `spins`, `coupling`, `temperature`, `field`
 * @returns `states`, the spins (1 or -1) of each; `groups` and `values` by magnetization, -1 ... 1. The stationary distribution is Boltzmann's
 * @throws RangeError for an option out of range, or a number of spins that makes no torus
 * @example
 * import { glauberChain } from "@emergence/lib/systems";
 * const { values, tpm } = glauberChain({ spins: 2, coupling: "all", temperature: 1 });
 * [values, tpm[0][1].toFixed(6)]; // => [[-1, 0, 1], "0.134471"]
 *
 * Source: Glauber 1963, J. Math. Phys. 4, 294-307.
 */
export function glauberChain(options: GlauberOptions): SmallChain {
  const caller = "glauberChain";
  const { spins, coupling, temperature, field = 0 } = optionsOf(caller, options, glauberOptions);
  if (coupling === undefined) throw new RangeError(`${caller}: no coupling, needs one of all, ring, torus`);
  requireWhole(caller, "spins", spins, coupling === "ring" ? 3 : 1, 10);
  requirePositive(caller, "temperature", temperature);
  requireFinite(caller, "field", field);
  const side = Math.round(Math.sqrt(spins));
  if (coupling === "torus" && (side < 2 || side * side !== spins))
    throw new RangeError(`${caller}: ${spins} spins on a torus, needs 4 or 9, a square`);
  const around = coupling === "torus" ? torusNeighbors(side) : undefined;
  const at = (state: Int8Array, i: number) => state[i] as number;
  const pull = (state: Int8Array, i: number): number => {
    if (around !== undefined) return [0, 1, 2, 3].reduce((sum, k) => sum + at(state, around[4 * i + k] as number), 0);
    if (coupling === "ring") return at(state, (i + 1) % spins) + at(state, (i + spins - 1) % spins);
    return (state.reduce((sum, spin) => sum + spin, 0) - at(state, i)) / spins;
  };
  const chain = singleChanges(
    spins,
    [-1, 1],
    (state, i) => 1 / (1 + Math.exp((2 * at(state, i) * (pull(state, i) + field)) / temperature)),
  );
  return { ...chain, values: chain.groups.map((_, up) => (2 * up - spins) / spins) };
}
