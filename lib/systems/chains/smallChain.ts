/** A Markov chain small enough that all its states are listed, with a macro variable. */
export interface SmallChain {
  /** Transition matrix: row i holds the chances of each next state after state i. */
  readonly tpm: Float64Array[];
  /** What each state is, part by part. */
  readonly states: Int8Array[];
  /** States by value of the macro variable. */
  readonly groups: number[][];
  /** Value of the macro variable of each group, in increasing order. */
  readonly values: number[];
}

/** A chain of n parts of two kinds, in which a step changes at most one part. State s has part i in its second kind if bit i of s is set; the macro variable counts these. */
export function singleChanges(
  n: number,
  kinds: readonly [number, number],
  chance: (state: Int8Array, part: number) => number,
): Pick<SmallChain, "tpm" | "states" | "groups"> {
  const count = 2 ** n;
  const states = Array.from({ length: count }, (_, s) =>
    Int8Array.from({ length: n }, (_, i) => kinds[(s >> i) & 1] as number),
  );
  const groups: number[][] = Array.from({ length: n + 1 }, () => []);
  const tpm = states.map((state, s) => {
    groups[state.filter((kind) => kind === kinds[1]).length]?.push(s);
    const row = new Float64Array(count);
    let stay = 1;
    for (let i = 0; i < n; i++) {
      const move = chance(state, i) / n;
      row[s ^ (1 << i)] = move;
      stay -= move;
    }
    row[s] = Math.max(0, stay);
    return row;
  });
  return { tpm, states, groups };
}
