import { sum } from "d3-array";
import { groupOfEach, type StateGroups } from "../causal/groupOf";
import { stationaryShares } from "../causal/stationary";
import { statesOf, type Transitions, weightedStates } from "../causal/transitions";
import { forcedMergers } from "./forcedMergers";
import { classes, fromProcess } from "./fromProcess";
import type { EpsilonMachine } from "./machine";
import { macroFutures } from "./macroFutures";

/** Whether a macro process is computationally closed, and the machines compared. */
export interface ComputationalClosure {
  /** Whether the causal state of the macro process is a function of that of the micro chain. */
  readonly closed: boolean;
  /** Causal states of the micro chain: its recurrent states, those with equal rows together. */
  readonly microStates: number[][];
  /** The coarse-graining of these that is compared; if closed, the causal states of the macro process. A state of `machine` is named by its place in this list. */
  readonly macroStates: number[][];
  /** The coarse-grained micro machine, which emits the index of the next group. If closed, the epsilon-machine of the macro process; else a machine of another process. */
  readonly machine: EpsilonMachine;
  /** Largest difference in the chance of a macro word between the coarse-grained machine and the micro chain, relative to the chance of the word in the state that favors it most; 0 up to rounding if closed. */
  readonly mismatch: number;
}

/** Chances that differ by less count as equal. */
const tolerance = 1e-9;

/**
 * Computational closure of a macro variable Z = f(X) of a Markov chain X, in its stationary regime: whether the epsilon-machine of the macro process is a
 * coarse-graining of the epsilon-machine of the micro process, so that the causal state of Z's past is a function of the causal state of X's past.
 *
 * What is compared. The past of X matters by its last state alone, so the causal states of X are its recurrent states, those with equal rows as one. Z is in general no
 * Markov chain, and its causal states are classes of its infinite pasts. If Z is closed, then states must be merged in its machine that (a) are one causal state of X,
 * or (b) follow merged states under the same macro symbol. The smallest such merger is a unifilar machine on the micro states; let it forget, in each class,
 * everything but the stationary shares. Z is closed exactly if this machine gives every macro word the chance that the chain gives it. That is decided in finitely many
 * steps: the chances of all words, as functions of the micro state, span a space of at most n dimensions, and words that span it are tried. (a) and (b) are
 * necessary, since the causal state of Z must be a function of X's, and its machine is unifilar. Nothing more has to be merged, since the class of a unifilar merger
 * tells nothing about Z's future that Z's infinite past does not: what it tells about the next symbol would add up, over the symbols to come, beyond the entropy of the
 * class. Probabilities within 1e-9 count as equal.
 *
 * A strongly lumpable chain is always closed. The converse fails, in two ways: a chain may be lumpable only for its stationary start (weakly),
 * and Z may have hidden states that its past reveals, as in the example, the even process, where `informationalClosure` is above 0.
 *
 * @param tpm n rows of n probabilities with a single recurrent class
 * @param groups each micro state 0 ... n - 1 in exactly one group
 * @throws RangeError for a matrix that is not a transition matrix, groups that do not hold each state once, or several recurrent classes
 * @example
 * import { computationalClosure, informationalClosure } from "@emergence/lib/measures";
 * const even = [[0.5, 0.5, 0], [0, 0, 1], [0.5, 0.5, 0]]; // the macro symbol is 0 in state 0, and 1 in the others
 * const { closed, macroStates } = computationalClosure(even, [[0], [1, 2]]);
 * [closed, macroStates.length, informationalClosure(even, [[0], [1, 2]], { inputs: "stationary" }) > 0.2]; // => [true, 2, true]
 *
 * Source: Rosas, Geiger, Luppi, Seth, Polani, Gastpar & Mediano 2024, Software in the natural world, arXiv 2402.09090, for the definition; how
 * it is decided is ours. Machines: Shalizi & Crutchfield 2001, J. Stat. Phys. 104, 817-879.
 */
export function computationalClosure(tpm: Transitions, groups: StateGroups): ComputationalClosure {
  const caller = "computationalClosure";
  const n = statesOf(caller, tpm);
  const groupOf = groupOfEach(caller, n, groups);
  const shares = stationaryShares(caller, tpm);
  const states = Array.from(shares.keys()).filter((state) => (shares[state] as number) > 0);
  const chance = (i: number, j: number) => tpm[i]?.[j] as number;
  const alike = (a: number, b: number) => states.every((to) => Math.abs(chance(a, to) - chance(b, to)) <= tolerance);
  const microStates = sets(
    classes(states.length, (a, b) => alike(states[a] as number, states[b] as number)),
    states,
  );
  const merged = forcedMergers(tpm, groupOf, microStates);
  const futures = macroFutures(tpm, groupOf, states, tolerance);
  const beliefs = merged.map((members) => futures.chancesOf(members, (state) => shares[state] as number));
  const classOf = new Map(merged.flatMap((members, q) => members.map((state) => [state, q] as const)));
  const steps = merged.flatMap((members, q) =>
    flowsFrom(tpm, members, shares, groupOf).map(({ group, flows }) => {
      const reached = [...flows.keys()];
      const after = futures.chancesOf(reached, (state) => flows.get(state) as number);
      return { q, group, to: classOf.get(reached[0] as number) as number, probability: sum(flows.values()), after };
    }),
  );
  let mismatch = 0;
  for (const { to, after } of steps) mismatch = Math.max(mismatch, farthest(after, beliefs[to] as Float64Array));
  // Classes of equal futures are one causal state.
  const joined = classes(
    merged.length,
    (a, b) => farthest(beliefs[a] as Float64Array, beliefs[b] as Float64Array) <= tolerance,
  );
  const closed = mismatch <= tolerance;
  const kept = closed ? joined : joined.map((_, q) => q);
  const first = new Set(kept.map((c) => kept.indexOf(c)));
  const machine = fromProcess(
    steps
      .filter(({ q }) => first.has(q))
      .map(({ q, group, to, probability }) => ({
        from: String(kept[q]),
        symbol: group,
        to: String(kept[to]),
        probability,
      })),
  );
  return {
    closed,
    microStates,
    macroStates: sets(kept, merged).map((lists) => lists.flat().sort((a, b) => a - b)),
    machine,
    mismatch,
  };
}

/** Where a class of states with given shares goes in one step: per next group, the chance of each next state. */
function flowsFrom(tpm: Transitions, members: readonly number[], shares: Float64Array, groupOf: Int32Array) {
  const total = sum(members, (state) => shares[state] as number);
  const found = new Map<number, Map<number, number>>();
  for (const from of members) {
    const row = tpm[from] as readonly number[];
    for (const { to } of weightedStates(row)) {
      const group = groupOf[to] as number;
      const flows = found.get(group) ?? new Map<number, number>();
      flows.set(to, (flows.get(to) ?? 0) + ((shares[from] as number) * (row[to] as number)) / total);
      found.set(group, flows);
    }
  }
  return Array.from(found, ([group, flows]) => ({ group, flows }));
}

function farthest(a: Float64Array, b: Float64Array): number {
  let most = 0;
  for (let word = 0; word < a.length; word++)
    most = Math.max(most, Math.abs((a[word] as number) - (b[word] as number)));
  return most;
}

/** Items by class, of classes numbered in order of first occurrence. */
function sets<Item>(classOf: readonly number[], items: readonly Item[]): Item[][] {
  const lists: Item[][] = [];
  for (const [i, c] of classOf.entries()) {
    lists[c] ??= [];
    lists[c].push(items[i] as Item);
  }
  return lists;
}
