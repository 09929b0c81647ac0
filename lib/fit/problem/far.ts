import type { Observations } from "./leastSquares";

/** x that lies this many times its own range from 0 is far from 0. */
const far = 3;

/** True if the only predictor lies far from 0, points of weight 0 aside. */
export function isFar({ points, rootWeights }: Observations): boolean {
  if (!(points instanceof Float64Array)) return false;
  const { low, high } = extent(points.filter((_, i) => rootWeights[i] !== 0));
  return high > low && Math.max(Math.abs(low), Math.abs(high)) > far * (high - low);
}

/** Smallest and largest of some numbers. */
export function extent(values: Float64Array): { low: number; high: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { low, high };
}
