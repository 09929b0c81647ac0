import { sum } from "d3-array";
import { requireInside, requireWhole } from "../../core/require";
import type { Letter } from "../information/distribution";
import { determinize } from "./determinize";
import { countHistories } from "./histories";
import type { EpsilonMachine, Way } from "./machine";
import { longest, pooled, splitStates } from "./splitStates";
import { summarize } from "./summarize";

/** How a machine is read out of a sequence. */
export interface SequenceOptions {
  /** Longest past that is looked at, from 1 to 12 symbols. Default: half of log(length) / log(symbols), at most 6. */
  readonly maxLength?: number;
  /** Pasts whose next symbols differ by a chance smaller than this are told apart. It holds for each past by itself, and there are dozens. Default .0001. */
  readonly significance?: number;
}

/** A machine read out of a sequence. */
export interface ReconstructedMachine extends EpsilonMachine {
  /** For each state the pasts that lead to it, oldest symbol first. */
  readonly histories: readonly (readonly (readonly Letter[])[])[];
  readonly maxLength: number;
  readonly significance: number;
}

/**
 * An epsilon-machine from a sequence, by causal-state splitting (CSSR): pasts are told apart where the symbols that follow them differ by more than chance, and
 * then where their successors do. `maxLength` has to reach one symbol beyond the past that says which state the process is in; words of that length must still be
 * frequent: among rare ones some differ by chance (a smaller `significance` helps), and some that do differ cannot be shown to (a smaller one harms). What it finds depends on the observer: on how much was seen, how far back, and on how large a difference counts.
 *
 * @param sequence a string or array of symbols
 * @param options `maxLength`, `significance`
 * @returns states (named A, B, ... with the pasts that lead to them), transitions, and h, C and E of the machine found, in bits
 * @throws RangeError for a length or significance out of range, or a sequence that is not longer than 10 times `maxLength`
 * @example
 * import { epsilonMachine } from "@emergence/lib/measures";
 * epsilonMachine.fromSequence("01".repeat(100)).statisticalComplexity; // => 1
 *
 * Source: Shalizi & Klinkner 2004, Blind construction of optimal nonlinear recursive predictors for discrete sequences, UAI 2004; here with Pearson's
 * chi-squared for what differs.
 */
export function fromSequence(
  sequence: string | readonly Letter[],
  options: SequenceOptions = {},
): ReconstructedMachine {
  const caller = "epsilonMachine.fromSequence";
  const letters = new Set<Letter>(sequence).size;
  const half = Math.floor(Math.log(sequence.length) / Math.log(Math.max(2, letters)) / 2);
  const { maxLength = Math.max(1, Math.min(6, half)), significance = 0.0001 } = options;
  requireWhole(caller, "maxLength", maxLength, 1, 12);
  requireInside(caller, "significance", significance);
  if (!(sequence.length > 10 * maxLength)) {
    throw new RangeError(`${caller}: ${sequence.length} symbols, needs more than ${10 * maxLength}`);
  }
  const histories = countHistories(sequence, maxLength);
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
