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

/**
 * Unit of exponents for the positive values of a sorted vector: 1, or 1 / ln(last / first) where they lie so close together (calendar years,
 * kelvins) that an exponent of 1 does not bend a curve.
 */
export function exponentUnit(sorted: Float64Array): number {
  const first = sorted.find((value) => value > 0) ?? 1;
  const range = Math.log((sorted.at(-1) ?? 1) / first);
  return range > 0 && range < 0.5 ? 1 / range : 1;
}

/** Eleven places spread evenly over the logarithm of the positive values of a sorted vector, ends included. */
export function logQuantiles(sorted: Float64Array): number[] {
  const positive = sorted.filter((value) => value > 0);
  const [first = 1, last = 1] = [positive[0], positive.at(-1)];
  return Array.from({ length: 11 }, (_, i) => first * (last / first) ** (i / 10));
}
