import { requireFunction, requireProportion } from "../core/require";
import type { Random } from "./random";

/**
 * Generator of 32 independent Bernoulli bits per call: each bit of the returned integer is 1 with the same probability, rounded to a multiple of 2^-32.
 *
 * Each bit compares a uniform random number with the probability, digit by digit in base 2, and is decided at the first digit that differs. After k
 * digits a fraction 2^-k of the bits is undecided, so that 32 bits cost about six random integers instead of 32 numbers.
 *
 * @param source of random bits
 * @param chance probability of a 1, from 0 to 1
 * @throws RangeError for another probability
 * @example
 * import { bernoulliBits, random } from "@emergence/lib/stats";
 * bernoulliBits(random(1), 1)(); // => -1
 *
 * Source: Knuth 1997, The Art of Computer Programming 2, 3.4.1, on lazy comparison of random fractions.
 */
export function bernoulliBits(source: Random, chance: number): () => number {
  requireFunction("bernoulliBits", "the int32 of source, as random(seed) has it,", source?.int32);
  requireProportion("bernoulliBits", "chance", chance);
  const scaled = Math.round(chance * 2 ** 32);
  if (scaled === 2 ** 32) return () => -1;
  const digits = scaled | 0;
  // Beyond the last 1 among the digits of the probability, no number can still turn out smaller.
  const last = digits === 0 ? 32 : 31 - Math.clz32(digits & -digits);
  const { int32 } = source;
  return () => {
    let open = -1;
    let heads = 0;
    for (let digit = 31; digit >= last && open !== 0; digit--) {
      const bits = int32();
      if ((digits >>> digit) & 1) {
        heads |= open & ~bits;
        open &= bits;
      } else open &= ~bits;
    }
    return heads;
  };
}
