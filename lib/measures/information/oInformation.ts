import type { Distribution } from "./distribution";
import { dualTotalCorrelationFormula } from "./dualTotalCorrelation";
import { discreteEntropies, type Formula } from "./entropies";
import type { CountGroupOptions } from "./groups";
import { totalCorrelationFormula } from "./totalCorrelation";

/** TC - DTC. */
export const oInformationFormula: Formula = (h) => totalCorrelationFormula(h) - dualTotalCorrelationFormula(h);

/**
 * O-information: total correlation minus dual total correlation.
 *
 *     O = TC - DTC
 *
 * Positive if redundancy dominates (giant bit of n: n - 2 bits), negative if synergy does (XOR: -1 bit; parity of n: 2 - n bits). Always 0 for two variables.
 *
 * @param d a joint distribution
 * @param options `groups` of variables (default: each by itself), `unit`: "bits" (default) or "nats", `correction`: "none" (default) or "millerMadow"
 * @throws RangeError for an unknown variable or unit
 * @example
 * import { oInformation, specimens } from "@emergence/lib/measures";
 * oInformation(specimens.giantBit(5)); // => 3
 *
 * Source: Rosas, Mediano, Gastpar & Jensen 2019, Phys. Rev. E 100, 032305.
 */
export function oInformation(d: Distribution, options: CountGroupOptions = {}): number {
  return oInformationFormula(discreteEntropies("oInformation", d, options));
}
