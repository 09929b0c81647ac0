import { sum } from "d3-array";
import type { Distribution } from "./distribution";
import { discreteEntropies, everyPlace, type Formula } from "./entropies";
import type { CountGroupOptions } from "./groups";

/** Sum of the single entropies minus the joint entropy. */
export const totalCorrelationFormula: Formula = (h) => {
  const all = everyPlace(h);
  return sum(all, (place) => h.of([place])) - h.of(all);
};

/**
 * Total correlation (multi-information): the sum of the entropies of the variables minus their joint entropy.
 *
 *     TC = sum_i H(X_i) - H(X_1 ... X_n)
 *
 * At least 0 (independent); giant bit of n: n - 1 bits, XOR: 1 bit.
 *
 * @param d a joint distribution
 * @param options `groups` of variables (default: each by itself), `unit`: "bits" (default) or "nats", `correction`: "none" (default) or "millerMadow"
 * @throws RangeError for an unknown variable or unit
 * @example
 * import { specimens, totalCorrelation } from "@emergence/lib/measures";
 * totalCorrelation(specimens.xor()); // => 1
 *
 * Source: Watanabe 1960, IBM J. Res. Dev. 4, 66-82.
 */
export function totalCorrelation(d: Distribution, options: CountGroupOptions = {}): number {
  return totalCorrelationFormula(discreteEntropies("totalCorrelation", d, options));
}
