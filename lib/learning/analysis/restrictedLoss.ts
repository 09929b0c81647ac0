import type { Numbers } from "../../core/numbers";
import { type PartScore, partsOfLogits, type SumPartOptions, scoreOf } from "./sumPart";

/**
 * Loss of a network for modular addition if only that part of its logits is kept which depends on a + b - c: what is left of it is what
 * knows about sums.
 *
 *     part(d) = mean of the logits with a + b - c = d (mod p),   restricted logit (a, b, c) = part(a + b - c)
 *
 * Beware: it falls in nets that merely memorize too, since the training pairs are a part of the mean; `excludedLoss` tells them apart.
 *
 * @param logits `outputs` on `modularPairs(p)`: p^2 rows of p numbers
 * @param options `frequencies` to keep, `loss`, `pairs` to average over
 * @throws RangeError for logits of another shape, or an option out of range
 * @example
 * import { modularPairs, outputs, quadraticSolution, restrictedLoss } from "@emergence/lib/learning";
 * restrictedLoss(outputs(quadraticSolution(7, { frequencies: [2] }), modularPairs(7))).accuracy; // => 1
 *
 * Source: after Nanda et al. 2023, arXiv:2301.05217, section 5.1, who keep key frequencies.
 */
export function restrictedLoss(logits: readonly Numbers[], options: SumPartOptions = {}): PartScore {
  const parts = partsOfLogits("restrictedLoss", logits, options);
  return scoreOf(parts, (_, __, d) => parts.part[d] as number);
}
