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
 * cannot be satisfied stays so when clauses are added. Found by halving, so that a sequence costs about log2(n) decisions.
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
  const ratios = Array.from({ length: instances }, () => {
    const own = word();
    // At 2^k ln 2 clauses a variable one assignment is left on average; half as much again starts the search from above.
    let clauses = randomKSat({ variables, k, ratio: Math.ceil(2 ** k), seed: own }).clauses;
    while (satisfiable({ variables, clauses })) {
      clauses = randomKSat({ variables, k, ratio: (2 * clauses.length) / variables, seed: own }).clauses;
    }
    let [low, high] = [0, clauses.length];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (satisfiable({ variables, clauses: clauses.slice(0, middle) })) low = middle;
      else high = middle;
    }
    return high / variables;
  });
  return ratios.sort((a, b) => a - b);
}
