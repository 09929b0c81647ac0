import { requireWhole } from "../../core/require";

/**
 * Value of `schaefferScore` and `breakthroughness` for a straight line over k scales: k - 1. A score near it is no evidence of a jump.
 *
 * @param k number of scales, a whole number from 3
 * @throws RangeError for another k
 * @example
 * import { straightLineScore } from "@emergence/lib/measures";
 * straightLineScore(8); // => 7
 *
 * Source: follows from the formula: rise (k - 1) d over a typical step d.
 */
export function straightLineScore(k: number): number {
  requireWhole("straightLineScore", "scales", k, 3);
  return k - 1;
}
