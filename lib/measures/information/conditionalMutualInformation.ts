import { optionsOf } from "../../core/require";
import type { Distribution } from "./distribution";
import { discreteEntropies, type Formula } from "./entropies";
import type { CountOptions, Variables } from "./groups";
import { countOptions } from "./groups";

/** Mutual information of the first two groups, given the third. */
export const conditionalMutualInformationFormula: Formula = (h) =>
  h.of([0, 2]) + h.of([1, 2]) - h.of([0, 1, 2]) - h.of([2]);

/**
 * Mutual information of A and B, given C:
 *
 *     I(A ; B | C) = H(A, C) + H(B, C) - H(A, B, C) - H(C)
 *
 * At least 0 (conditionally independent); it can be larger than I(A ; B), as for XOR.
 *
 * @param d a joint distribution
 * @param a a variable by index or name, or an array of variables taken as one; `b` and `given` likewise
 * @param options `unit`: "bits" (default) or "nats", `correction`: "none" (default) or "millerMadow"
 * @throws RangeError for an unknown variable or unit
 * @example
 * import { conditionalMutualInformation, specimens } from "@emergence/lib/measures";
 * conditionalMutualInformation(specimens.xor(), 0, 1, 2); // => 1
 *
 * Source: Cover & Thomas 2006, Elements of Information Theory.
 */
export function conditionalMutualInformation(
  d: Distribution,
  a: Variables,
  b: Variables,
  given: Variables,
  options: CountOptions = {},
): number {
  optionsOf("conditionalMutualInformation", options, countOptions);
  const entropies = discreteEntropies("conditionalMutualInformation", d, { ...options, groups: [a, b, given] });
  return conditionalMutualInformationFormula(entropies);
}
