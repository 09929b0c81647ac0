import { bits, meanBits, meanRow, statesOf, type Transitions } from "./transitions";

/**
 * Effective information of a system with n states: the mutual information between its state, set uniformly at random, and the next state.
 *
 *     EI = H(mean of the rows) - mean of H(row) = log2(n) (determinism - degeneracy)   bits
 *
 * 0 if the next state does not depend on the state, log2(n) for a permutation.
 *
 * @param tpm n rows of n probabilities, each with sum 1
 * @throws RangeError for a matrix that is not square or a row that is not a distribution
 * @example
 * import { effectiveInformation } from "@emergence/lib/measures";
 * effectiveInformation([[0, 1], [1, 0]]); // => 1
 *
 * Source: Hoel, Albantakis & Tononi 2013, Proc. Natl. Acad. Sci. 110, 19790-19795.
 */
export function effectiveInformation(tpm: Transitions): number {
  statesOf("effectiveInformation", tpm);
  return bits(meanRow(tpm)) - meanBits(tpm);
}

/**
 * Determinism: how far a state determines the next, from 0 (all next states equally likely) to 1 (a single next state each):
 *
 *     determinism = 1 - mean of H(row) / log2(n)
 *
 * 1 for a single state. A coefficient without unit.
 *
 * @throws RangeError for a matrix that is not square or a row that is not a distribution
 * @example
 * import { determinism } from "@emergence/lib/measures";
 * determinism([[0.5, 0.5], [0, 1]]); // => 0.5
 *
 * Source: Hoel, Albantakis & Tononi 2013.
 */
export function determinism(tpm: Transitions): number {
  const n = statesOf("determinism", tpm);
  return n === 1 ? 1 : 1 - meanBits(tpm) / Math.log2(n);
}

/**
 * Degeneracy: how far states lead to the same next states, from 0 (all next states equally frequent) to 1 (one next state for all):
 *
 *     degeneracy = 1 - H(mean of the rows) / log2(n)
 *
 * 1 for a single state. A coefficient without unit; determinism - degeneracy is the effectiveness, EI / log2(n).
 *
 * @throws RangeError for a matrix that is not square or a row that is not a distribution
 * @example
 * import { degeneracy } from "@emergence/lib/measures";
 * degeneracy([[1, 0], [1, 0]]); // => 1
 *
 * Source: Hoel, Albantakis & Tononi 2013.
 */
export function degeneracy(tpm: Transitions): number {
  const n = statesOf("degeneracy", tpm);
  return n === 1 ? 1 : 1 - bits(meanRow(tpm)) / Math.log2(n);
}
