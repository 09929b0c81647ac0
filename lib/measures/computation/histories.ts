import type { Letter } from "../information/distribution";
import type { Encoded } from "../information/symbols";

/** A word in the sequence, with the counts of its next symbols. */
export interface History {
  /** Indices of its symbols, oldest first. */
  readonly word: readonly number[];
  /** Number of times that each symbol came next. */
  readonly counts: Float64Array;
  /** Number of occurrences with a next symbol. */
  total: number;
  /** Words longer by one earlier symbol, by that symbol. */
  readonly longer: (History | undefined)[];
  /** Index of its state; -1 before it has one. */
  state: number;
}

/** All words up to a length in a sequence. */
export interface Histories {
  readonly symbols: readonly Letter[];
  readonly maxLength: number;
  /** By length; within a length in order of first occurrence. */
  readonly byLength: readonly (readonly History[])[];
  /** The word, if it occurs with a next symbol. */
  find(word: readonly number[]): History | undefined;
}

/**
 * Counts the next symbols of each word of up to `maxLength` symbols. Each position of a sequence counts once per length, so the counts of one length are
 * disjoint.
 */
export function countHistories({ parts, symbols }: Encoded, maxLength: number): Histories {
  const make = (word: readonly number[]): History => ({
    word,
    counts: new Float64Array(symbols.length),
    total: 0,
    longer: [],
    state: -1,
  });
  const root = make([]);
  const byLength: History[][] = Array.from({ length: maxLength + 1 }, () => []);
  (byLength[0] as History[]).push(root);
  for (const codes of parts) {
    for (let t = maxLength; t < codes.length; t++) {
      const next = codes[t] as number;
      let node = root;
      count(node, next);
      for (let length = 1; length <= maxLength; length++) {
        const oldest = codes[t - length] as number;
        let longer = node.longer[oldest];
        if (longer === undefined) {
          longer = make([oldest, ...node.word]);
          node.longer[oldest] = longer;
          (byLength[length] as History[]).push(longer);
        }
        node = longer;
        count(node, next);
      }
    }
  }
  const find = (word: readonly number[]) =>
    word.reduceRight<History | undefined>((node, symbol) => node?.longer[symbol], root);
  return { symbols, maxLength, byLength, find };
}

function count(node: History, next: number): void {
  node.counts[next] = (node.counts[next] as number) + 1;
  node.total++;
}
