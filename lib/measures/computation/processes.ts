/** Small processes with known epsilon-machines. */
import { type Kinds, optionsOf, requireInside, requireWhole } from "../../core/require";
import { shown } from "../../core/shown";
import { random } from "../../stats/random";
import type { Letter } from "../information/distribution";
import { fromProcess } from "./fromProcess";
import type { EpsilonMachine, LabelledTransition } from "./machine";
import { graphOf } from "./summarize";

function machine(lines: readonly (readonly [string, Letter, string, number])[]): EpsilonMachine {
  return fromProcess(
    lines.map(([from, symbol, to, probability]): LabelledTransition => ({ from, symbol, to, probability })),
  );
}

function chance(caller: string, p: number): number {
  requireInside(`processes.${caller}`, "chance", p);
  return p;
}

/**
 * Independent coin flips: 1 with probability p. No memory.
 *
 * @example
 * import { processes } from "@emergence/lib/measures";
 * processes.coin().states.length; // => 1
 */
export function coin(p = 0.5): EpsilonMachine {
  chance("coin", p);
  return machine([
    ["A", 0, "A", 1 - p],
    ["A", 1, "A", p],
  ]);
}

/**
 * 0 1 ... in turn, with a period of n from 1 to 1,000: one 1, then n - 1 times 0. No randomness.
 *
 * @example
 * import { processes } from "@emergence/lib/measures";
 * processes.period(3).states.length; // => 3
 */
export function period(n: number): EpsilonMachine {
  requireWhole("processes.period", "period", n, 1, 1000);
  return machine(Array.from({ length: n }, (_, i) => [String(i), Number(i === 0), String((i + 1) % n), 1] as const));
}

/**
 * Coin flips, but a 0 is always followed by a 1. One symbol of the past determines the state. `stay` is the probability of a 1 after a 1.
 *
 * @example
 * import { processes } from "@emergence/lib/measures";
 * processes.goldenMean().states.length; // => 2
 */
export function goldenMean(stay = 0.5): EpsilonMachine {
  chance("goldenMean", stay);
  return machine([
    ["A", 1, "A", stay],
    ["A", 0, "B", 1 - stay],
    ["B", 1, "A", 1],
  ]);
}

/**
 * Ones come in runs of even length. No past of fixed length determines the state: the process has no finite Markov order.
 *
 * @example
 * import { processes } from "@emergence/lib/measures";
 * processes.even().states.length; // => 2
 */
export function even(): EpsilonMachine {
  return machine([
    ["A", 0, "A", 0.5],
    ["A", 1, "B", 0.5],
    ["B", 1, "A", 1],
  ]);
}

/**
 * Every second symbol is a 1, the others are coin flips.
 *
 * @example
 * import { processes } from "@emergence/lib/measures";
 * processes.noisyPeriodTwo().states.length; // => 2
 */
export function noisyPeriodTwo(): EpsilonMachine {
  return machine([
    ["A", 1, "B", 1],
    ["B", 0, "A", 0.5],
    ["B", 1, "A", 0.5],
  ]);
}

/** Kinds of the options, for their check. */
const sampleOptions: Kinds<{ readonly seed: number }> = { seed: "number" };

/**
 * Symbols emitted by a machine, started from its stationary distribution.
 *
 * @param source an epsilon-machine
 * @param length number of symbols, a whole number from 1
 * @param options `seed`, a whole number
 * @throws RangeError for a length that is not a whole number from 1
 * @example
 * import { processes } from "@emergence/lib/measures";
 * processes.sample(processes.goldenMean(), 1000, { seed: 1 }).join("").includes("00"); // => false
 */
export function sample(source: EpsilonMachine, length: number, options: { readonly seed: number }): Letter[] {
  const { seed } = optionsOf("processes.sample", options, sampleOptions);
  requireWhole("processes.sample", "symbols", length);
  if (typeof source !== "object" || source === null || !("states" in source)) {
    throw new RangeError(
      `processes.sample: source ${shown(source)}, needs an epsilon-machine such as processes.even()`,
    );
  }
  graphOf("processes.sample", source.transitions);
  const numbers = random(seed, "processes.sample");
  const ways = new Map(source.states.map(({ name }) => [name, source.transitions.filter(({ from }) => from === name)]));
  let state = draw(source.states, numbers.uniform()).name;
  return Array.from({ length }, () => {
    const way = draw(ways.get(state) as LabelledTransition[], numbers.uniform());
    state = way.to;
    return way.symbol;
  });
}

function draw<T extends { readonly probability: number }>(items: readonly T[], at: number): T {
  let left = at;
  for (const item of items) {
    left -= item.probability;
    if (left < 0) return item;
  }
  return items.at(-1) as T;
}
