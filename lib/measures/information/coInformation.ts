import type { Distribution } from "./distribution";
import { discreteEntropies, type Formula } from "./entropies";
import type { CountGroupOptions } from "./groups";

/** Alternating sum of the entropies of all subsets of groups. */
export const coInformationFormula: Formula = ({ count, of }) => {
  let sum = 0;
  const add = (next: number, taken: readonly number[]): void => {
    for (let place = next; place < count; place++) {
      const more = [...taken, place];
      sum += (more.length % 2 === 1 ? 1 : -1) * of(more);
      add(place + 1, more);
    }
  };
  add(0, []);
  return sum;
};

/**
 * Co-information, over all non-empty subsets T of the variables:
 *
 *     I(X_1 ; ... ; X_n) = - sum_T (-1)^|T| H(T)
 *
 * For one variable it is the entropy, for two the mutual information. For three, redundancy is positive and synergy negative (giant bit: 1 bit, XOR: -1 bit).
 * Parity of n has (-1)^n bits, so for four or more the sign alone does not distinguish the two. Cost grows as 2^n.
 *
 * @param d a joint distribution
 * @param options `groups` of variables (default: each by itself), `unit`: "bits" (default) or "nats", `correction`: "none" (default) or "millerMadow"
 * @throws RangeError for an unknown variable or unit
 * @example
 * import { coInformation, specimens } from "@emergence/lib/measures";
 * coInformation(specimens.xor()); // => -1
 *
 * Source: Bell 2003, The co-information lattice.
 */
export function coInformation(d: Distribution, options: CountGroupOptions = {}): number {
  return coInformationFormula(discreteEntropies("coInformation", d, options));
}
