import type { Estimate } from "../core/estimate";
import type { Numbers } from "../core/numbers";
import { optionsOf } from "../core/require";
import { type BlockOptions, blockOptions, jackknife } from "./jackknife";

/**
 * Mean of an autocorrelated series, with a standard error from the means of blocks of successive samples.
 *
 *     se^2 = sum_b (mean_b - mean)^2 / (B (B - 1))
 *
 * A block must be many autocorrelation times long. With B blocks the relative uncertainty of the error itself is about 1 / sqrt(2 (B - 1)).
 *
 * @param samples successive values of one observable, any unit
 * @param options `blocks`: B, the number of blocks
 * @throws RangeError for fewer than 2 samples, a sample that is not finite, or a number of blocks out of range
 * @example
 * import { blockMean } from "@emergence/lib/stats";
 * blockMean([1, 1, 3, 3], { blocks: 2 }); // => ({ mean: 2, standardError: 1 })
 *
 * Source: Flyvbjerg & Petersen 1989, J. Chem. Phys. 91, 461-466.
 */
export function blockMean(samples: Numbers, options: BlockOptions = {}): Estimate {
  optionsOf("blockMean", options, blockOptions);
  return jackknife("blockMean", samples, [(sample) => sample], ([mean = 0]) => mean, options);
}
