import { type Kinds, optionsOf, requireWhole } from "../../core/require";
import { streamOf } from "../training/streams";
import type { TaskData } from "./taskData";

export interface PhoneBookOptions {
  /** Number of entries, from 1 to 10,000. Default 512. */
  readonly names?: number;
  /** Digits per number, from 1 to 100. Default 6. */
  readonly digits?: number;
  /** Numbers in the code of a name, from 2 to 1,024: normal ones, and a last that is always 1. Default 32. */
  readonly code?: number;
  /** Whole number: which book. Default 1, whatever the seed of the run: all runs learn the same book. */
  readonly seed?: number;
}

/** A phone book, described. */
export interface PhoneBook extends Required<PhoneBookOptions> {
  readonly kind: "phoneBook";
}

const phoneBookOptions: Kinds<PhoneBookOptions> = { names: "number", digits: "number", code: "number", seed: "number" };

/**
 * A phone book to be learned by heart, as a task: the code of a name is given, and each of the digits is asked for. The loss is the
 * cross-entropy per digit, in nats. Every entry is trained on and tested: what is measured is capacity, and how a metric shows
 * it: digits right (`accuracy`, chance 1/10), or whole numbers right (`exact`).
 *
 * @returns a description for `train`: plain data
 * @throws RangeError for an option out of range
 * @example
 * import { phoneBook } from "@emergence/lib/learning";
 * phoneBook().names; // => 512
 *
 * Source: ours, a case in which the argument of Schaeffer, Miranda & Koyejo 2023, arXiv:2304.15004, holds exactly.
 */
export function phoneBook(options: PhoneBookOptions = {}): PhoneBook {
  const { names = 512, digits = 6, code = 32, seed = 1 } = optionsOf("phoneBook", options, phoneBookOptions);
  requireWhole("phoneBook", "names", names, 1, 10_000);
  requireWhole("phoneBook", "digits", digits, 1, 100);
  requireWhole("phoneBook", "code", code, 2, 1024);
  streamOf(seed, "split", 0, "phoneBook");
  return { kind: "phoneBook", names, digits, code, seed };
}

/** The task made concrete. */
export function phoneBookData({ names, digits, code, seed }: PhoneBook): TaskData {
  const { normal, integer } = streamOf(seed, "split");
  const inputs = Float32Array.from({ length: names * code }, (_, i) => (i % code === code - 1 ? 1 : normal()));
  const targets = Int32Array.from({ length: names * digits }, () => integer(0, 9));
  const book = { count: names, inputs, targets };
  return {
    input: { kind: "numbers", width: code },
    output: { kind: "classes", groups: digits, classes: 10 },
    loss: "crossEntropy",
    train: book,
    test: book,
  };
}
