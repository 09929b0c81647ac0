import { sum } from "d3-array";
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

/** Recurrent classes: sets of states, by index, that communicate and are never left. */
export function recurrentParts(ways: readonly (readonly { readonly to: number }[])[]): number[][] {
  const reach = ways.map((_, start) => {
    const seen = new Set([start]);
    for (const at of seen) for (const { to } of ways[at] as readonly { readonly to: number }[]) seen.add(to);
    return seen;
  });
  const parts: number[][] = [];
  for (const [start, seen] of reach.entries()) {
    const comesBack = [...seen].every((at) => (reach[at] as Set<number>).has(start));
    if (comesBack && !parts.some((part) => part.includes(start))) parts.push([...seen].sort((a, b) => a - b));
  }
  return parts;
}

/** Stationary distribution of an irreducible chain, without subtraction and so without loss of digits. Grassmann, Taksar & Heyman 1985, Oper. Res. 33, 1107-1116. */
export function stationary(ways: Graph["ways"]): number[] {
  const n = ways.length;
  const p = ways.map((list) => {
    const row = new Float64Array(n);
    for (const { to, probability } of list) row[to] = (row[to] as number) + probability;
    return row;
  });
  const at = (i: number, j: number) => (p[i] as Float64Array)[j] as number;
  for (let k = n - 1; k > 0; k--) {
    let out = 0;
    for (let j = 0; j < k; j++) out += at(k, j);
    for (let i = 0; i < k; i++) {
      const share = at(i, k) / out;
      (p[i] as Float64Array)[k] = share;
      for (let j = 0; j < k; j++) (p[i] as Float64Array)[j] = at(i, j) + share * at(k, j);
    }
  }
  const weights = [1];
  for (let k = 1; k < n; k++) weights.push(sum(weights, (weight, i) => weight * at(i, k)));
  const total = sum(weights);
  return weights.map((weight) => weight / total);
}
