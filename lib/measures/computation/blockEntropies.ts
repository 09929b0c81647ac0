import { type Kinds, optionsOf, requireWhole } from "../../core/require";
import { surprise } from "../information/entropies";
import { requireLonger } from "../information/series";
import { type Encoded, encode, type SeriesOrEnsemble } from "../information/symbols";
import { type EpsilonMachine, stationary } from "./machine";
import { mixedStates } from "./mixedStates";
import { graphOf } from "./summarize";

/** Options of `blockEntropies`. */
export interface BlockEntropyOptions {
  /** Length of the longest block, at least 1. */
  readonly maxLength: number;
  /** For a sequence: "none" (default), or "millerMadow", which adds (distinct blocks - 1) / (2 n ln 2) bits. */
  readonly correction?: "none" | "millerMadow";
}

/** Kinds of the options, for their check. */
const blockEntropyOptions: Kinds<BlockEntropyOptions> = { maxLength: "number", correction: ["none", "millerMadow"] };

/** Largest number of mixed states for exact block entropies. */
const most = 200_000;

/**
 * Entropies of blocks of 1, 2 ... L symbols, in bits: H(L) = - sum over words of length L of p log2 p.
 *
 * H(L) - H(L - 1) decreases to the entropy rate h, and H(L) - h L increases to the excess entropy E. They are exact for a machine. For a sequence they are
 * plug-in estimates, too low once 2^H(L) approaches the length of the sequence.
 *
 * @param source an epsilon-machine, or a sequence: a string or array of symbols; or several as an array of arrays, counted together
 * @param options `maxLength`: L, `correction` for a sequence
 * @returns H(1) ... H(L)
 * @throws RangeError for a length that is not a whole number from 1, a shorter sequence, a missing value, measured values (see `quantize`), or an unknown
 * correction; TypeError for what is no sequence
 * @example
 * import { blockEntropies, processes } from "@emergence/lib/measures";
 * blockEntropies(processes.goldenMean(), { maxLength: 4 }).map((bits) => bits.toFixed(6)); // => ["0.918296", "1.584963", "2.251629", "2.918296"]
 *
 * Source: Crutchfield & Feldman 2003, Regularities unseen, randomness observed, Chaos 13, 25-54; Miller 1955.
 */
export function blockEntropies(source: EpsilonMachine | SeriesOrEnsemble, options: BlockEntropyOptions): number[] {
  const caller = "blockEntropies";
  const { maxLength, correction = "none" } = optionsOf("blockEntropies", options, blockEntropyOptions);
  requireWhole(caller, "maxLength", maxLength);
  if (typeof source === "object" && source !== null && "transitions" in source) {
    return ofMachine(caller, source, maxLength);
  }
  const encoded = encode(caller, "sequence", source);
  requireLonger(caller, encoded, maxLength - 1);
  return ofSequences(encoded, maxLength, correction === "millerMadow");
}

function ofMachine(caller: string, machine: EpsilonMachine, maxLength: number): number[] {
  const graph = graphOf(caller, machine.transitions);
  const entropies: number[] = [];
  let sum = 0;
  for (const { next, count } of mixedStates(graph, stationary(graph.ways))) {
    if (count > most)
      throw new RangeError(`${caller}: more than ${most} words by length ${entropies.length}, needs fewer`);
    sum += next;
    if (entropies.push(sum) === maxLength) break;
  }
  return entropies;
}

/** Words of each length are numbered; a word longer by one is a word and a symbol. */
function ofSequences({ parts, symbols }: Encoded, maxLength: number, corrected: boolean): number[] {
  let words: readonly Uint32Array[] = parts.map((codes) => new Uint32Array(codes.length + 1));
  return Array.from({ length: maxLength }, (_, before) => {
    const counts: number[] = [];
    const known = new Map<number, number>();
    words = parts.map((codes, s) =>
      Uint32Array.from({ length: Math.max(0, codes.length - before) }, (_unused, i) => {
        const key = (words[s]?.[i] as number) * symbols.length + (codes[i + before] as number);
        const place = known.get(key) ?? known.size;
        known.set(key, place);
        counts[place] = (counts[place] ?? 0) + 1;
        return place;
      }),
    );
    const n = counts.reduce((sum, count) => sum + count, 0);
    const extra = corrected ? (known.size - 1) / (2 * n * Math.LN2) : 0;
    return surprise(Float64Array.from(counts, (count) => count / n)) + extra;
  });
}
