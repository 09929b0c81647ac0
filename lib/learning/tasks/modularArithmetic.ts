import { type Kinds, optionsOf, requireInside, requireWhole } from "../../core/require";
import { streamOf } from "../training/streams";
import { type Examples, split, type TaskData } from "./taskData";

export interface ModularArithmeticOptions {
  /** p, from 2 to 256; a prime for `"divide"`. */
  readonly modulus: number;
  /** Default `"add"`. */
  readonly operation?: "add" | "subtract" | "multiply" | "divide";
  /** Share of the pairs that is trained on, above 0 and below 1; the rest is for testing. Default 0.4. */
  readonly trainShare?: number;
  /** `"squaredError"` (default) against one-hot targets, summed over classes, or `"crossEntropy"` in nats. Each is a mean over pairs. */
  readonly loss?: "squaredError" | "crossEntropy";
  /** Whole number: which pairs. Default: the seed of the run. */
  readonly seed?: number;
}

/** Modular arithmetic, described. */
export interface ModularArithmetic extends Required<Omit<ModularArithmeticOptions, "seed">> {
  readonly kind: "modularArithmetic";
  readonly seed?: number;
}

const operations = ["add", "subtract", "multiply", "divide"] as const;
const losses = ["squaredError", "crossEntropy"] as const;
const modularArithmeticOptions: Kinds<ModularArithmeticOptions> = {
  modulus: "number",
  operation: operations,
  trainShare: "number",
  loss: losses,
  seed: "number",
};

const isPrime = (p: number): boolean => {
  for (let d = 2; d * d <= p; d++) if (p % d === 0) return false;
  return p > 1;
};

/**
 * Arithmetic modulo p as a task: from a and b to a + b, a - b, a b or a / b (mod p), learned from a share of all pairs and tested on the
 * others. Chance is 1 / p.
 *
 * @returns a description for `train`: plain data
 * @throws RangeError for an option out of range
 * @example
 * import { modularArithmetic } from "@emergence/lib/learning";
 * modularArithmetic({ modulus: 31 }).trainShare; // => 0.4
 *
 * Source: Power et al. 2022, Grokking, arXiv:2201.02177, section 3.
 */
export function modularArithmetic(options: ModularArithmeticOptions): ModularArithmetic {
  const {
    modulus,
    operation = "add",
    trainShare = 0.4,
    loss = "squaredError",
    seed,
  } = optionsOf("modularArithmetic", options, modularArithmeticOptions);
  requireWhole("modularArithmetic", "modulus", modulus, 2, 256);
  requireInside("modularArithmetic", "trainShare", trainShare);
  if (operation === "divide" && !isPrime(modulus)) {
    throw new RangeError(`modularArithmetic: modulus ${modulus} with operation "divide", needs a prime`);
  }
  if (seed !== undefined) streamOf(seed, "split", 0, "modularArithmetic");
  const given = seed === undefined ? {} : { seed };
  return { kind: "modularArithmetic", modulus, operation, trainShare, loss, ...given };
}

/** The pairs with their results: tokens a and p + b, so that a and b are looked up in tables of their own. */
function allPairs(p: number, operation: ModularArithmetic["operation"]): Examples {
  const inputs: number[] = [];
  const targets: number[] = [];
  for (let x = 0; x < p; x++) {
    for (let b = operation === "divide" ? 1 : 0; b < p; b++) {
      // Division backwards: x is the quotient, and x b what is divided.
      const a = operation === "divide" ? (x * b) % p : x;
      const c = { add: a + b, subtract: a - b + p, multiply: a * b, divide: x }[operation] % p;
      inputs.push(a, p + b);
      targets.push(c);
    }
  }
  return { count: targets.length, inputs: Int32Array.from(inputs), targets: Int32Array.from(targets) };
}

/** The task made concrete. */
export function modularData(task: ModularArithmetic, seed: number): TaskData {
  const { modulus, operation, trainShare, loss } = task;
  const stream = streamOf(task.seed ?? seed, "split");
  return {
    input: { kind: "tokens", positions: 2, vocabulary: 2 * modulus },
    output: { kind: "classes", groups: 1, classes: modulus },
    loss,
    ...split(allPairs(modulus, operation), trainShare, stream),
  };
}
