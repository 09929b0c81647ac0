import { type Kinds, optionsOf, requireWhole } from "../../core/require";
import type { Random } from "../../stats/random";
import { streamOf } from "../training/streams";
import { type Examples, requireRoomFor, type TaskData } from "./taskData";

export interface SparseParityOptions {
  /** n, bits per string, from 1 to 1,024. Default 30. */
  readonly bits?: number;
  /** k, how many of them count, from 1 to n. Default 3. */
  readonly relevant?: number;
  /** Size of a fixed training set; without it, every batch is of fresh strings, so that nothing can be memorized. */
  readonly examples?: number;
  /** Strings to test on. Default 1,000. */
  readonly testExamples?: number;
  /** Bits as 1 and -1 (`"signs"`, default) or as 0 and 1. */
  readonly coding?: "signs" | "bits";
  /** Whole number: which strings. Default: the seed of the run. */
  readonly seed?: number;
}

/** Sparse parity, described. */
export interface SparseParity extends Required<Omit<SparseParityOptions, "seed" | "examples">> {
  readonly kind: "sparseParity";
  readonly examples?: number;
  readonly seed?: number;
}

const sparseParityOptions: Kinds<SparseParityOptions> = {
  bits: "number",
  relevant: "number",
  examples: "number",
  testExamples: "number",
  coding: ["signs", "bits"],
  seed: "number",
};

/** Most strings of a set. */
const most = 1e6;

/**
 * The parity of the first k of n random bits, as a task: is the number of ones among them odd? The other bits say nothing, and neither
 * does any k - 1 of the first. The loss is that of a logistic regression, in nats; chance is 1/2.
 *
 * @returns a description for `train`: plain data
 * @throws RangeError for an option out of range
 * @example
 * import { sparseParity } from "@emergence/lib/learning";
 * sparseParity().relevant; // => 3
 *
 * Source: Barak et al. 2022, Hidden progress in deep learning, arXiv:2207.08799, section 2.
 */
export function sparseParity(options: SparseParityOptions = {}): SparseParity {
  const {
    bits = 30,
    relevant = 3,
    examples,
    testExamples = 1000,
    coding = "signs",
    seed,
  } = optionsOf("sparseParity", options, sparseParityOptions);
  requireWhole("sparseParity", "bits", bits, 1, 1024);
  requireWhole("sparseParity", "relevant", relevant, 1, bits);
  if (examples !== undefined) requireWhole("sparseParity", "examples", examples, 1, most);
  requireWhole("sparseParity", "testExamples", testExamples, 1, most);
  requireRoomFor("sparseParity", "examples", examples ?? 0, bits);
  requireRoomFor("sparseParity", "testExamples", testExamples, bits);
  if (seed !== undefined) streamOf(seed, "split", 0, "sparseParity");
  return {
    kind: "sparseParity",
    bits,
    relevant,
    testExamples,
    coding,
    ...(examples === undefined ? {} : { examples }),
    ...(seed === undefined ? {} : { seed }),
  };
}

/** Fresh strings with their parities. */
function strings({ bits, relevant, coding }: SparseParity, stream: Random, count: number): Examples {
  const inputs = new Float32Array(count * bits);
  const targets = new Int32Array(count);
  const zero = coding === "signs" ? -1 : 0;
  let pool = 0;
  let left = 0;
  for (let row = 0, at = 0; row < count; row++) {
    for (let i = 0; i < bits; i++, at++, left--, pool >>>= 1) {
      if (left === 0) {
        pool = stream.int32();
        left = 32;
      }
      const bit = pool & 1;
      inputs[at] = bit === 1 ? 1 : zero;
      if (i < relevant) targets[row] = (targets[row] as number) ^ bit;
    }
  }
  return { count, inputs, targets };
}

/** The task made concrete. */
export function parityData(task: SparseParity, seed: number): TaskData {
  const own = task.seed ?? seed;
  return {
    input: { kind: "numbers", width: task.bits },
    output: { kind: "bit" },
    loss: "logistic",
    train:
      task.examples === undefined
        ? (stream, count) => strings(task, stream, count)
        : strings(task, streamOf(own, "split"), task.examples),
    test: strings(task, streamOf(own, "test"), task.testExamples),
  };
}
