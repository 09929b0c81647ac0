import { sum } from "d3-array";
import { groupOfEach, type StateGroups } from "./groupOf";
import { meanRow, statesOf, type Transitions } from "./transitions";

/**
 * Macro system of a micro system: the states of a group become one. Setting a macro state means setting one of its micro states uniformly at random,
 *
 *     P(B | A) = (1 / |A|) sum over a in A, b in B of p(b | a)
 *
 * @param tpm n rows of n probabilities
 * @param groups each micro state 0 ... n - 1 in exactly one group, so that the macro state is a function of the micro state
 * @returns the macro matrix, rows and columns in the order of the groups
 * @throws RangeError for a matrix that is not a transition matrix, an empty group, or a state that is in no group or in two
 * @example
 * import { coarseGrain } from "@emergence/lib/measures";
 * coarseGrain([[0.5, 0.5, 0], [0.5, 0.5, 0], [0, 0, 1]], [[0, 1], [2]]); // => [[1, 0], [0, 1]]
 *
 * Source: Hoel, Albantakis & Tononi 2013, Proc. Natl. Acad. Sci. 110, 19790-19795, methods.
 */
export function coarseGrain(tpm: Transitions, groups: StateGroups): number[][] {
  groupOfEach("coarseGrain", statesOf("coarseGrain", tpm), groups);
  return Array.from(groups, (group) => {
    const row = meanRow(Array.from(group, (state) => tpm[state] as readonly number[]));
    return Array.from(groups, (next) => sum(next, (state) => row[state] as number));
  });
}
