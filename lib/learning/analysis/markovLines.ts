import type { Numbers } from "../../core/numbers";
import { requireRows, requireSameLength, requireWhole } from "../../core/require";

/** Cross-entropies per symbol that counting within each sequence reaches, in nats. */
export interface MarkovLines {
  /** Every symbol as likely as any other: ln k. */
  readonly uniform: number;
  /** By how often each symbol has occurred so far, one added to each count. */
  readonly unigram: number;
  /** By how often each symbol has followed the present one so far, one added to each count: the best prediction there is. */
  readonly bigram: number;
  /** The same at each place in the sequence: what counting gains as the context grows. */
  readonly byPosition: { readonly unigram: readonly number[]; readonly bigram: readonly number[] };
}

/**
 * What counting within the context would reach on sequences of Markov chains: the lines beside the loss of a network that learns in context.
 *
 *     P(c) = (n_c + 1) / (n + k),   with n_c the number of times that c was read, or followed the present symbol, so far (rule of succession)
 *
 * For rows drawn uniformly the bigram line is the Bayes optimum.
 *
 * @param sequences rows of symbols read, 0 ... k - 1, all of one length
 * @param next rows of the symbols that followed each of them
 * @param states k
 * @throws RangeError for rows of different lengths or other symbols
 * @example
 * import { markovLines } from "@emergence/lib/learning";
 * markovLines([[0, 1]], [[1, 0]], 2).unigram.toFixed(4); // => "0.8959"
 *
 * Source: Edelman et al. 2024, arXiv:2402.11004, section 2; Laplace's rule.
 */
export function markovLines(sequences: readonly Numbers[], next: readonly Numbers[], states: number): MarkovLines {
  const caller = "markovLines";
  requireRows(caller, "sequences", sequences);
  requireRows(caller, "next", next);
  requireSameLength(caller, { sequences, next });
  requireWhole(caller, "states", states, 2, 1000);
  const length = sequences[0]?.length ?? 0;
  if (length === 0) throw new RangeError(`${caller}: sequences of 0 symbols, needs at least 1`);
  const unigram = new Array<number>(length).fill(0);
  const bigram = new Array<number>(length).fill(0);
  sequences.forEach((row, i) => {
    const following = next[i] as Numbers;
    requireSameLength(caller, { [`sequences[${i}]`]: row, [`next[${i}]`]: following });
    const seen = new Array<number>(states).fill(0);
    const pairs = new Array<number>(states * states).fill(0);
    for (let t = 0; t < row.length; t++) {
      const [now, then] = [row[t] as number, following[t] as number];
      requireWhole(caller, `sequences[${i}][${t}]`, now, 0, states - 1);
      requireWhole(caller, `next[${i}][${t}]`, then, 0, states - 1);
      seen[now] = (seen[now] as number) + 1;
      unigram[t] = (unigram[t] as number) - Math.log(((seen[then] as number) + 1) / (t + 1 + states));
      const after = pairs.slice(now * states, (now + 1) * states).reduce((sum, value) => sum + value, 0);
      const own = now * states + then;
      bigram[t] = (bigram[t] as number) - Math.log(((pairs[own] as number) + 1) / (after + states));
      pairs[own] = (pairs[own] as number) + 1;
    }
  });
  const perSequence = (sums: readonly number[]) => sums.map((sum) => sum / sequences.length);
  const byPosition = { unigram: perSequence(unigram), bigram: perSequence(bigram) };
  const overall = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / length;
  return {
    uniform: Math.log(states),
    unigram: overall(byPosition.unigram),
    bigram: overall(byPosition.bigram),
    byPosition,
  };
}
