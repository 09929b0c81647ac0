import { sum } from "d3-array";
import { type Kinds, optionsOf, requireInside, requireWhole } from "../../core/require";
import type { Letter } from "../information/distribution";
import { requireLonger } from "../information/series";
import { encode, type SeriesOrEnsemble } from "../information/symbols";
import { determinize } from "./determinize";
import { countHistories } from "./histories";
import type { EpsilonMachine, Way } from "./machine";
import { longest, pooled, splitStates } from "./splitStates";
import { summarize } from "./summarize";

/** Options of `epsilonMachine.fromSequence`. */
export interface SequenceOptions {
  /** Length of the longest history, 1 to 12 symbols. Default: half of log(length) / log(symbols), at most 6. */
  readonly maxLength?: number;
  /** Significance level at which histories are distinguished by their next symbols. It holds per test, and there are dozens. Default .0001. */
  readonly significance?: number;
}

/** Kinds of the options, for their check. */
const sequenceOptions: Kinds<SequenceOptions> = { maxLength: "number", significance: "number" };

/** Machine inferred from a sequence. */
export interface ReconstructedMachine extends EpsilonMachine {
  /** Histories that lead to each state, oldest symbol first. */
  readonly histories: readonly (readonly (readonly Letter[])[])[];
  readonly maxLength: number;
  readonly significance: number;
}

/**
 * Epsilon-machine of a sequence, by causal-state splitting (CSSR): histories are distinguished if the distributions of their next symbols differ significantly, and
 * then if their successors do. `maxLength` must be one symbol longer than the history that identifies the state of the process, and words of that length must
 * still be frequent. Among rare words, some differ by chance (a smaller `significance` helps), and some real differences are not significant (a smaller one harms).
 * The result depends on the observer: on the length of the sequence, the length of the histories, and the size of a significant difference.
 *
 * @param sequence a string or array of symbols; or several of the same process as an array of arrays, counted together
 * @param options `maxLength`, `significance`
 * @returns states (named A, B, ... with the histories that lead to them), transitions, and h, C and E of the machine, in bits
 * @throws RangeError for a length or significance out of range, a sequence that is not longer than 10 times `maxLength`, a missing value, or measured values
 * (see `quantize`); TypeError for what is no sequence
 * @example
 * import { epsilonMachine } from "@emergence/lib/measures";
 * epsilonMachine.fromSequence("01".repeat(100)).statisticalComplexity; // => 1
 *
 * Source: Shalizi & Klinkner 2004, Blind construction of optimal nonlinear recursive predictors for discrete sequences, UAI 2004; here with Pearson's
 * chi-squared test.
 */
export function fromSequence(sequence: SeriesOrEnsemble, options: SequenceOptions = {}): ReconstructedMachine {
  const caller = "epsilonMachine.fromSequence";
  const encoded = encode(caller, "sequence", sequence);
  const { length, symbols } = encoded;
  const half = Math.floor(Math.log(length) / Math.log(Math.max(2, symbols.length)) / 2);
  const { maxLength = Math.max(1, Math.min(6, half)), significance = 0.0001 } = optionsOf(
    caller,
    options,
    sequenceOptions,
  );
  requireWhole(caller, "maxLength", maxLength, 1, 12);
  requireInside(caller, "significance", significance);
  if (!(length > 10 * maxLength)) {
    throw new RangeError(`${caller}: ${length} symbols, needs more than ${10 * maxLength}`);
  }
  requireLonger(caller, encoded, maxLength);
  const histories = countHistories(encoded, maxLength);
  const states = determinize(splitStates(histories, significance), histories);
  const names = states.map((_, s) => nameOf(s));
  const ways = states.map(({ members, targets }) => {
    const counts = pooled(longest(members), histories.symbols.length);
    const led = targets.flatMap((to, symbol) => {
      const times = counts[symbol] as number;
      return to === undefined || times === 0 ? [] : [{ symbol, to, times }];
    });
    const total = sum(led, ({ times }) => times);
    return led.map(({ symbol, to, times }): Way => ({ symbol, to, probability: times / total }));
  });
  const words = states.map(({ members }) =>
    members.map(({ word }) => word.map((place) => histories.symbols[place] as Letter)),
  );
  return summarize({ symbols: histories.symbols, names, ways }, { histories: words, maxLength, significance });
}

/** A, B, ... Z, A1, B1, ... */
function nameOf(place: number): string {
  const round = Math.floor(place / 26);
  return String.fromCharCode(65 + (place % 26)) + (round > 0 ? String(round) : "");
}
