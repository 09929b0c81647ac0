import { bits } from "../causal/transitions";
import type { Graph } from "./machine";

/** Mean uncertainty of an observer after a number of symbols. */
export interface Knowledge {
  /** Entropy of the next symbol, in bits: h_L, from which block entropies and excess entropy are computed. */
  readonly next: number;
  /** Entropy of the machine's state, in bits. */
  readonly state: number;
  /** Number of distinct mixed states. */
  readonly count: number;
}

interface Mixed {
  readonly belief: Float64Array;
  weight: number;
}

/** Beliefs that agree to this many decimal places are merged. */
const digits = 12;

/** Beliefs of smaller probability are dropped. */
const negligible = 1e-17;

/**
 * Follows an observer who knows the machine but not its state, symbol by symbol: beliefs over states (mixed states), with the probability of each. Words that
 * lead to the same belief are merged, so words of any length can be counted. Ellison, Mahoney & Crutchfield 2009, J. Stat. Phys. 136, 1005.
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
