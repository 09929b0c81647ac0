import { sum } from "d3-array";
import { requireList } from "../../core/require";
import { coarseGrain } from "./coarseGrain";
import { degeneracy, determinism } from "./effectiveInformation";
import { groupOfEach, mergedAt, type StateGroups } from "./groupOf";
import { informationalClosure } from "./informationalClosure";
import { bits, statesOf, type Transitions } from "./transitions";

/** A scale of a system. */
export interface CausalLevel {
  /** Micro states by macro state. */
  readonly groups: number[][];
  /** Sufficiency of a state for the next: 1 - mean of H(row) / log2(n). */
  readonly determinism: number;
  /** Necessity of a state for the next: 1 - degeneracy = H(mean of the rows) / log2(n). */
  readonly specificity: number;
  /** CP, the causal primitives taken together: determinism + specificity - 1. */
  readonly causalPrimitives: number;
  /** EI = CP log2(n), in bits. */
  readonly effectiveInformation: number;
  /** CP in excess of every finer level of the path; 0 if a finer one has as much, and for the micro level. */
  readonly contribution: number;
  /** I(Z' ; X | Z) under uniform inputs, in bits. Above 0 the level is not consistent with the micro level: its matrix predicts other chances. */
  readonly closure: number;
}

/** Causal primitives along a path of scales. */
export interface CausalPath {
  /** The micro level, then those of the path. */
  readonly levels: CausalLevel[];
  /** Causal emergence: sum of the contributions = largest CP of the path - CP of the micro level. */
  readonly emergence: number;
  /** Entropy of the contributions as shares of their sum, divided by log2(levels above the micro one): from 0, one level contributes all (or none anything), to 1, all alike. */
  readonly emergentComplexity: number;
}

/** Most states for which a path is searched. */
const most = 32;

/** Gains below this are rounding. */
const rounding = 1e-12;

/**
 * Causal emergence 2.0: the causal primitives of each scale along a path of coarse-grainings,
 *
 *     CP = determinism + specificity - 1 = EI / log2(n),   from 0 to 1
 *     contribution of level i = max(0, CP_i - max CP of the levels before it) = d_i
 *     emergent complexity = - sum p_i log2 p_i / log2(L),   p_i = d_i / sum d,   L levels above the micro one
 *
 * Where CP never falls, d_i is Hoel's Delta CP; a level that falls behind a finer one contributes nothing, as in Jansma & Hoel. Interventions are uniform at
 * each scale. Different paths give different values. A level counts only if it is consistent with the micro level: see `closure` of each.
 *
 * @param tpm n rows of n probabilities
 * @param path coarse-grainings, each by its groups of micro states, each coarser than the one before. Default: the two groups whose merger leaves most CP
 * are merged, again and again down to two groups, for up to 32 states; this need not be the path of largest emergence
 * @returns numbers without unit, `closure` in bits
 * @throws RangeError for a matrix that is not a transition matrix, a level that is not coarser than the one before, or more than 32 states without a path
 * @example
 * import { causalPath } from "@emergence/lib/measures";
 * const { levels } = causalPath([[0.5, 0.5, 0], [0.5, 0.5, 0], [0, 0, 1]], [[[0, 1], [2]]]);
 * levels.map(({ causalPrimitives }) => causalPrimitives.toFixed(4)); // => ["0.5794", "1.0000"]
 *
 * Source: Hoel 2025, Causal emergence 2.0, arXiv 2503.13395; Jansma & Hoel 2025, Engineering emergence, arXiv 2510.02649.
 */
export function causalPath(tpm: Transitions, path?: readonly StateGroups[]): CausalPath {
  const caller = "causalPath";
  const n = statesOf(caller, tpm);
  const micro = Array.from({ length: n }, (_, state) => [state]);
  if (path === undefined && n > most)
    throw new RangeError(`${caller}: no path for ${n} states, needs one beyond ${most} states, where none is searched`);
  if (path !== undefined) requireCoarser(caller, n, path);
  const scales = [micro, ...(path ?? greedy(tpm, micro)).map((groups) => Array.from(groups, (group) => [...group]))];
  let best = Number.POSITIVE_INFINITY;
  const levels = scales.map((groups): CausalLevel => {
    const macro = coarseGrain(tpm, groups);
    const [sufficiency, specificity] = [determinism(macro), 1 - degeneracy(macro)];
    const cp = sufficiency + specificity - 1;
    const gain = cp - best;
    best = best === Number.POSITIVE_INFINITY ? cp : Math.max(best, cp);
    return {
      groups,
      determinism: sufficiency,
      specificity,
      causalPrimitives: cp,
      effectiveInformation: cp * Math.log2(groups.length),
      contribution: gain > rounding ? gain : 0,
      closure: informationalClosure(tpm, groups),
    };
  });
  const emergence = sum(levels, ({ contribution }) => contribution);
  const shares = levels.map(({ contribution }) => (emergence > 0 ? contribution / emergence : 0));
  return { levels, emergence, emergentComplexity: levels.length < 3 ? 0 : bits(shares) / Math.log2(levels.length - 1) };
}

function requireCoarser(caller: string, n: number, path: readonly StateGroups[]): void {
  requireList(caller, "path", path, "an array of coarse-grainings, each an array of groups");
  let finer: Int32Array = Int32Array.from({ length: n }, (_, state) => state);
  let count = n;
  for (let level = 0; level < path.length; level++) {
    const groups = path[level] as StateGroups;
    const groupOf = groupOfEach(caller, n, groups, `path[${level}]`);
    const before = level === 0 ? "the micro level" : `path[${level - 1}]`;
    const target = new Map<number, number>();
    for (let state = 0; state < n; state++) {
      const known = target.get(finer[state] as number);
      if (known !== undefined && known !== groupOf[state])
        throw new RangeError(
          `${caller}: path[${level}] divides a group of ${before}, needs groups that are unions of its groups`,
        );
      target.set(finer[state] as number, groupOf[state] as number);
    }
    if (groups.length >= count)
      throw new RangeError(
        `${caller}: path[${level}] has ${groups.length} groups, needs fewer than the ${count} of ${before}`,
      );
    [finer, count] = [groupOf, groups.length];
  }
}

/** Merges the two groups that leave most CP, down to two groups. */
function greedy(tpm: Transitions, micro: number[][]): number[][][] {
  const path: number[][][] = [];
  for (let groups = micro; groups.length > 2; ) {
    let [next, reached] = [groups, Number.NEGATIVE_INFINITY];
    for (let a = 0; a < groups.length; a++) {
      for (let b = a + 1; b < groups.length; b++) {
        const merged = mergedAt(groups, a, b);
        const macro = coarseGrain(tpm, merged);
        const cp = determinism(macro) - degeneracy(macro);
        if (cp > reached + rounding) [next, reached] = [merged, cp];
      }
    }
    groups = next;
    path.push(groups);
  }
  return path;
}
