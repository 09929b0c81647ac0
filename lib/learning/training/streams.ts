import { requireWhole } from "../../core/require";
import { type Random, random } from "../../stats/random";

/** What a stream of random numbers is for: streams of one seed for different ends share nothing. */
const purposes = { split: 1, weights: 2, order: 3, examples: 4, test: 5 };

/** 32 bits from 32 bits, the last step of MurmurHash3. */
function mixed(given: number): number {
  let bits = given | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

/**
 * The stream of a seed for one purpose and one number (of an epoch or a step). A run needs no state of a generator to go on: each step
 * draws from a stream of its own.
 */
export function streamOf(seed: number, purpose: keyof typeof purposes, number = 0, caller = "train"): Random {
  requireWhole(caller, "seed", seed, -(2 ** 31), 2 ** 31 - 1);
  return random(mixed(mixed(mixed(seed) + purposes[purpose] * 0x9e3779b9) + number * 0x85ebca77));
}
