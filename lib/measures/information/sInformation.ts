import type { Distribution } from "./distribution";
import { dualTotalCorrelationFormula } from "./dualTotalCorrelation";
import { discreteEntropies, type Formula } from "./entropies";
import type { CountGroupOptions } from "./groups";
import { totalCorrelationFormula } from "./totalCorrelation";

/** TC + DTC. */
export const sInformationFormula: Formula = (h) => totalCorrelationFormula(h) + dualTotalCorrelationFormula(h);

/**
 * S-information: total correlation plus dual total correlation, the sum of the mutual informations between each variable and the rest.
 *
 *     S = TC + DTC = sum_i I(X_i ; all others)
 *
 * Total strength of dependence, redundant or synergistic; at least 0 (independent).
 *
 * @param d a joint distribution
 * @param options `groups` of variables (default: each by itself), `unit`: "bits" (default) or "nats", `correction`: "none" (default) or "millerMadow"
 * @throws RangeError for an unknown variable or unit
 * @example
 * import { sInformation, specimens } from "@emergence/lib/measures";
 * sInformation(specimens.parity(5)); // => 5
 *
 * Source: Rosas, Mediano, Gastpar & Jensen 2019, Phys. Rev. E 100, 032305; James, Ellison & Crutchfield 2011, Chaos 21, 037109.
 */
export function sInformation(d: Distribution, options: CountGroupOptions = {}): number {
  return sInformationFormula(discreteEntropies("sInformation", d, options));
}
