import type { Distribution } from "./distribution";
import { discreteEntropies, everyPlace, type Formula } from "./entropies";
import type { CountGroupOptions } from "./groups";

/** Mean entropy of parts in excess of their proportion of the whole, summed over sizes. */
export const tseComplexityFormula: Formula = (h) => {
  const totals = new Float64Array(h.count + 1);
  const counts = new Float64Array(h.count + 1);
  const add = (next: number, taken: readonly number[]): void => {
    for (let place = next; place < h.count; place++) {
      const more = [...taken, place];
      totals[more.length] = (totals[more.length] as number) + h.of(more);
      counts[more.length] = (counts[more.length] as number) + 1;
      add(place + 1, more);
    }
  };
  add(0, []);
  const joint = h.of(everyPlace(h));
  let sum = 0;
  for (let k = 1; k < h.count; k++) sum += (totals[k] as number) / (counts[k] as number) - (k / h.count) * joint;
  return sum;
};

/**
 * Complexity of Tononi, Sporns and Edelman: the mean entropy of parts of each size in excess of the proportional part of the joint entropy.
 *
 *     TSE = sum over k = 1 ... n - 1 of ( mean over parts of size k of H(part) - (k / n) H(X_1 ... X_n) )
 *
 * At least 0 (independent), large if a system is both integrated and differentiated. Cost grows as 2^n.
 *
 * @param d a joint distribution
 * @param options `groups` of variables (default: each by itself), `unit`: "bits" (default) or "nats", `correction`: "none" (default) or "millerMadow"
 * @throws RangeError for an unknown variable or unit
 * @example
 * import { specimens, tseComplexity } from "@emergence/lib/measures";
 * tseComplexity(specimens.xor()); // => 1
 *
 * Source: Tononi, Sporns & Edelman 1994, Proc. Natl. Acad. Sci. 91, 5033-5037.
 */
export function tseComplexity(d: Distribution, options: CountGroupOptions = {}): number {
  return tseComplexityFormula(discreteEntropies("tseComplexity", d, options));
}
