import { type Kinds, optionsOf, requireWhole } from "../../core/require";
import { type SmallChain, singleChanges } from "./smallChain";

/** Kinds of the options, for their check. */
const urnOptions: Kinds<{ readonly balls: number }> = { balls: "number" };

/**
 * Ehrenfest's urns as a Markov chain of all 2^N states: N numbered balls in two urns; at each step a ball is drawn, all alike, and moved to the other urn. The macro
 * variable is the number of balls in the second urn. It is closed whatever the balls' numbers: from k, it becomes k - 1 with chance k / N, else k + 1.
 *
 * @param options `balls`: N, 1 to 10
 * @returns `states`, the urn (0 or 1) of each ball; `groups` and `values` by number of balls in urn 1, 0 ... N
 * @throws RangeError for a number of balls out of range
 * @example
 * import { ehrenfestUrn } from "@emergence/lib/systems";
 * const { tpm, groups } = ehrenfestUrn({ balls: 2 });
 * [groups, Array.from(tpm[1])]; // => [[[0], [1, 2], [3]], [0.5, 0, 0, 0.5]]
 *
 * Source: Ehrenfest & Ehrenfest 1907, Phys. Z. 8, 311-314; lumpability: Kemeny & Snell 1976, Finite Markov Chains, 7.3.
 */
export function ehrenfestUrn(options: { readonly balls: number }): SmallChain {
  const { balls } = optionsOf("ehrenfestUrn", options, urnOptions);
  requireWhole("ehrenfestUrn", "balls", balls, 1, 10);
  const chain = singleChanges(balls, [0, 1], () => 1);
  // A draw always moves a ball: what adding up N times 1 / N leaves is rounding.
  for (const [s, row] of chain.tpm.entries()) row[s] = 0;
  return { ...chain, values: chain.groups.map((_, k) => k) };
}
