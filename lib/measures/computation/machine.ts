import { irreducibleShares } from "../causal/stationary";
import type { Letter } from "../information/distribution";

/** A transition from a state: with `probability` it emits `symbol` and leads to state `to`. */
export interface LabelledTransition {
  readonly from: string;
  readonly symbol: Letter;
  readonly to: string;
  readonly probability: number;
}

/** Equivalence class of histories that predict the same future. */
export interface CausalState {
  readonly name: string;
  /** Stationary probability. */
  readonly probability: number;
}

/** The minimal machine that predicts a stationary process as well as its entire past does. */
export interface EpsilonMachine {
  /** Recurrent causal states, in order of first occurrence. */
  readonly states: readonly CausalState[];
  readonly transitions: readonly LabelledTransition[];
  /** Values of the process, in order of first occurrence. */
  readonly symbols: readonly Letter[];
  /** h, entropy of the next symbol given the entire past, in bits per symbol. */
  readonly entropyRate: number;
  /** C, entropy of the causal states, in bits: the memory required for optimal prediction. */
  readonly statisticalComplexity: number;
  /** E, mutual information of past and future, in bits; at most C. */
  readonly excessEntropy: number;
  /** Upper bound of the amount by which E is too small, in bits: 0 up to rounding, unless the sum was truncated. */
  readonly excessEntropyError: number;
}

/** A machine as numbers: the transitions from each state. */
export interface Graph {
  readonly symbols: readonly Letter[];
  readonly names: readonly string[];
  /** Per state: index of the symbol, index of the next state, probability. */
  readonly ways: readonly (readonly Way[])[];
}

/** A transition. */
export interface Way {
  readonly symbol: number;
  readonly to: number;
  readonly probability: number;
}

/** Stationary distribution of an irreducible machine. */
export function stationary(ways: Graph["ways"]): number[] {
  return irreducibleShares(
    ways.map((list) => {
      const row = new Float64Array(ways.length);
      for (const { to, probability } of list) row[to] = (row[to] as number) + probability;
      return row;
    }),
  );
}
