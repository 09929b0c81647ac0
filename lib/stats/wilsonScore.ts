import type { Interval } from "../core/estimate";
import { normalQuantile } from "./distributions";

/** Wilson's interval of a proportion, for arguments that have been checked: see `wilson` of @emergence/lib/metrics. */
export function wilsonScore(count: number, trials: number, confidence: number): Interval {
  const z = normalQuantile((1 + confidence) / 2);
  const share = count / trials;
  const stretch = 1 + z ** 2 / trials;
  const center = (share + z ** 2 / (2 * trials)) / stretch;
  const half = (z / stretch) * Math.sqrt((share * (1 - share)) / trials + (z / (2 * trials)) ** 2);
  // At the ends the formula gives 0 and 1 up to rounding.
  return { lower: count === 0 ? 0 : center - half, upper: count === trials ? 1 : center + half };
}
