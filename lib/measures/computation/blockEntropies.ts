import { type Kinds, optionsOf, requireSymbols, requireWhole } from "../../core/require";
import type { Letter } from "../information/distribution";
import { surprise } from "../information/entropies";
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
 * @param source an epsilon-machine, or a sequence: a string or array of symbols
 * @param options `maxLength`: L, `correction` for a sequence
 * @returns H(1) ... H(L)
 * @throws RangeError for a length that is not a whole number from 1, a shorter sequence, or an unknown correction
 * @example
 * import { blockEntropies, processes } from "@emergence/lib/measures";
 * blockEntropies(processes.goldenMean(), { maxLength: 4 }).map((bits) => bits.toFixed(6)); // => ["0.918296", "1.584963", "2.251629", "2.918296"]
 *
 * Source: Crutchfield & Feldman 2003, Regularities unseen, randomness observed, Chaos 13, 25-54; Miller 1955.
 */
export function blockEntropies(
  source: EpsilonMachine | string | readonly Letter[],
  options: BlockEntropyOptions,
): number[] {
  const caller = "blockEntropies";
  const { maxLength, correction = "none" } = optionsOf("blockEntropies", options, blockEntropyOptions);
  requireWhole(caller, "maxLength", maxLength);
  if (typeof source === "object" && source !== null && "transitions" in source)
    return ofMachine(caller, source, maxLength);
  requireSymbols(caller, "source", source);
  if (source.length < maxLength) throw new RangeError(`${caller}: ${source.length} symbols, needs ${maxLength}`);
  return ofSequence(source, maxLength, correction === "millerMadow");
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
function ofSequence(sequence: string | readonly Letter[], maxLength: number, corrected: boolean): number[] {
  const symbols = new Map([...new Set<Letter>(sequence)].map((symbol, place) => [symbol, place] as const));
  const codes = Uint32Array.from(sequence as Iterable<Letter>, (symbol) => symbols.get(symbol) as number);
  let words = new Uint32Array(codes.length + 1);
  return Array.from({ length: maxLength }, (_, before) => {
    const known = new Map<number, number>();
    const n = codes.length - before;
    words = Uint32Array.from({ length: n }, (_unused, i) => {
      const key = (words[i] as number) * symbols.size + (codes[i + before] as number);
      const place = known.get(key) ?? known.size;
      known.set(key, place);
      return place;
    });
    const mass = new Float64Array(known.size);
    for (const word of words) mass[word] = (mass[word] as number) + 1 / n;
    return surprise(mass) + (corrected ? (known.size - 1) / (2 * n * Math.LN2) : 0);
  });
}
