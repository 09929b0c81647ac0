import { random } from "../../stats/random";
import { requireCount } from "../options";
import { randomKSat } from "./instance";
import { satisfiable } from "./satisfy";

/** Many random sequences of clauses. */
export interface BreakingOptions {
  /** Number of variables, from k. */
  readonly variables: number;
  /** Literals in a clause, from 2. */
  readonly k: number;
  /** Number of sequences, from 1. */
  readonly instances: number;
  /** A whole number from -2^31 to 2^31 - 1. */
  readonly seed: number;
}

/**
 * Adds random clauses one by one until no assignment satisfies them all, and says how many per variable that took: one number for each sequence,
 * sorted. The share of these numbers above a ratio is the share of satisfiable formulas at that ratio, at all ratios at once, since a formula that
 * cannot be satisfied stays so when clauses are added. Found by halving, in a few more than log2(n) decisions a sequence.
 *
 * @throws RangeError for an impossible option
 * @example
 * import { breakingRatios } from "@emergence/lib/systems";
 * breakingRatios({ variables: 2, k: 2, instances: 3, seed: 1 }).length; // => 3
 *
 * Source: the monotonicity is immediate; the same use of it as Newman & Ziff's for percolation.
 */
export function breakingRatios({ variables, k, instances, seed }: BreakingOptions): number[] {
  requireCount("breakingRatios", "k", k, 2);
  requireCount("breakingRatios", "instances", instances);
  const { word } = random(seed);
  // Where the last sequence broke is where the next one is looked at first; 2^k ln 2 clauses a variable leave one assignment on average.
  let guess = Math.ceil(2 ** k * Math.LN2 * variables);
  const ratios = Array.from({ length: instances }, () => {
    const own = word();
    const draw = (clauses: number) => randomKSat({ variables, k, ratio: clauses / variables, seed: own }).clauses;
    let clauses = draw(guess);
    const holds = (count: number): boolean => {
      if (count > clauses.length) clauses = draw(2 * count);
      return satisfiable({ variables, clauses: clauses.slice(0, count) });
    };
    let [low, high] = [0, Number.POSITIVE_INFINITY];
    for (let next = guess, stride = Math.max(1, Math.round(guess / 20)); high - low > 1; stride *= 2) {
      if (holds(next)) low = next;
      else high = next;
      if (high === Number.POSITIVE_INFINITY) next = low + stride;
      else if (low === 0 && high > stride) next = high - stride;
      else next = Math.floor((low + high) / 2);
    }
    guess = high;
    return high / variables;
  });
  return ratios.sort((a, b) => a - b);
}
