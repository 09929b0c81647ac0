import type { Random } from "../../stats";
import type { Lattice } from "./lattice";

/**
 * Metropolis on one lattice of even size, with 32 spins per word. The sites form a checkerboard: those of one color are not neighbors, so a word of them is
 * updated at once. In row y, the site at x = 2 i + ((c + y) mod 2) has color c and is bit i. Three of its neighbors then have the same i, and the fourth is
 * one bit aside.
 *
 * A spin that equals a of its neighbors always flips if a <= 2, with probability exp(-4 / T) if a = 3 and exp(-8 / T) if a = 4. The probabilities are
 * compared with a uniform number for each bit, digit by digit in base 2, until all 32 are decided: about 6 words of random bits for 32 spins.
 *
 * In one row of each color, drawn anew, each spin sits out with probability 1/2. Flips that cost nothing are always made, and without such a pause some
 * states would lead only to each other (36 of the 65,536 states of a 4 x 4 torus), so the other states would never reach them.
 *
 * Sources: Jacobs & Rebbi 1981, J. Comput. Phys. 41, 203-210 (several spins per word); Knuth 1997, The Art of Computer Programming 2, 3.4.1 (lazy
 * comparison of random fractions).
 */
export function packedMetropolis(start: Int8Array, size: number, temperature: number, source: Random): Lattice {
  const half = size / 2;
  const wide = Math.ceil(half / 32);
  const last = wide - 1;
  const lastBits = half - 32 * last;
  const lastMask = lastBits === 32 ? -1 : (1 << lastBits) - 1;
  const top = lastBits - 1;
  const colors = [new Int32Array(size * wide), new Int32Array(size * wide)] as [Int32Array, Int32Array];
  for (let site = 0; site < size * size; site++) {
    const [x, y] = [site % size, Math.floor(site / size)];
    if ((start[site] as number) < 0) continue;
    const words = colors[(x + y) & 1] as Int32Array;
    const at = y * wide + (x >> 6);
    words[at] = (words[at] as number) | (1 << ((x >> 1) & 31));
  }
  const three = digits(Math.exp(-4 / temperature));
  const four = digits(Math.exp(-8 / temperature));
  const { int32 } = source;

  /** Fourth neighbors of the spins of word w: the other color's bits of the same row, shifted by one to the right (1) or left (0) around the torus. */
  function neighborsAside(words: Int32Array, row: number, w: number, right: number): number {
    const middle = words[row + w] as number;
    if (right === 1) {
      return w === last
        ? (middle >>> 1) | ((words[row] as number) << top)
        : (middle >>> 1) | ((words[row + w + 1] as number) << 31);
    }
    return w === 0
      ? (middle << 1) | (((words[row + last] as number) >>> top) & 1)
      : (middle << 1) | ((words[row + w - 1] as number) >>> 31);
  }

  function update(color: 0 | 1): void {
    const own = colors[color];
    const other = colors[1 - color] as Int32Array;
    const idle = ((int32() >>> 0) % size) * wide;
    for (let y = 0; y < size; y++) {
      const row = y * wide;
      const above = (y === 0 ? size - 1 : y - 1) * wide;
      const below = (y === size - 1 ? 0 : y + 1) * wide;
      const right = (color + y) & 1;
      for (let w = 0; w < wide; w++) {
        const spin = own[row + w] as number;
        const middle = other[row + w] as number;
        const aside = neighborsAside(other, row, w, right);
        const a = ~(spin ^ (other[above + w] as number));
        const b = ~(spin ^ (other[below + w] as number));
        const c = ~(spin ^ middle);
        const d = ~(spin ^ aside);
        const sites = w === last ? lastMask : -1;
        const mask = row === idle ? sites & int32() : sites;
        const all = a & b & c & d & mask;
        const most = ((a & b & (c ^ d)) | (c & d & (a ^ b))) & mask;
        let open = all | most;
        let flips = mask & ~open;
        for (let digit = 0; digit < 64 && open !== 0; digit++) {
          const bits = int32();
          const chance = (most & (three[digit] as number)) | (all & (four[digit] as number));
          flips |= open & chance & ~bits;
          open &= ~(chance ^ bits);
        }
        own[row + w] = spin ^ flips;
      }
    }
  }

  return {
    sweep() {
      update(0);
      update(1);
    },
    bonds() {
      // Each bond has one end of color 0.
      const [own, other] = colors;
      let unequal = 0;
      for (let y = 0; y < size; y++) {
        const row = y * wide;
        const above = (y === 0 ? size - 1 : y - 1) * wide;
        const below = (y === size - 1 ? 0 : y + 1) * wide;
        for (let w = 0; w < wide; w++) {
          const spin = own[row + w] as number;
          const middle = other[row + w] as number;
          const aside = neighborsAside(other, row, w, y & 1);
          const mask = w === last ? lastMask : -1;
          unequal +=
            ones((spin ^ (other[above + w] as number)) & mask) +
            ones((spin ^ (other[below + w] as number)) & mask) +
            ones((spin ^ middle) & mask) +
            ones((spin ^ aside) & mask);
        }
      }
      return 2 * unequal - 2 * size * size;
    },
    total() {
      let up = 0;
      for (const words of colors) for (let at = 0; at < words.length; at++) up += ones(words[at] as number);
      return 2 * up - size * size;
    },
    spins() {
      const spins = new Int8Array(size * size);
      for (let y = 0; y < size; y++) {
        for (let x = 0; x < size; x++) {
          const words = colors[((x + y) & 1) as 0 | 1];
          const bit = ((words[y * wide + (x >> 6)] as number) >>> ((x >> 1) & 31)) & 1;
          spins[y * size + x] = bit ? 1 : -1;
        }
      }
      return spins;
    },
  };
}

/** The first 64 binary digits of a number below 1, each as 0 or -1 (all 32 bits set). */
function digits(chance: number): Int32Array {
  const found = new Int32Array(64);
  let rest = chance;
  for (let digit = 0; digit < 64; digit++) {
    rest *= 2;
    if (rest < 1) continue;
    found[digit] = -1;
    rest -= 1;
  }
  return found;
}

/** Number of bits that are 1. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
