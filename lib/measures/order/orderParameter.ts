import type { Estimate } from "../../core/estimate";
import type { Numbers } from "../../core/numbers";
import { optionsOf } from "../../core/require";
import { type BlockOptions, blockOptions, jackknife } from "../../stats/jackknife";

/**
 * Order parameter of a finite system: the mean absolute value of m. In a finite system without a field m itself averages to 0 in the long run.
 *
 *     <|m|>
 *
 * @param samples m of successive states, each per site
 * @param options `blocks` for the standard error
 * @throws RangeError for fewer than 2 samples or one that is not finite, or an impossible number of blocks
 * @example
 * import { orderParameter } from "@emergence/lib/measures";
 * orderParameter([1, -1, 0.5, -0.5]).mean; // => 0.75
 *
 * Source: Landau & Binder 2014, A Guide to Monte Carlo Simulations in Statistical Physics.
 */
export function orderParameter(samples: Numbers, options: BlockOptions = {}): Estimate {
  optionsOf("orderParameter", options, blockOptions);
  return jackknife("orderParameter", samples, [Math.abs], ([size = 0]) => size, options);
}
