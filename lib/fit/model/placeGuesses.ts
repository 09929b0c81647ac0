import { between } from "./curves/initialGuesses";
import type { Shape } from "./model";

/** Number of combinations of places that are tried, and of the best that are handed on. */
const most = 400;
const handedOn = 20;
/** Rows of the data on which coarse trials are made. */
const coarseRows = 1000;
/** Steps to either side of a place, of a length that halves from round to round. */
const steps = 3;
/** Rounds in which the neighboring gaps are gone over at the end. */
const mostRounds = 8;

/** Sum of squares of a candidate, the linear parameters solved for: on every so many-th row of the data, or on all. */
export type CostOf = (values: readonly number[]) => number;

/** At most a thousand rows of the data, evenly spread. */
export function thinned(data: Shape): Shape {
  const every = Math.ceil(data.x.length / coarseRows);
  if (every === 1) return data;
  const some = (values: Float64Array) => values.filter((_, i) => i % every === 0);
  return { ...data, x: some(data.x), y: some(data.y), weights: some(data.weights) };
}

/**
 * Candidates for a formula with jumps or kinks at places on the x axis: each place tried between neighboring x (all of them, or as many as
 * the number of combinations allows), the best of them improved one place at a time; the other parameters as in `others`, one after another.
 */
export function placeCandidates(
  { x }: Shape,
  parameters: readonly string[],
  places: readonly string[],
  others: readonly (readonly number[])[],
  costs: { readonly coarse: CostOf; readonly fine: CostOf } | undefined,
): number[][] {
  if (places.length === 0) return [];
  const gaps = between(x);
  const each = Math.max(2, Math.floor(most ** (1 / places.length)));
  const tried =
    gaps.length <= each
      ? gaps
      : Array.from({ length: each }, (_, i) => gaps[Math.round((i * (gaps.length - 1)) / (each - 1))] as number);
  const indices = places.map((name) => parameters.indexOf(name));
  let rows: number[][] = [[]];
  for (const _ of places)
    rows = rows.flatMap((row) => tried.filter((at) => !row.includes(at)).map((at) => [...row, at]));
  const candidates = rows.map((row, k) => {
    const values = (others[k % others.length] ?? parameters.map(() => 1)).slice();
    for (const [i, index] of indices.entries()) values[index] = row[i] as number;
    return values;
  });
  if (costs === undefined) return candidates;
  const ranked = candidates.map((values) => ({ values, cost: costs.coarse(values) }));
  ranked.sort((a, b) => a.cost - b.cost);
  const best = ranked.slice(0, handedOn).map(({ values }) => values);
  const [first] = best;
  return first === undefined || tried === gaps ? best : [improved(first, indices, gaps, each, costs), ...best];
}

/** A candidate with its places moved one after another, by steps that halve down to one gap. */
function improved(
  from: number[],
  indices: readonly number[],
  gaps: readonly number[],
  each: number,
  { coarse, fine }: { readonly coarse: CostOf; readonly fine: CostOf },
): number[] {
  let best = from;
  let rounds = 0;
  for (let stride = Math.ceil(gaps.length / each); ; stride = Math.ceil(stride / 2)) {
    const costOf = stride * coarseRows > gaps.length ? coarse : fine;
    let cost = costOf(best);
    const before = cost;
    for (const index of indices) {
      const start = best;
      const middle = gaps.findIndex((gap) => gap >= (start[index] as number));
      for (let k = -steps; k <= steps; k++) {
        const gap = gaps[middle + k * stride];
        if (gap === undefined || k === 0) continue;
        const values = start.map((value, j) => (j === index ? gap : value));
        const found = costOf(values);
        if (found < cost) [best, cost] = [values, found];
      }
    }
    // The last gaps are gone over until none is better.
    if (stride === 1 && (cost === before || ++rounds === mostRounds)) return best;
  }
}
