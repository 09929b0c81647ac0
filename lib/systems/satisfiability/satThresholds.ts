import { type Kinds, optionsOf, requireWhole } from "../../core/require";
import { random } from "../../stats/random";
import { randomKSat } from "./instance";
import { satisfiable } from "./satisfy";

/** Options of random sequences of clauses. */
export interface SatThresholdsOptions {
  /** Number of variables, >= k. */
  readonly variables: number;
  /** Literals per clause, >= 2. */
  readonly k: number;
  /** Number of sequences, >= 1. */
  readonly replicates: number;
  /** A whole number from -2^31 to 2^31 - 1. */
  readonly seed: number;
}

/** Kinds of the options, for their check. */
const satThresholdsOptions: Kinds<SatThresholdsOptions> = {
  variables: "number",
  k: "number",
  replicates: "number",
  seed: "number",
};

/**
 * Number of clauses per variable at which a growing random formula becomes unsatisfiable: one number per sequence of clauses, sorted. The fraction of
 * these numbers above a ratio is the fraction of satisfiable formulas at that ratio, for all ratios at once, since an unsatisfiable formula stays so when
 * clauses are added. Found by bisection, in a few more than log2(n) decisions per sequence.
 *
 * @throws RangeError for an option out of range
 * @example
 * import { satThresholds } from "@emergence/lib/systems";
 * satThresholds({ variables: 2, k: 2, replicates: 3, seed: 1 }).length; // => 3
 *
 * Source: the monotonicity is immediate; the same use of it as Newman & Ziff's for percolation.
 */
export function satThresholds(options: SatThresholdsOptions): number[] {
  const { variables, k, replicates, seed } = optionsOf("satThresholds", options, satThresholdsOptions);
  requireWhole("satThresholds", "k", k, 2);
  requireWhole("satThresholds", "variables", variables, k);
  requireWhole("satThresholds", "replicates", replicates);
  const { int32 } = random(seed, "satThresholds");
  // Each search starts where the last sequence broke; 2^k ln 2 clauses per variable leave one assignment on average.
  let guess = Math.ceil(2 ** k * Math.LN2 * variables);
  const ratios = Array.from({ length: replicates }, () => {
    const own = int32();
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
