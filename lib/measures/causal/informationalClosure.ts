import { sum } from "d3-array";
import { type Kinds, optionsOf, requireWhole } from "../../core/require";
import { unitSize } from "../information/entropies";
import { type UnitOptions, unitOptions } from "../information/groups";
import { groupOfEach, type StateGroups } from "./groupOf";
import { macroPasts } from "./macroPasts";
import { stationaryShares } from "./stationary";
import { statesOf, type Transitions } from "./transitions";

/** Options of `informationalClosure`. */
export interface ClosureOptions extends UnitOptions {
  /**
   * Distribution of the micro state X: "uniform", every state alike, as by an intervention; or "stationary", as the chain is found after a
   * long time. Default "uniform".
   */
  readonly inputs?: "uniform" | "stationary";
  /**
   * Macro values that are remembered, the present one among them: with m, the measure is I(Z' ; X | Z, and the m - 1 values before it). From 1 (default) to 30.
   * Above 1 it needs stationary inputs, since states that are set have no past.
   */
  readonly memory?: number;
}

/** Kinds of the options, for their check. */
const closureOptions: Kinds<ClosureOptions> = {
  ...unitOptions,
  inputs: ["uniform", "stationary"],
  memory: "number",
};

/**
 * How far a macro variable Z = f(X) of a Markov chain is from being closed: what the micro state X tells about the next macro state Z' that the macro
 * state Z does not,
 *
 *     I(Z' ; X | Z) = sum over x of p(x) KL(p(Z' | x) || p(Z' | f(x)))   bits
 *
 * 0 if Z foretells itself as well as X does: no micro detail is missing. With uniform inputs, and with stationary ones if every state recurs, this is
 * so exactly if the chain is strongly lumpable, that is, if all states of a group have the same chances of each next group. No term of the sum is below 0, and
 * chances that differ by less than 1e-12 of their size count as equal, so a closed variable gives exactly 0.
 *
 * The condition looks back one step. A process with hidden states can be closed given its entire macro past and yet be above 0 here:
 * `computationalClosure` has an example, and `memory` shows how fast the rest falls.
 *
 * For known chains. `sampledClosure` estimates it from observed states.
 *
 * @param tpm n rows of n probabilities
 * @param groups each micro state 0 ... n - 1 in exactly one group
 * @param options `inputs`: "uniform" (default) or "stationary"; `memory`, macro values remembered (default 1); `unit`: "bits" (default) or "nats"
 * @returns at least 0, at most the log of the number of groups
 * @throws RangeError for a matrix that is not a transition matrix, an empty group, a state that is in no group or in two, stationary inputs of a chain with
 * several recurrent classes, or a memory above 1 with uniform inputs or of more than 200,000 macro pasts
 * @example
 * import { informationalClosure } from "@emergence/lib/measures";
 * const chain = [[0.5, 0.25, 0.25], [0.5, 0, 0.5], [0.5, 0.5, 0]];
 * [informationalClosure(chain, [[0], [1, 2]]), informationalClosure(chain, [[0, 1], [2]]).toFixed(6)]; // => [0, "0.032530"]
 *
 * Source: Pfante, Bertschinger, Olbrich, Ay & Jost 2014, Comparison between different methods of level identification, Adv. Complex Syst. 17, 1450007;
 * Bertschinger et al. 2006; lumpability: Kemeny & Snell 1976, Finite Markov Chains, theorem 6.3.2.
 */
export function informationalClosure(tpm: Transitions, groups: StateGroups, options: ClosureOptions = {}): number {
  const caller = "informationalClosure";
  const { inputs = "uniform", memory = 1, unit = "bits" } = optionsOf(caller, options, closureOptions);
  requireWhole(caller, "memory", memory, 1, 30);
  if (memory > 1 && inputs === "uniform")
    throw new RangeError(
      `${caller}: memory ${memory} with uniform inputs, needs inputs "stationary": states that are set have no past`,
    );
  const n = statesOf(caller, tpm);
  const groupOf = groupOfEach(caller, n, groups);
  const shares = inputs === "uniform" ? new Float64Array(n).fill(1 / n) : stationaryShares(caller, tpm);
  const next = lumped(tpm, groupOf, groups.length);
  const size = unitSize(caller, unit) / Math.LN2;
  if (memory === 1) return size * missing(next, shares, groups);
  return size * sum(macroPasts(caller, tpm, groups, shares, memory), (past) => missing(next, past, groups));
}

/** Chances of each next group, by state. */
export function lumped(tpm: Transitions, groupOf: Int32Array, groups: number): Float64Array[] {
  return Array.from(tpm, (row) => {
    const chances = new Float64Array(groups);
    for (let state = 0; state < row.length; state++) {
      const group = groupOf[state] as number;
      chances[group] = (chances[group] as number) + (row[state] as number);
    }
    return chances;
  });
}

/** Mean divergence of the rows of a group from their mean, in nats. */
export function missing(rows: readonly Float64Array[], shares: Float64Array, groups: StateGroups): number {
  let total = 0;
  for (const group of groups) {
    let weight = 0;
    const mean = new Float64Array(groups.length);
    for (const state of group) {
      const share = shares[state] as number;
      if (share === 0) continue;
      weight += share;
      for (let j = 0; j < mean.length; j++) mean[j] = (mean[j] as number) + share * (rows[state]?.[j] as number);
    }
    for (const state of group) {
      const share = shares[state] as number;
      if (share === 0) continue;
      for (let j = 0; j < mean.length; j++) {
        const q = (mean[j] as number) / weight;
        if (q > 0) total += share * q * excess((rows[state]?.[j] as number) / q - 1);
      }
    }
  }
  return total;
}

/** Relative difference of two chances that is rounding of their sums. */
const rounding = 1e-12;

/** (1 + u) ln(1 + u) - u, in nats: a term of a divergence, at least 0, and near 0 without loss of digits. */
export function excess(u: number): number {
  if (Math.abs(u) < rounding) return 0;
  if (u <= -1) return 1;
  if (Math.abs(u) < 1e-3) return u * u * (1 / 2 - u * (1 / 6 - u * (1 / 12 - u * (1 / 20 - u / 30))));
  return (1 + u) * Math.log1p(u) - u;
}
