import { type Kinds, optionsOf } from "../../core/require";
import { coarseGrain } from "./coarseGrain";
import { effectiveInformation } from "./effectiveInformation";
import { groupings } from "./groupings";
import { mergedAt } from "./groupOf";
import { statesOf, type Transitions } from "./transitions";

/** The most informative grouping. */
export interface CoarseGraining {
  /** Micro states by macro state. */
  readonly groups: number[][];
  /** The macro matrix. */
  readonly tpm: number[][];
  /** Effective information of the macro system, in bits. */
  readonly effectiveInformation: number;
  /** Causal emergence: that minus the micro system's, in bits; 0 if the micro system is the most informative. */
  readonly gain: number;
}

/** Options of `bestCoarseGraining`. */
export interface SearchOptions {
  /**
   * "exhaustive": every grouping, up to 10 states (115,975 groupings); "greedy": merge two groups at a time, the pair that leaves the
   * most information, and keep the best grouping found, which need not be the best of all.
   * Default: exhaustive up to 8 states.
   */
  readonly search?: "exhaustive" | "greedy";
}

/** Kinds of the options, for their check. */
const searchOptions: Kinds<SearchOptions> = { search: ["exhaustive", "greedy"] };

/** Gains below this are rounding, in bits. */
const rounding = 1e-12;

/**
 * The coarse-graining with the largest effective information. Ties go to the one with more groups, so the micro system is returned if grouping gains
 * nothing.
 *
 * @param tpm n rows of n probabilities
 * @throws RangeError for a matrix that is not a transition matrix, an unknown search, or an exhaustive search over more than 10 states
 * @example
 * import { bestCoarseGraining } from "@emergence/lib/measures";
 * bestCoarseGraining([[0.5, 0.5, 0], [0.5, 0.5, 0], [0, 0, 1]]).groups; // => [[0, 1], [2]]
 *
 * Source: Hoel, Albantakis & Tononi 2013, Proc. Natl. Acad. Sci. 110, 19790-19795.
 */
export function bestCoarseGraining(tpm: Transitions, options: SearchOptions = {}): CoarseGraining {
  const n = statesOf("bestCoarseGraining", tpm);
  const { search = n <= 8 ? "exhaustive" : "greedy" } = optionsOf("bestCoarseGraining", options, searchOptions);
  if (search === "exhaustive" && n > 10) {
    throw new RangeError(
      `bestCoarseGraining: exhaustive search over ${n} states, needs at most 10, or search "greedy"`,
    );
  }
  const micro = Array.from({ length: n }, (_, state) => [state]);
  const worthOf = (groups: number[][]) => effectiveInformation(coarseGrain(tpm, groups));
  const groups = search === "exhaustive" ? everyGrouping(n, micro, worthOf) : byMerging(micro, worthOf);
  const value = worthOf(groups);
  const own = effectiveInformation(tpm);
  const gain = value > own + rounding ? value - own : 0;
  return { groups, tpm: coarseGrain(tpm, groups), effectiveInformation: value, gain };
}

type Value = (groups: number[][]) => number;

function better(value: number, groups: number[][], best: number, than: number[][]): boolean {
  return value > best + rounding || (value > best - rounding && groups.length > than.length);
}

function everyGrouping(n: number, micro: number[][], worthOf: Value): number[][] {
  let best = micro;
  let most = worthOf(micro);
  for (const groups of groupings(n)) {
    const value = worthOf(groups);
    if (better(value, groups, most, best)) [best, most] = [groups, value];
  }
  return best;
}

/** Merges the pair of groups that leaves the most information, down to two groups, and returns the best grouping found. */
function byMerging(micro: number[][], worthOf: Value): number[][] {
  let best = micro;
  let most = worthOf(micro);
  for (let groups = micro; groups.length > 2; ) {
    let [next, reached] = [groups, Number.NEGATIVE_INFINITY];
    for (let a = 0; a < groups.length; a++) {
      for (let b = a + 1; b < groups.length; b++) {
        const merged = mergedAt(groups, a, b);
        const worth = worthOf(merged);
        if (worth > reached + rounding) [next, reached] = [merged, worth];
      }
    }
    groups = next;
    if (better(reached, groups, most, best)) [best, most] = [groups, reached];
  }
  return best;
}
