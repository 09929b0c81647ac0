import type { Estimate } from "../../core/estimate";
import type { Numbers } from "../../core/numbers";
import { optionsOf } from "../../core/require";
import { type BlockOptions, blockOptions, jackknife } from "../../stats/jackknife";

/**
 * Binder's fourth-order cumulant:
 *
 *     U = 1 - <m^4> / (3 <m^2>^2)
 *
 * 0 if m is normal around 0 (disorder), 2/3 if |m| is constant (order). Curves of different sizes cross near the critical point, whatever the
 * scale of m.
 *
 * @param samples m of successive states, with its sign
 * @param options `blocks` for the standard error
 * @throws RangeError if all samples are 0 or those of all blocks but one, for fewer than 2 samples or one that is not finite, or a number of blocks out of range
 * @example
 * import { binderCumulant } from "@emergence/lib/measures";
 * binderCumulant([1, -1, 1, -1]); // => ({ mean: 1 - 1 / 3, standardError: 0 })
 *
 * Source: Binder 1981, Z. Phys. B 43, 119-140.
 */
export function binderCumulant(samples: Numbers, options: BlockOptions = {}): Estimate {
  optionsOf("binderCumulant", options, blockOptions);
  const measured = jackknife(
    "binderCumulant",
    samples,
    [(m) => m ** 2, (m) => m ** 4],
    ([square = 0, fourth = 0]) => 1 - fourth / (3 * square ** 2),
    options,
  );
  if (Number.isNaN(measured.mean) || Number.isNaN(measured.standardError)) {
    throw new RangeError(
      "binderCumulant: the samples of all blocks, or of all but one, are 0, needs nonzero samples in two blocks or more",
    );
  }
  return measured;
}
