import type { Shape } from "../model";

/** Steepness in units of 1 / x-range, from a gentle bend to a jump between neighbors. */
const steepness = [2, 5, 12, 40];

/** Midpoints in units of the x-range: mostly inside, some beyond the last and the first point. */
const midpoints = [-0.5, 0, 0.12, 0.24, 0.36, 0.5, 0.64, 0.76, 0.88, 1, 1.5];

/** Steepness and midpoint of S-shaped curves, rising and falling, over the range of x. */
export function sCandidates({ xMin, xSpan }: Shape): [k: number, x0: number][] {
  return steepness.flatMap((k) =>
    midpoints.flatMap((m): [number, number][] => [
      [k / xSpan, xMin + m * xSpan],
      [-k / xSpan, xMin + m * xSpan],
    ]),
  );
}

/** The middles between neighboring distinct values of a sorted vector. */
export function between(sorted: Float64Array): number[] {
  const distinct = [...new Set(sorted)];
  return distinct.slice(1).map((value, i) => (value + (distinct[i] as number)) / 2);
}

/** Eleven places spread evenly over the logarithm of the positive values of a sorted vector, ends included. */
export function logQuantiles(sorted: Float64Array): number[] {
  const positive = sorted.filter((value) => value > 0);
  const [first = 1, last = 1] = [positive[0], positive.at(-1)];
  return Array.from({ length: 11 }, (_, i) => first * (last / first) ** (i / 10));
}
