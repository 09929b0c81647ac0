import type { Numbers } from "../../core/numbers";
import { type PartScore, partsOfLogits, type SumPartOptions, scoreOf } from "./sumPart";

/**
 * Loss of a network for modular addition if that part of its logits is taken out which depends on a + b - c: what is left of it is what it
 * knows by heart. On the training pairs it falls while a net memorizes, and rises again as it comes to add.
 *
 *     excluded logit (a, b, c) = logit (a, b, c) - part(a + b - c),   part as in `restrictedLoss`
 *
 * @param logits `outputs` on `modularPairs(p)`: p^2 rows of p numbers
 * @param options `frequencies` to take out, `loss`, `pairs` to average over: the training pairs
 * @throws RangeError for logits of another shape, or an option out of range
 * @example
 * import { excludedLoss, modularPairs, outputs, quadraticSolution } from "@emergence/lib/learning";
 * excludedLoss(outputs(quadraticSolution(7), modularPairs(7))).loss.toFixed(5); // => "1.00000"
 *
 * Source: after Nanda et al. 2023, arXiv:2301.05217, section 5.1, who take out key frequencies.
 */
export function excludedLoss(logits: readonly Numbers[], options: SumPartOptions = {}): PartScore {
  const parts = partsOfLogits("excludedLoss", logits, options);
  return scoreOf(parts, (pair, c, d) => ((logits[pair] as Numbers)[c] as number) - (parts.part[d] as number));
}
