import { sum } from "d3-array";
import { statesOf, type Transitions, weightedStates } from "./transitions";

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

/**
 * Stationary distribution of an irreducible chain, whose matrix it overwrites; without subtraction and so without loss of digits.
 * Grassmann, Taksar & Heyman 1985, Oper. Res. 33, 1107-1116.
 */
export function irreducibleShares(p: readonly Float64Array[]): number[] {
  const n = p.length;
  const at = (i: number, j: number) => (p[i] as Float64Array)[j] as number;
  for (let k = n - 1; k > 0; k--) {
    let out = 0;
    for (let j = 0; j < k; j++) out += at(k, j);
    for (let i = 0; i < k; i++) {
      const share = at(i, k) / out;
      (p[i] as Float64Array)[k] = share;
      if (share === 0) continue;
      for (let j = 0; j < k; j++) (p[i] as Float64Array)[j] = at(i, j) + share * at(k, j);
    }
  }
  const weights = [1];
  for (let k = 1; k < n; k++) weights.push(sum(weights, (weight, i) => weight * at(i, k)));
  const total = sum(weights);
  return weights.map((weight) => weight / total);
}

/** Stationary distribution of a chain with a single recurrent class; transient states have 0. Throws if there are several, which have one each. */
export function stationaryShares(caller: string, tpm: Transitions): Float64Array {
  const parts = recurrentParts(Array.from(tpm, (row) => weightedStates(row)));
  const [part = []] = parts;
  if (parts.length > 1) {
    const names = parts.map((states) => `${states.slice(0, 4).join(" ")}${states.length > 4 ? " ..." : ""}`);
    throw new RangeError(
      `${caller}: the states form ${parts.length} classes that are never left (${names.slice(0, 3).join(" | ")}${parts.length > 3 ? " | ..." : ""}), each with a stationary distribution of its own, needs one class`,
    );
  }
  const shares = irreducibleShares(
    part.map((state) => Float64Array.from(part, (next) => tpm[state]?.[next] as number)),
  );
  const all = new Float64Array(tpm.length);
  for (const [i, state] of part.entries()) all[state] = shares[i] as number;
  return all;
}

/**
 * Stationary distribution of a Markov chain: the shares p of time in its states with p = p P. Transient states have 0.
 *
 * @param tpm n rows of n probabilities, with a single recurrent class
 * @returns n probabilities, exact to rounding for chains of a few hundred states
 * @throws RangeError for a matrix that is not a transition matrix, or one with several recurrent classes, each of which has a distribution of its own
 * @example
 * import { stationaryDistribution } from "@emergence/lib/measures";
 * Array.from(stationaryDistribution([[0.5, 0.5], [1, 0]])); // => [2 / 3, 1 / 3]
 *
 * Source: Grassmann, Taksar & Heyman 1985, Oper. Res. 33, 1107-1116.
 */
export function stationaryDistribution(tpm: Transitions): Float64Array {
  const caller = "stationaryDistribution";
  statesOf(caller, tpm);
  return stationaryShares(caller, tpm);
}
