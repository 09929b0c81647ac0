// Long series, thinned for the eye: a page is some thousand pixels wide, and a browser stalls on a million points. What is
// left out lies between points that are drawn.
import { toAxis } from "./scale";
import type { Scales, Track } from "./track";

const ascending = (x: readonly (number | null)[]): boolean => {
  let last = Number.NEGATIVE_INFINITY;
  for (const at of x) {
    if (at === null) continue;
    if (at < last) return false;
    last = at;
  }
  return true;
};

/** Ends of a list without its gaps. */
function extent(values: readonly (number | null)[]): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value === null) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/**
 * Indices to draw of a line: of each column of the figure (of each stretch of the list, where x goes back and forth) the first,
 * the last, the lowest and the highest point, and one gap where there are gaps. Peaks of one point stay.
 */
export function lineIndices({ x, y, lower, upper }: Track, { logX = false }: Scales, limit: number): number[] {
  const forward = ascending(x);
  const lists = [y, ...(lower && upper ? [lower, upper] : []), ...(forward ? [] : [x])];
  const columns = Math.max(1, Math.floor(limit / (3 + 2 * lists.length)));
  const [low, high] = extent(x).map((at) => toAxis(at, logX)) as [number, number];
  const column = (i: number): number => {
    const part = forward ? (toAxis(x[i] as number, logX) - low) / (high - low || 1) : i / x.length;
    return Math.min(columns - 1, Math.floor(part * columns));
  };
  const kept: number[] = [];
  let current = -1;
  let [first, last, gap] = [-1, -1, -1];
  let ends: number[] = [];
  const close = (): void => {
    const all = [...ends, first, last, gap].filter((i) => i >= 0).sort((a, b) => a - b);
    for (const [k, i] of all.entries()) if (i !== all[k - 1]) kept.push(i);
    [first, last, gap] = [-1, -1, -1];
    ends = [];
  };
  for (let i = 0; i < x.length; i++) {
    if (x[i] === null || y[i] === null) {
      gap = i;
      continue;
    }
    const here = column(i);
    if (here !== current) close();
    current = here;
    if (first < 0) {
      first = i;
      ends = lists.flatMap(() => [i, i]);
    }
    last = i;
    for (const [k, list] of lists.entries()) {
      const value = list[i];
      if (value === null || value === undefined) continue;
      if (value < ((list[ends[2 * k] as number] as number | null) ?? Number.POSITIVE_INFINITY)) ends[2 * k] = i;
      if (value > ((list[ends[2 * k + 1] as number] as number | null) ?? Number.NEGATIVE_INFINITY)) ends[2 * k + 1] = i;
    }
  }
  close();
  return kept;
}

/** Indices of the points in the range of x that the caller asks for, with a neighbor at each end; all without a range. */
export function asked({ x }: Track, { xRange }: Scales): number[] {
  const [from, to] = xRange ? xRange.map(Number) : [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const inside = (i: number): boolean => {
    const at = x[i];
    return at == null || (at >= (from as number) && at <= (to as number));
  };
  const kept: number[] = [];
  for (let i = 0; i < x.length; i++)
    if (inside(i) || inside(Math.max(0, i - 1)) || inside(Math.min(x.length - 1, i + 1))) kept.push(i);
  return kept;
}

/** Indices to draw of points: the first in each cell of a fine grid over the figure, and the extremes of x and y. */
export function pointIndices({ x, y }: Track, { logX = false, logY = false }: Scales, limit: number): number[] {
  const [left, right] = extent(x).map((at) => toAxis(at, logX)) as [number, number];
  const [low, high] = extent(y).map((at) => toAxis(at, logY)) as [number, number];
  // A figure is about one and a half times as wide as high; four places are for the extremes.
  const tall = Math.max(1, Math.floor(Math.sqrt((limit - 4) / 1.5)));
  const wide = Math.max(1, Math.floor((limit - 4) / tall));
  const taken = new Uint8Array(wide * tall);
  const kept: number[] = [];
  const outer = [-1, -1, -1, -1];
  const place = (at: number, from: number, to: number, count: number): number =>
    Math.min(count - 1, Math.floor(((at - from) / (to - from || 1)) * count));
  for (let i = 0; i < x.length; i++) {
    const [at, value] = [x[i], y[i]];
    if (at == null || value == null) continue;
    const cell = place(toAxis(at, logX), left, right, wide) * tall + place(toAxis(value, logY), low, high, tall);
    if (taken[cell] === 0) kept.push(i);
    taken[cell] = 1;
    if (outer[0] === -1 || at < (x[outer[0] as number] as number)) outer[0] = i;
    if (outer[1] === -1 || at > (x[outer[1] as number] as number)) outer[1] = i;
    if (outer[2] === -1 || value < (y[outer[2] as number] as number)) outer[2] = i;
    if (outer[3] === -1 || value > (y[outer[3] as number] as number)) outer[3] = i;
  }
  const extra = outer.filter((i) => i >= 0 && !kept.includes(i));
  return [...new Set([...kept, ...extra])].sort((a, b) => a - b);
}

/** The part of a track at some indices. */
export function pick(track: Track, indices: readonly number[]): Track {
  const of = (list: readonly (number | null)[]): (number | null)[] => indices.map((i) => list[i] ?? null);
  return {
    x: of(track.x),
    y: of(track.y),
    ...(track.lower && track.upper ? { lower: of(track.lower), upper: of(track.upper) } : {}),
  };
}
