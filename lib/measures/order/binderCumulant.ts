import type { Estimate } from "../../core/estimate";
import type { Numbers } from "../../core/numbers";
import { type BlockOptions, jackknife } from "../../stats/jackknife";

/**
 * Binder's fourth-order cumulant:
 *
 *     U = 1 - <m^4> / (3 <m^2>^2)
 *
 * 0 where m is normal around 0 (disorder), 2/3 where |m| is fixed (order). Curves of different sizes cross near the critical point, whatever the
 * scale of m.
 *
 * @param samples m of successive states; sign kept
 * @param options `blocks` for the standard error
 * @throws RangeError where all samples are 0, or all but one block's, for fewer than 2 of them or one that is not finite, or an impossible number of blocks
 * @example
 * import { binderCumulant } from "@emergence/lib/measures";
 * binderCumulant([1, -1, 1, -1]); // => ({ mean: 1 - 1 / 3, standardError: 0 })
 *
 * Source: Binder 1981, Z. Phys. B 43, 119-140.
 */
export function binderCumulant(samples: Numbers, options: BlockOptions = {}): Estimate {
  const measured = jackknife(
    "binderCumulant",
    samples,
    [(m) => m ** 2, (m) => m ** 4],
    ([square = 0, fourth = 0]) => 1 - fourth / (3 * square ** 2),
    options,
  );
  if (Number.isNaN(measured.mean) || Number.isNaN(measured.standardError)) {
    throw new RangeError("binderCumulant: all samples are 0, or all but one block's, needs more that are not");
  }
  return measured;
}
