import { type Kinds, optionsOf, requireWhole } from "../../core/require";
import type { Random } from "../../stats/random";
import { streamOf } from "../training/streams";
import type { Examples, TaskData } from "./taskData";

export interface AdditionOptions {
  /** n, digits of each number, from 1 to 16; numbers may begin with zeros. */
  readonly digits: number;
  /** Sums to test on. Default 1,000. */
  readonly testExamples?: number;
  /** Whole number: which sums to test on. Default: the seed of the run. */
  readonly seed?: number;
}

/** Addition, described. */
export interface Addition extends Required<Omit<AdditionOptions, "seed">> {
  readonly kind: "addition";
  readonly seed?: number;
}

const additionOptions: Kinds<AdditionOptions> = { digits: "number", testExamples: "number", seed: "number" };

/** Tokens beside the ten digits. */
const plus = 10;
const equals = 11;

/**
 * Addition of two numbers of n digits as a sequence, least digit first: a_0 ... + b_0 ... = s_0 ... s_n. Each batch is of fresh sums, and the loss is
 * the cross-entropy per digit of the sum, in nats. At each of these digits the network has read the right ones before it, so that `exact` is
 * the accuracy of greedy answers too: they are right only if each digit is right after right ones.
 *
 * @returns a description for `train`: plain data
 * @throws RangeError for an option out of range
 * @example
 * import { addition } from "@emergence/lib/learning";
 * addition({ digits: 4 }).testExamples; // => 1000
 *
 * Source: Lee et al. 2023, Teaching arithmetic to small transformers, arXiv:2307.03381, reversed format.
 */
export function addition(options: AdditionOptions): Addition {
  const { digits, testExamples = 1000, seed } = optionsOf("addition", options, additionOptions);
  requireWhole("addition", "digits", digits, 1, 16);
  requireWhole("addition", "testExamples", testExamples, 1, 1e5);
  if (seed !== undefined) streamOf(seed, "test", 0, "addition");
  return { kind: "addition", digits, testExamples, ...(seed === undefined ? {} : { seed }) };
}

function sums(n: number, stream: Random, count: number): Examples {
  const length = 3 * n + 2;
  const inputs = new Int32Array(count * length);
  const targets = new Int32Array(count * (n + 1));
  for (let row = 0; row < count; row++) {
    const at = row * length;
    const to = row * (n + 1);
    let carry = 0;
    for (let i = 0; i < n; i++) {
      const [a, b] = [stream.integer(0, 9), stream.integer(0, 9)];
      const sum = a + b + carry;
      inputs[at + i] = a;
      inputs[at + n + 1 + i] = b;
      inputs[at + 2 * n + 2 + i] = sum % 10;
      targets[to + i] = sum % 10;
      carry = sum > 9 ? 1 : 0;
    }
    targets[to + n] = carry;
    inputs[at + n] = plus;
    inputs[at + 2 * n + 1] = equals;
  }
  return { count, inputs, targets };
}

/** The task made concrete. */
export function additionData({ digits, testExamples, seed: own }: Addition, seed: number): TaskData {
  return {
    input: { kind: "tokens", positions: 3 * digits + 2, vocabulary: 12 },
    output: { kind: "classes", groups: digits + 1, classes: 12 },
    loss: "crossEntropy",
    train: (stream, count) => sums(digits, stream, count),
    test: sums(digits, streamOf(own ?? seed, "test"), testExamples),
  };
}
