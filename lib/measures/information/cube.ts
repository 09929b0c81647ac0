import type { Distribution } from "./distribution";
import { codesOf, massOf, roomFor } from "./groups";

/** Probabilities of all combinations of values; the last variable varies fastest. */
export interface Cube {
  readonly mass: Float64Array;
  /** Number of values of each variable. */
  readonly letters: readonly number[];
}

/** The distribution as a cube; undefined if combinations far outnumber outcomes. */
export function cubeOf(d: Distribution): Cube | undefined {
  const letters = d.alphabets.map(({ length }) => length);
  const cells = letters.reduce((product, count) => product * count, 1);
  if (cells > roomFor(d)) return undefined;
  const every = letters.map((_, v) => v);
  return { mass: massOf(codesOf(d, every), d.probabilities), letters };
}

/** Marginal distribution of some variables. Each variable summed out leaves a smaller cube, so the total cost is about two passes over the first. */
export function marginalOf({ mass, letters }: Cube, places: readonly number[]): Float64Array {
  let left = mass;
  let after = mass.length;
  // The first variable is summed out first: its runs are the longest, and add up fastest.
  for (const [v, count] of letters.entries()) {
    after /= count;
    if (!places.includes(v)) left = sumOut(left, count, after);
  }
  return left;
}

/** Sums out a variable of `count` values, which is followed by `after` combinations of the others. */
function sumOut(mass: Float64Array, count: number, after: number): Float64Array {
  const sums = new Float64Array(mass.length / count);
  if (after === 1) {
    for (let block = 0, cell = 0; block < sums.length; block++) {
      let sum = 0;
      for (let value = 0; value < count; value++, cell++) sum += mass[cell] as number;
      sums[block] = sum;
    }
    return sums;
  }
  for (let block = 0, cell = 0; block < sums.length; block += after) {
    for (let value = 0; value < count; value++) {
      for (let i = 0; i < after; i++, cell++) sums[block + i] = (sums[block + i] as number) + (mass[cell] as number);
    }
  }
  return sums;
}
