import type { Numbers } from "../../core/numbers";
import { requireList, requireProportion } from "../../core/require";

/**
 * p values corrected for how many there are, by Holm's method: rejecting where the corrected one is at most alpha, the probability of any false rejection among
 * m tests is at most alpha, whatever their dependence.
 *
 *     adjusted_(i) = max over j <= i of min(1, (m - j + 1) p_(j)),   p_(1) <= ... <= p_(m)
 *
 * Never above Bonferroni's m p, and as widely valid. Where a few false rejections among many are acceptable, `benjaminiHochberg` finds more.
 *
 * @param p m p values, from 0 to 1
 * @returns the corrected ones, in the order given
 * @throws RangeError for p out of range
 * @example
 * import { holm } from "@emergence/lib/measures";
 * holm([0.01, 0.04, 0.03]); // => [0.03, 0.06, 0.06]
 *
 * Source: Holm 1979, Scand. J. Statist. 6, 65-70.
 */
export function holm(p: Numbers): number[] {
  requireList("holm", "p", p, "an array of numbers");
  for (let i = 0; i < p.length; i++) requireProportion("holm", `p[${i}]`, p[i] as number);
  const order = [...p.keys()].sort((a, b) => (p[a] as number) - (p[b] as number));
  const adjusted = new Array<number>(p.length);
  let largest = 0;
  for (const [rank, i] of order.entries()) {
    largest = Math.max(largest, Math.min(1, (p.length - rank) * (p[i] as number)));
    adjusted[i] = largest;
  }
  return adjusted;
}
