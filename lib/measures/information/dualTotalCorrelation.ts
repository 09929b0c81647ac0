import type { Distribution } from "./distribution";
import { discreteEntropies, everyPlace, type Formula } from "./entropies";
import type { CountGroupOptions } from "./groups";

/** Joint entropy minus the entropy of each given the others. */
export const dualTotalCorrelationFormula: Formula = (h) => {
  const all = everyPlace(h);
  const joint = h.of(all);
  return joint - all.reduce((sum, place) => sum + joint - h.of(all.filter((other) => other !== place)), 0);
};

/**
 * Dual total correlation (binding information): the joint entropy minus the entropy of each variable given all others.
 *
 *     DTC = H(X_1 ... X_n) - sum_i H(X_i | all others)
 *
 * At least 0 (independent); giant bit: 1 bit, XOR: 2 bits.
 *
 * @param d a joint distribution
 * @param options `groups` of variables (default: each by itself), `unit`: "bits" (default) or "nats", `correction`: "none" (default) or "millerMadow"
 * @throws RangeError for an unknown variable or unit
 * @example
 * import { dualTotalCorrelation, specimens } from "@emergence/lib/measures";
 * dualTotalCorrelation(specimens.xor()); // => 2
 *
 * Source: Han 1978, Inf. Control 36, 133-156; Abdallah & Plumbley 2012, Phys. Lett. A 376, 275-281.
 */
export function dualTotalCorrelation(d: Distribution, options: CountGroupOptions = {}): number {
  return dualTotalCorrelationFormula(discreteEntropies("dualTotalCorrelation", d, options));
}
