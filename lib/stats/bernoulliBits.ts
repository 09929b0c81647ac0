import { requireProportion } from "../core/require";
import type { Random } from "./random";

/**
 * A maker of 32 independent coins at once: each bit of what it returns is 1 with the same chance, rounded to a multiple of 2^-32.
 *
 * Each bit compares a uniform number with the chance, digit by digit in base 2, and is decided at the first digit in which they differ. After k
 * digits 2^-k of the bits are open, so that 32 coins cost about six words of random bits in place of 32 numbers.
 *
 * @param source where the bits come from
 * @param chance of a 1, between 0 and 1
 * @throws RangeError for another chance
 * @example
 * import { bernoulliBits, random } from "@emergence/lib/stats";
 * bernoulliBits(random(1), 1)(); // => -1
 *
 * Source: Knuth 1997, The Art of Computer Programming 2, 3.4.1, on lazy comparison of random fractions.
 */
export function bernoulliBits(source: Random, chance: number): () => number {
  requireProportion("bernoulliBits", "chance", chance);
  const scaled = Math.round(chance * 2 ** 32);
  if (scaled === 2 ** 32) return () => -1;
  const digits = scaled | 0;
  // Below the last 1 of the chance no number can still turn out smaller than it.
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
