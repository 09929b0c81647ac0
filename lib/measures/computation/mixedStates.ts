import { bits } from "../causal/transitions";
import type { Graph } from "./machine";

/** What an observer knows who has seen a number of symbols, on average over what may have been seen. */
export interface Knowledge {
  /** Entropy of the next symbol, bits: h_L, from which block entropies and excess entropy are made. */
  readonly next: number;
  /** Entropy of the machine's state, bits. */
  readonly state: number;
  /** Number of different states of knowledge. */
  readonly count: number;
}

interface Mixed {
  readonly belief: Float64Array;
  weight: number;
}

/** Beliefs closer than this count as one. */
const digits = 12;

/** Beliefs less likely than this are let go. */
const negligible = 1e-17;

/**
 * Follows an observer who knows the machine but not its state, symbol by symbol from none on: beliefs over states, with the chance of each. Words after
 * which the belief is the same are taken together, so that words of any length can be counted. Ellison, Mahoney & Crutchfield 2009, J. Stat. Phys. 136, 1005.
 */
export function* mixedStates({ symbols, ways }: Graph, start: readonly number[]): Generator<Knowledge> {
  let beliefs: Mixed[] = [{ belief: Float64Array.from(start), weight: 1 }];
  for (;;) {
    const following = new Map<string, Mixed>();
    let [next, state] = [0, 0];
    for (const { belief, weight } of beliefs) {
      const chances = new Float64Array(symbols.length);
      const moved = symbols.map(() => new Float64Array(belief.length));
      for (const [s, list] of ways.entries()) {
        for (const { symbol, to, probability } of list) {
          const share = (belief[s] as number) * probability;
          chances[symbol] = (chances[symbol] as number) + share;
          const target = moved[symbol] as Float64Array;
          target[to] = (target[to] as number) + share;
        }
      }
      next += weight * bits(chances);
      state += weight * bits(belief);
      for (const [symbol, chance] of chances.entries()) {
        if (weight * chance < negligible) continue;
        const scaled = (moved[symbol] as Float64Array).map((share) => share / chance);
        const key = Array.from(scaled, (share) => share.toFixed(digits)).join();
        const known = following.get(key);
        if (known) known.weight += weight * chance;
        else following.set(key, { belief: scaled, weight: weight * chance });
      }
    }
    yield { next, state, count: beliefs.length };
    beliefs = [...following.values()];
  }
}
