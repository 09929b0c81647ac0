import type { Distribution } from "./distribution";
import { discreteEntropies, everyPlace, type Formula } from "./entropies";
import type { CountGroupOptions } from "./groups";

/** Joint entropy of all groups. */
export const entropyFormula: Formula = (h) => h.of(everyPlace(h));

/**
 * Joint entropy of all variables, or of those in `groups`:
 *
 *     H(X) = - sum p(x) log p(x)
 *
 * @param d a joint distribution
 * @param options `groups` of variables (default: each by itself), `unit`: "bits" (default) or "nats", `correction`: "none" (default) or "millerMadow"
 * @throws RangeError for an unknown variable or unit
 * @example
 * import { entropy, specimens } from "@emergence/lib/measures";
 * entropy(specimens.xor()); // => 2
 *
 * Source: Shannon 1948, A mathematical theory of communication.
 */
export function entropy(d: Distribution, options: CountGroupOptions = {}): number {
  return entropyFormula(discreteEntropies("entropy", d, options));
}
