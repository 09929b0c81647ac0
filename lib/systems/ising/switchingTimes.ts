import type { Numbers } from "../../core/numbers";
import { type Kinds, optionsOf, requireFiniteNumbers, requirePositive } from "../../core/require";

/** Reversals of a magnet, and the time between them. */
export interface SwitchingTimes {
  /** Number of reversals of m. */
  readonly count: number;
  /** Mean time between reversals, in steps of the series; Infinity if there was none. */
  readonly meanTime: number;
  /** Standard error of the logarithm of `meanTime`, 1 / sqrt(count), as for events without memory; Infinity if there was none. */
  readonly logError: number;
}

/** Kinds of the options, for their check. */
const switchingTimesOptions: Kinds<{ readonly threshold: number }> = { threshold: "number" };

/**
 * Number of reversals of sign of a series. The series is on one side once it is beyond `threshold` there, and stays there until it is beyond `threshold`
 * on the other side: a mere crossing of 0 is no reversal.
 *
 * @param samples m of successive states
 * @param options `threshold`: distance from 0 at which a side begins, > 0
 * @throws RangeError for fewer than 2 samples or a threshold that is not above 0
 * @example
 * import { switchingTimes } from "@emergence/lib/systems";
 * switchingTimes([0.9, 0.1, -0.1, 0.9, -0.9, 0.2, 0.8], { threshold: 0.5 }).count; // => 2
 */
export function switchingTimes(samples: Numbers, options: { readonly threshold: number }): SwitchingTimes {
  requireFiniteNumbers("switchingTimes", "samples", samples);
  const { threshold } = optionsOf("switchingTimes", options, switchingTimesOptions);
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
