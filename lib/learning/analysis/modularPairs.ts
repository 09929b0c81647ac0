import { requireWhole } from "../../core/require";

/**
 * All pairs of residues modulo p as tokens [a, p + b], in the order a p + b: what `outputs` asks a network of modular arithmetic, and what
 * `restrictedLoss` and `excludedLoss` take the answers of.
 *
 * @param modulus p, from 2 to 256
 * @throws RangeError for another modulus
 * @example
 * import { modularPairs } from "@emergence/lib/learning";
 * modularPairs(2); // => [[0, 2], [0, 3], [1, 2], [1, 3]]
 */
export function modularPairs(modulus: number): number[][] {
  requireWhole("modularPairs", "modulus", modulus, 2, 256);
  return Array.from({ length: modulus * modulus }, (_, i) => [Math.floor(i / modulus), modulus + (i % modulus)]);
}
