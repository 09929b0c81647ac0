import { coInformationFormula } from "./coInformation";
import type { Distribution } from "./distribution";
import { discreteEntropies, type Formula } from "./entropies";
import type { CountGroupOptions } from "./groups";

/** (-1)^n co-information. */
export const interactionInformationFormula: Formula = (h) => (h.count % 2 === 0 ? 1 : -1) * coInformationFormula(h);

/**
 * Interaction information: co-information in the older sign convention.
 *
 *     (-1)^n I(X_1 ; ... ; X_n)
 *
 * For three variables synergy is positive (XOR: 1 bit, giant bit: -1 bit); parity of any n has 1 bit.
 *
 * @param d a joint distribution
 * @param options `groups` of variables (default: each by itself), `unit`: "bits" (default) or "nats", `correction`: "none" (default) or "millerMadow"
 * @throws RangeError for an unknown variable or unit
 * @example
 * import { interactionInformation, specimens } from "@emergence/lib/measures";
 * interactionInformation(specimens.xor()); // => 1
 *
 * Source: McGill 1954, Psychometrika 19, 97-116, in the sign convention of dit; Jakulin & Bratko 2003.
 */
export function interactionInformation(d: Distribution, options: CountGroupOptions = {}): number {
  return interactionInformationFormula(discreteEntropies("interactionInformation", d, options));
}
