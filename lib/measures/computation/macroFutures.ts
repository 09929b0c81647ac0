import { max } from "d3-array";
import { norm } from "../../core/linearAlgebra";
import type { Transitions } from "../causal/transitions";

/** The future of the macro process, as it depends on the micro state. */
export interface MacroFutures {
  /** Chances of words that decide about all others, under a distribution over some states by weights; each relative to its largest chance. */
  chancesOf(states: readonly number[], weight: (state: number) => number): Float64Array;
}

/** A function of the state counts as dependent on others if so much of it is left. */
const dependent = 1e-8;

/**
 * Words whose chances, as functions of the micro state, span those of all words: from the empty word, a symbol is put before each word found, and the result kept if
 * it is new. States of equal futures are first taken as one.
 */
export function macroFutures(
  tpm: Transitions,
  groupOf: Int32Array,
  states: readonly number[],
  tolerance: number,
): MacroFutures {
  const classOf = equalFutures(tpm, groupOf, states, tolerance);
  const count = (max(classOf.values()) as number) + 1;
  const first = Array.from({ length: count }, (_, c) => states.find((state) => classOf.get(state) === c) as number);
  const symbols = [...new Set(states.map((state) => groupOf[state] as number))];
  const before = (symbol: number, word: Float64Array) =>
    Float64Array.from(first, (from) => {
      let chance = 0;
      for (const to of states) {
        if (groupOf[to] === symbol) chance += (tpm[from]?.[to] as number) * (word[classOf.get(to) as number] as number);
      }
      return chance;
    });
  const words: Float64Array[] = [];
  const basis: Float64Array[] = [];
  const queue = [new Float64Array(count).fill(1)];
  for (const word of queue) {
    if (basis.length === count) break;
    const largest = word.reduce((most, chance) => Math.max(most, chance), 0);
    if (largest === 0) continue;
    const scaled = word.map((chance) => chance / largest);
    const rest = remainder(scaled, basis);
    if (rest === undefined) continue;
    basis.push(rest);
    words.push(scaled);
    for (const symbol of symbols) queue.push(before(symbol, scaled));
  }
  return {
    chancesOf(list, weight) {
      const belief = new Float64Array(count);
      let total = 0;
      for (const state of list) {
        const c = classOf.get(state) as number;
        belief[c] = (belief[c] as number) + weight(state);
        total += weight(state);
      }
      return Float64Array.from(words, (word) =>
        word.reduce((sum, chance, c) => sum + (chance * (belief[c] as number)) / total, 0),
      );
    },
  };
}

/** What is left of a vector beside orthonormal ones, of length 1; undefined if it is nothing but rounding. */
function remainder(vector: Float64Array, basis: readonly Float64Array[]): Float64Array | undefined {
  const whole = norm(vector, 0, vector.length);
  let rest = vector.map((value) => value / whole);
  for (const _ of [0, 1]) {
    for (const direction of basis) {
      const along = direction.reduce((sum, value, i) => sum + value * (rest[i] as number), 0);
      rest = rest.map((value, i) => value - along * (direction[i] as number));
    }
  }
  const length = norm(rest, 0, rest.length);
  return length < dependent ? undefined : rest.map((value) => value / length);
}

/** Classes of states from which all macro words have equal chances: split until all states of a class have the same chances of each symbol and next class. */
function equalFutures(
  tpm: Transitions,
  groupOf: Int32Array,
  states: readonly number[],
  tolerance: number,
): Map<number, number> {
  let classOf = new Map(states.map((state) => [state, 0]));
  for (let count = 0, found = 1; found > count; ) {
    count = found;
    const before = classOf;
    const kinds = new Map<string, number>();
    const kindOf = new Map(
      states.map((state) => {
        const key = `${groupOf[state]} ${before.get(state)}`;
        const kind = kinds.get(key) ?? kinds.size;
        kinds.set(key, kind);
        return [state, kind] as const;
      }),
    );
    const signatures: Float64Array[] = [];
    const owners: number[] = [];
    classOf = new Map(
      states.map((state) => {
        const signature = new Float64Array(kinds.size);
        for (const to of states) {
          const kind = kindOf.get(to) as number;
          signature[kind] = (signature[kind] as number) + (tpm[state]?.[to] as number);
        }
        let at = signatures.findIndex(
          (known, i) =>
            owners[i] === before.get(state) &&
            known.every((chance, kind) => Math.abs(chance - (signature[kind] as number)) <= tolerance),
        );
        if (at < 0) {
          at = signatures.push(signature) - 1;
          owners.push(before.get(state) as number);
        }
        return [state, at] as const;
      }),
    );
    found = signatures.length;
  }
  return classOf;
}
