import { max } from "d3-array";
import { recurrentParts } from "../causal/stationary";
import type { EpsilonMachine, Graph, LabelledTransition, Way } from "./machine";
import { graphOf, summarize } from "./summarize";

/** Probabilities that differ by less count as equal. */
const tolerance = 1e-9;

/**
 * Epsilon-machine of a known process: its recurrent states, with those of equal future merged.
 *
 * Requires a unifilar description, in which each symbol leads from a state to a single state: otherwise a process may have infinitely many causal states.
 *
 * @param transitions each with `from`, `symbol`, `to`, `probability`; those from one state sum to 1
 * @returns states, transitions, `entropyRate` h, `statisticalComplexity` C and `excessEntropy` E, in bits
 * @throws RangeError for probabilities that do not add up to 1, a symbol that leads from one state to two, or more than one recurrent
 * class
 * @example
 * import { epsilonMachine } from "@emergence/lib/measures";
 * const even = epsilonMachine.fromProcess([
 *   { from: "A", symbol: 0, to: "A", probability: 0.5 },
 *   { from: "A", symbol: 1, to: "B", probability: 0.5 },
 *   { from: "B", symbol: 1, to: "A", probability: 1 },
 * ]);
 * [even.entropyRate, even.statisticalComplexity, even.excessEntropy].map((value) => value.toFixed(6)); // => ["0.666667", "0.918296", "0.918296"]
 *
 * Source: Crutchfield & Young 1989, Phys. Rev. Lett. 63, 105-108; Shalizi & Crutchfield 2001, J. Stat. Phys. 104, 817-879.
 */
export function fromProcess(transitions: readonly LabelledTransition[]): EpsilonMachine {
  const caller = "epsilonMachine.fromProcess";
  const graph = graphOf(caller, transitions);
  for (const [s, list] of graph.ways.entries()) {
    const twice = list.find(({ symbol }, i) => list.findIndex((way) => way.symbol === symbol) !== i);
    if (twice) {
      throw new RangeError(
        `${caller}: from state ${graph.names[s]} the symbol ${JSON.stringify(graph.symbols[twice.symbol])} leads to two states, needs one`,
      );
    }
  }
  const parts = recurrentParts(graph.ways);
  if (parts.length !== 1) {
    const names = parts.map((part) => part.map((s) => graph.names[s]).join(" "));
    throw new RangeError(`${caller}: the states form several recurrent classes, ${names.join(" | ")}, needs one`);
  }
  return summarize(minimal(restrict(graph, parts[0] as number[])), {});
}

/** Machine restricted to a closed set of states, and the symbols that they emit. */
export function restrict({ symbols, names, ways }: Graph, kept: readonly number[]): Graph {
  const used = symbols.map((_, symbol) => kept.some((s) => (ways[s] as Way[]).some((way) => way.symbol === symbol)));
  const place = (symbol: number) => used.slice(0, symbol).filter(Boolean).length;
  return {
    symbols: symbols.filter((_, symbol) => used[symbol]),
    names: kept.map((s) => names[s] as string),
    ways: kept.map((s) =>
      (ways[s] as readonly Way[]).map(({ symbol, to, probability }) => ({
        symbol: place(symbol),
        to: kept.indexOf(to),
        probability,
      })),
    ),
  };
}

/** Merges states of equal future: partitions by the probabilities of the next symbol, then refines by successor states until nothing splits. */
function minimal({ symbols, names, ways }: Graph): Graph {
  const chance = (s: number, symbol: number) =>
    (ways[s] as Way[]).find((way) => way.symbol === symbol)?.probability ?? 0;
  let classOf = classes(names.length, (a, b) =>
    symbols.every((_, symbol) => Math.abs(chance(a, symbol) - chance(b, symbol)) <= tolerance),
  );
  const most = () => (max(classOf) as number) + 1;
  for (let count = 0; count < most(); ) {
    count = most();
    const before = classOf;
    const target = (s: number, symbol: number) => {
      const way = (ways[s] as Way[]).find((one) => one.symbol === symbol);
      return way === undefined ? -1 : (before[way.to] as number);
    };
    classOf = classes(
      names.length,
      (a, b) => before[a] === before[b] && symbols.every((_, symbol) => target(a, symbol) === target(b, symbol)),
    );
  }
  const first = Array.from({ length: most() }, (_, c) => classOf.indexOf(c));
  return {
    symbols,
    names: first.map((s) => names[s] as string),
    ways: first.map((s) => (ways[s] as Way[]).map((way) => ({ ...way, to: classOf[way.to] as number }))),
  };
}

/** Numbers the classes of an equivalence in order of first occurrence. */
export function classes(count: number, alike: (a: number, b: number) => boolean): number[] {
  const first: number[] = [];
  return Array.from({ length: count }, (_, s) => {
    const known = first.findIndex((other) => alike(other, s));
    return known >= 0 ? known : first.push(s) - 1;
  });
}
