import { type Kinds, optionsOf, requireWhole } from "../../core/require";
import type { Random } from "../../stats/random";
import { streamOf } from "../training/streams";
import { type Examples, requireRoomFor, type TaskData } from "./taskData";

export interface MarkovChainsOptions {
  /** Symbols read per sequence, from 2 to 512; after each of them the next is asked for. Default 100. */
  readonly length?: number;
  /** k, number of states, from 2 to 10. Default 2. */
  readonly states?: number;
  /** Sequences to test on. Default 400. */
  readonly testExamples?: number;
  /** Whole number: which sequences to test on. Default: the seed of the run. */
  readonly seed?: number;
}

/** Sequences of Markov chains, described. */
export interface MarkovChains extends Required<Omit<MarkovChainsOptions, "seed">> {
  readonly kind: "markovChains";
  readonly seed?: number;
}

const markovChainsOptions: Kinds<MarkovChainsOptions> = {
  length: "number",
  states: "number",
  testExamples: "number",
  seed: "number",
};

/**
 * Sequences of Markov chains, each of a chain of its own, as a task: the next symbol can only be told from what has been read in the same
 * sequence. The rows of each transition matrix are drawn uniformly (Dirichlet(1, ..., 1)), the first symbol from the stationary distribution.
 * Each batch is fresh; the loss is the cross-entropy per symbol, in nats. `markovLines` says what counting would reach.
 *
 * @returns a description for `train`: plain data
 * @throws RangeError for an option out of range
 * @example
 * import { markovChains } from "@emergence/lib/learning";
 * markovChains().length; // => 100
 *
 * Source: Edelman et al. 2024, The evolution of statistical induction heads, arXiv:2402.11004, section 2.
 */
export function markovChains(options: MarkovChainsOptions = {}): MarkovChains {
  const {
    length = 100,
    states = 2,
    testExamples = 400,
    seed,
  } = optionsOf("markovChains", options, markovChainsOptions);
  requireWhole("markovChains", "length", length, 2, 512);
  requireWhole("markovChains", "states", states, 2, 10);
  requireWhole("markovChains", "testExamples", testExamples, 1, 1e5);
  requireRoomFor("markovChains", "testExamples", testExamples, length);
  if (seed !== undefined) streamOf(seed, "test", 0, "markovChains");
  return { kind: "markovChains", length, states, testExamples, ...(seed === undefined ? {} : { seed }) };
}

/** A uniform point of the simplex: gaps between sorted uniform numbers. */
function simplex(k: number, stream: Random): number[] {
  const cuts = Array.from({ length: k - 1 }, stream.uniform).sort((a, b) => a - b);
  return [...cuts, 1].map((cut, i) => cut - (i === 0 ? 0 : (cuts[i - 1] as number)));
}

/** The stationary distribution: closed for two states, else by many steps of the chain that waits half of the time. */
function stationary(rows: readonly (readonly number[])[]): number[] {
  if (rows.length === 2) {
    const [leave, come] = [rows[0]?.[1] as number, rows[1]?.[0] as number];
    return leave + come > 0 ? [come / (leave + come), leave / (leave + come)] : [0.5, 0.5];
  }
  let shares = rows.map(() => 1 / rows.length);
  for (let step = 0; step < 200; step++) {
    shares = shares.map((share, j) =>
      shares.reduce((sum, from, i) => sum + 0.5 * from * (rows[i]?.[j] as number), 0.5 * share),
    );
  }
  return shares;
}

function drawn(shares: readonly number[], stream: Random): number {
  let left = stream.uniform();
  for (let i = 0; i < shares.length - 1; i++) {
    left -= shares[i] as number;
    if (left < 0) return i;
  }
  return shares.length - 1;
}

function sequences(k: number, length: number, stream: Random, count: number): Examples {
  const inputs = new Int32Array(count * length);
  const targets = new Int32Array(count * length);
  for (let row = 0; row < count; row++) {
    const chain = Array.from({ length: k }, () => simplex(k, stream));
    let state = drawn(stationary(chain), stream);
    for (let t = 0; t < length; t++) {
      inputs[row * length + t] = state;
      state = drawn(chain[state] as number[], stream);
      targets[row * length + t] = state;
    }
  }
  return { count, inputs, targets };
}

/** The task made concrete. */
export function markovData({ length, states, testExamples, seed: own }: MarkovChains, seed: number): TaskData {
  return {
    input: { kind: "tokens", positions: length, vocabulary: states },
    output: { kind: "classes", groups: length, classes: states },
    loss: "crossEntropy",
    train: (stream, count) => sequences(states, length, stream, count),
    test: sequences(states, length, streamOf(own ?? seed, "test"), testExamples),
  };
}
