import { sum } from "d3-array";
import { requireList, requireNumbers, requireWhole } from "../../core/require";
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
export function coarseGrain(tpm: Transitions, groups: readonly (readonly number[])[]): number[][] {
  requireList("coarseGrain", "groups", groups);
  for (let g = 0; g < groups.length; g++) requireNumbers("coarseGrain", `groups[${g}]`, groups[g]);
  const n = statesOf("coarseGrain", tpm);
  const groupOf = new Map<number, number>();
  for (const [g, group] of groups.entries()) {
    if (group.length === 0) throw new RangeError(`coarseGrain: group ${g} is empty, needs at least one state`);
    for (const state of group) {
      requireWhole("coarseGrain", `group ${g}: state`, state, 0, n - 1);
      if (groupOf.has(state)) {
        throw new RangeError(
          `coarseGrain: state ${state} is in groups ${groupOf.get(state)} and ${g}, needs one: a macro state is a function of the micro state`,
        );
      }
      groupOf.set(state, g);
    }
  }
  for (let state = 0; state < n; state++) {
    if (!groupOf.has(state)) throw new RangeError(`coarseGrain: state ${state} is in no group, needs one`);
  }
  return Array.from(groups, (group) => {
    const row = meanRow(Array.from(group, (state) => tpm[state] as readonly number[]));
    return Array.from(groups, (next) => sum(next, (state) => row[state] as number));
  });
}
