import { type Transitions, weightedStates } from "../causal/transitions";

/**
 * The smallest merger of states that keeps the given ones together and is unifilar: all states that follow a class under the same macro symbol are in one class.
 * Classes in order of their first state.
 */
export function forcedMergers(
  tpm: Transitions,
  groupOf: Int32Array,
  together: readonly (readonly number[])[],
): number[][] {
  const states = together.flat().sort((a, b) => a - b);
  const parent = Int32Array.from({ length: tpm.length }, (_, state) => state);
  const root = (state: number): number => {
    let at = state;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  let changed = true;
  const join = (a: number, b: number) => {
    const [x, y] = [root(a), root(b)];
    if (x === y) return;
    parent[Math.max(x, y)] = Math.min(x, y);
    changed = true;
  };
  for (const members of together) for (const state of members) join(members[0] as number, state);
  const ways = new Map(states.map((state) => [state, weightedStates(tpm[state] as readonly number[])]));
  while (changed) {
    changed = false;
    const reached = new Map<number, number>();
    for (const state of states) {
      const from = root(state) * tpm.length;
      for (const { to } of ways.get(state) as { readonly to: number }[]) {
        const key = from + (groupOf[to] as number);
        const known = reached.get(key);
        if (known === undefined) reached.set(key, to);
        else join(known, to);
      }
    }
  }
  const members = new Map<number, number[]>();
  for (const state of states) {
    const list = members.get(root(state)) ?? [];
    list.push(state);
    members.set(root(state), list);
  }
  return [...members.values()];
}
