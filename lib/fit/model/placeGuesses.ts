import { between } from "./curves/initialGuesses";
import type { Shape } from "./model";

/** Number of candidates in all. */
const most = 400;
/** Number of rounds in which the places are moved one after another. */
const rounds = 3;

/**
 * Candidates for a formula with jumps or kinks at places on the x axis: each place tried between neighboring x (all of them, or as many as
 * the number of candidates allows), in all combinations in which they ascend or descend; the other parameters as in `others`, one after another.
 *
 * @param costOf sum of squares of a candidate: the best one is then improved, one place at a time; undefined if it is unknown
 */
export function placeCandidates(
  { x }: Shape,
  parameters: readonly string[],
  places: readonly string[],
  others: readonly (readonly number[])[],
  costOf: ((values: readonly number[]) => number) | undefined,
): number[][] {
  if (places.length === 0) return [];
  const gaps = between(x);
  const each = Math.max(2, Math.floor(most ** (1 / places.length)));
  const coarse =
    gaps.length <= each
      ? gaps
      : Array.from({ length: each }, (_, i) => gaps[Math.round((i * (gaps.length - 1)) / (each - 1))] as number);
  const indices = places.map((name) => parameters.indexOf(name));
  let rows: number[][] = [[]];
  for (const _ of places)
    rows = rows.flatMap((row) => coarse.filter((at) => !row.includes(at)).map((at) => [...row, at]));
  const candidates = rows.map((row, k) => {
    const values = (others[k % others.length] ?? parameters.map(() => 1)).slice();
    for (const [i, index] of indices.entries()) values[index] = row[i] as number;
    return values;
  });
  if (coarse === gaps || costOf === undefined) return candidates;
  return [improved(candidates, indices, gaps, costOf), ...candidates];
}

/** The cheapest candidate, its places moved one after another to the best gap within reach of the coarse ones. */
function improved(
  candidates: readonly number[][],
  indices: readonly number[],
  gaps: readonly number[],
  costOf: (values: readonly number[]) => number,
): number[] {
  let best = candidates[0] as number[];
  let cost = Number.POSITIVE_INFINITY;
  const offer = (values: number[]) => {
    const found = costOf(values);
    if (found < cost) [best, cost] = [values, found];
  };
  for (const candidate of candidates) offer(candidate);
  const reach = Math.ceil((2 * gaps.length) / most ** (1 / indices.length));
  for (let round = 0; round < rounds; round++) {
    const before = cost;
    for (const index of indices) {
      const middle = gaps.findIndex((gap) => gap >= (best[index] as number));
      const from = best;
      for (const gap of gaps.slice(Math.max(0, middle - reach), middle + reach + 1))
        offer(from.map((value, j) => (j === index ? gap : value)));
    }
    if (cost === before) break;
  }
  return best;
}
