import { optionsOf } from "../../core/require";
import type { Distribution } from "./distribution";
import { discreteEntropies, type Formula } from "./entropies";
import type { CountOptions, Variables } from "./groups";
import { countOptions } from "./groups";

/** Mutual information of two groups. */
export const mutualInformationFormula: Formula = (h) => h.of([0]) + h.of([1]) - h.of([0, 1]);

/**
 * Mutual information of two variables or groups of variables:
 *
 *     I(A ; B) = H(A) + H(B) - H(A, B)
 *
 * At least 0 (independent).
 *
 * @param d a joint distribution
 * @param a a variable by index or name, or an array of variables taken as one; `b` likewise
 * @param options `unit`: "bits" (default) or "nats", `correction`: "none" (default) or "millerMadow"
 * @throws RangeError for an unknown variable or unit
 * @example
 * import { mutualInformation, specimens } from "@emergence/lib/measures";
 * mutualInformation(specimens.xor(), [0, 1], 2); // => 1
 *
 * Source: Shannon 1948; Cover & Thomas 2006, Elements of Information Theory.
 */
export function mutualInformation(d: Distribution, a: Variables, b: Variables, options: CountOptions = {}): number {
  optionsOf("mutualInformation", options, countOptions);
  return mutualInformationFormula(discreteEntropies("mutualInformation", d, { ...options, groups: [a, b] }));
}
