import { requireWhole } from "../../core/require";

/** Most states whose groupings are listed: 115,975 of them. */
const most = 10;

/**
 * Every grouping of n states: every partition once, from all in one group to each in its own. There are 1, 2, 5, 15, 52, ... of them, the Bell numbers.
 *
 * @param n number of states, 1 to 10
 * @returns groupings, each a list of groups; states in increasing order, groups in order of their first state
 * @throws RangeError for a number of states out of range
 * @example
 * import { groupings } from "@emergence/lib/measures";
 * groupings(3); // => [[[0, 1, 2]], [[0, 1], [2]], [[0, 2], [1]], [[0], [1, 2]], [[0], [1], [2]]]
 *
 * Source: Bell 1934, Amer. Math. Monthly 41, 411-419, for their number.
 */
export function groupings(n: number): number[][][] {
  requireWhole("groupings", "n", n, 1, most);
  let all: number[][][] = [[[0]]];
  // Each state joins an existing group or starts a new one.
  for (let state = 1; state < n; state++)
    all = all.flatMap((groups) => [
      ...groups.map((_, g) => groups.map((group, i) => (i === g ? [...group, state] : group))),
      [...groups, [state]],
    ]);
  return all;
}
