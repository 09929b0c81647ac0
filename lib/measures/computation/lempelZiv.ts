import { requireLonger } from "../information/series";
import { encode, type Series } from "../information/symbols";

/** Lempel and Ziv's complexity of a sequence. */
export interface LempelZiv {
  /** Number of phrases c into which the sequence comes apart. */
  readonly phrases: number;
  /** c log2(n) / n: an estimate of the entropy rate, in bits per symbol, that is too high for short sequences. */
  readonly entropyRate: number;
}

/**
 * Complexity of Lempel and Ziv: how many new phrases it takes to write a sequence down. From left to right each phrase is the shortest piece that
 * does not occur before its own last symbol,
 *
 *     0 . 001 . 10 . 100 . 1000 . 101        c = 6 phrases
 *
 * Of n symbols with entropy rate h (bits), c grows as n h / log2 n; a constant or periodic sequence keeps a few. The last piece counts also where it is no new one.
 *
 * @param series a string or array of n symbols, n from 2
 * @throws RangeError for fewer than 2 symbols, a missing value, or measured values (see `quantize`); TypeError for what is no series
 * @example
 * import { lempelZiv } from "@emergence/lib/measures";
 * lempelZiv("0001101001000101").phrases; // => 6
 *
 * Source: Lempel & Ziv 1976, IEEE Trans. Inf. Theory 22, 75-81; pieces are looked up in a suffix automaton (Blumer et al. 1985, Theor. Comput. Sci. 40, 31-55).
 */
export function lempelZiv(series: Series): LempelZiv {
  const encoded = encode("lempelZiv", "series", series);
  if (encoded.parts.length > 1)
    throw new TypeError(`lempelZiv: series is an array of ${encoded.parts.length} series, needs one`);
  requireLonger("lempelZiv", encoded, 1);
  const codes = encoded.parts[0] as Uint32Array;
  const firstEnd = firstEnds(codes);
  let phrases = 0;
  for (let start = 0; start < codes.length; ) {
    const walk = firstEnd();
    let end = start;
    while (end < codes.length && walk(codes[end] as number) < end) end++;
    phrases++;
    start = end + 1;
  }
  return { phrases, entropyRate: (phrases * Math.log2(codes.length)) / codes.length };
}

/** Walks that read a piece symbol by symbol, and say after each where what was read ends for the first time in the sequence. */
function firstEnds(codes: Uint32Array): () => (code: number) => number {
  const next: Map<number, number>[] = [new Map()];
  const [link, length, ends] = [[-1], [0], [-1]];
  let last = 0;
  const add = (edges: Map<number, number>, size: number, end: number) => {
    next.push(edges);
    length.push(size);
    ends.push(end);
    return link.push(0) - 1;
  };
  for (const [end, code] of codes.entries()) {
    const state = add(new Map(), (length[last] as number) + 1, end);
    let from = last;
    while (from >= 0 && !next[from]?.has(code)) {
      next[from]?.set(code, state);
      from = link[from] as number;
    }
    const met = from < 0 ? 0 : (next[from]?.get(code) as number);
    if (from < 0 || length[met] === (length[from] as number) + 1) link[state] = met;
    else {
      const copy = add(new Map(next[met]), (length[from] as number) + 1, ends[met] as number);
      link[copy] = link[met] as number;
      while (from >= 0 && next[from]?.get(code) === met) {
        next[from]?.set(code, copy);
        from = link[from] as number;
      }
      link[met] = copy;
      link[state] = copy;
    }
    last = state;
  }
  return () => {
    let at = 0;
    return (code) => {
      at = next[at]?.get(code) as number;
      return ends[at] as number;
    };
  };
}
