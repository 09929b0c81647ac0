import { requireNonNegative } from "../../core/require";

/**
 * Fraction S of the nodes of a large random graph that lie in its giant component: the largest solution of
 *
 *     S = 1 - exp(-c S)
 *
 * with c the mean degree. It is 0 up to c = 1 and grows as 2 (c - 1) just above: continuous, with a kink.
 *
 * @param meanDegree c, mean number of neighbors per node, >= 0
 * @throws RangeError for a mean degree out of range
 * @example
 * import { giantComponent } from "@emergence/lib/systems";
 * giantComponent(2); // => 0.7968121300200199
 *
 * Source: Erdos & Renyi 1960, Publ. Math. Inst. Hung. Acad. Sci. 5, 17.
 */
export function giantComponent(meanDegree: number): number {
  requireNonNegative("giantComponent", "meanDegree", meanDegree);
  if (meanDegree <= 1) return 0;
  // S - 1 + exp(-c S) is convex and the wanted root is the larger one: Newton steps from 1 descend to it and never pass it.
  let share = 1;
  for (let step = 0; step < 200; step++) {
    const next = share - (share + Math.expm1(-meanDegree * share)) / (1 - meanDegree * Math.exp(-meanDegree * share));
    if (!(next > 0 && next < share)) break;
    share = next;
  }
  return share;
}
