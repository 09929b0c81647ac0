import type { Numbers } from "../../core/numbers";
import { requirePositive } from "../../core/require";

/** Reversals of a magnet, and the time between them. */
export interface SwitchingTimes {
  /** How often m went from one side to the other. */
  readonly count: number;
  /** Mean time between reversals, in steps of the series; Infinity where there was none. */
  readonly meanTime: number;
  /** Standard error of its logarithm, 1 / sqrt(count), as for events without memory; Infinity where there was none. */
  readonly logError: number;
}

/**
 * How often a series changes sides. It is on a side once it lies beyond `threshold` there, and stays on it until it lies beyond on the other: a mere
 * visit to 0 is no reversal.
 *
 * @param samples m of successive states
 * @param options `threshold`: how far from 0 a side begins, above 0
 * @throws RangeError for fewer than 2 samples or a threshold that is not above 0
 * @example
 * import { switchingTimes } from "@emergence/lib/systems";
 * switchingTimes([0.9, 0.1, -0.1, 0.9, -0.9, 0.2, 0.8], { threshold: 0.5 }).count; // => 2
 */
export function switchingTimes(samples: Numbers, { threshold }: { readonly threshold: number }): SwitchingTimes {
  requirePositive("switchingTimes", "threshold", threshold);
  if (samples.length < 2) throw new RangeError(`switchingTimes: ${samples.length} samples, needs at least 2`);
  let side = 0;
  let count = 0;
  for (let i = 0; i < samples.length; i++) {
    const m = samples[i] as number;
    if (Math.abs(m) < threshold) continue;
    if (side !== 0 && Math.sign(m) !== side) count++;
    side = Math.sign(m);
  }
  return { count, meanTime: samples.length / count, logError: 1 / Math.sqrt(count) };
}
