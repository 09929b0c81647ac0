import type { Letter } from "../information/distribution";

/** One way on from a state: with `probability` it gives `symbol` and leads to state `to`. */
export interface LabelledTransition {
  readonly from: string;
  readonly symbol: Letter;
  readonly to: string;
  readonly probability: number;
}

/** Pasts that foretell the same future, taken together. */
export interface CausalState {
  readonly name: string;
  /** How often the process is in it. */
  readonly probability: number;
}

/** The smallest machine that foretells a stationary process as well as its whole past does. */
export interface EpsilonMachine {
  /** Causal states that come back for ever, in the order in which they were met. */
  readonly states: readonly CausalState[];
  readonly transitions: readonly LabelledTransition[];
  /** Values of the process, in the order in which they were met. */
  readonly symbols: readonly Letter[];
  /** h: entropy of the next symbol once the whole past is known, bits a symbol. */
  readonly entropyRate: number;
  /** C: entropy of the causal states, bits: what has to be remembered. */
  readonly statisticalComplexity: number;
  /** E: information that the past gives of the future, bits; never above C. */
  readonly excessEntropy: number;
  /** How much larger E may be at most, bits: 0 but for rounding, unless words outnumber the computation. */
  readonly excessEntropyError: number;
}

/** A machine as numbers: from each state the ways on. */
export interface Graph {
  readonly symbols: readonly Letter[];
  readonly names: readonly string[];
  /** For each state: symbol by place, next state by place, probability. */
  readonly ways: readonly (readonly Way[])[];
}

/** One way on. */
export interface Way {
  readonly symbol: number;
  readonly to: number;
  readonly probability: number;
}

/** States that can be reached from each other and cannot be left, as sets of places. */
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

/** Share of time in each state of an irreducible chain. Grassmann, Taksar & Heyman 1985, Oper. Res. 33, 1107-1116: no subtraction, no loss of digits. */
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
  for (let k = 1; k < n; k++) weights.push(weights.reduce((sum, weight, i) => sum + weight * at(i, k), 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
