import { requireList, requireNumbers, requireWhole } from "../../core/require";

/** Macro states: each micro state 0 ... n - 1 in exactly one group. */
export type StateGroups = readonly (readonly number[])[];

/** The group of each of n states; throws unless each is in exactly one. */
export function groupOfEach(caller: string, n: number, groups: StateGroups, name: string = "groups"): Int32Array {
  requireList(caller, name, groups);
  for (let g = 0; g < groups.length; g++) requireNumbers(caller, `${name}[${g}]`, groups[g]);
  const groupOf = new Int32Array(n).fill(-1);
  for (const [g, group] of groups.entries()) {
    if (group.length === 0) throw new RangeError(`${caller}: group ${g} is empty, needs at least one state`);
    for (const state of group) {
      requireWhole(caller, `group ${g}: state`, state, 0, n - 1);
      if (groupOf[state] !== -1) {
        throw new RangeError(
          `${caller}: state ${state} is in groups ${groupOf[state]} and ${g}, needs one: a macro state is a function of the micro state`,
        );
      }
      groupOf[state] = g;
    }
  }
  const free = groupOf.indexOf(-1);
  if (free >= 0) throw new RangeError(`${caller}: state ${free} is in no group, needs one`);
  return groupOf;
}

/** StateGroups of which b has joined a. */
export function mergedAt(groups: readonly number[][], a: number, b: number): number[][] {
  const joined = [...(groups[a] as number[]), ...(groups[b] as number[])];
  return groups.flatMap((group, i) => (i === b ? [] : [i === a ? joined : group]));
}
