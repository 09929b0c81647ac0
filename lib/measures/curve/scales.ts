// Argument checks of the functions of a curve over scale.
import { type Counts, requireCounts } from "../../core/counts";
import type { Numbers } from "../../core/numbers";
import { requireSameLength } from "../../core/require";

/** Throws a RangeError unless there are at least `fewest` scales, finite and in increasing order. */
export function requireScales(caller: string, x: Numbers, fewest: number): void {
  if (x.length < fewest) throw new RangeError(`${caller}: ${x.length} scales, needs at least ${fewest}`);
  for (let i = 0; i < x.length; i++) {
    if (!Number.isFinite(x[i]) || (i > 0 && !((x[i] as number) > (x[i - 1] as number)))) {
      throw new RangeError(`${caller}: x is ${x[i]} at ${i}, needs finite scales in increasing order`);
    }
  }
}

/** The counts at scales x as whole numbers; throws a RangeError unless all three fit together. */
export function countsAt(caller: string, x: Numbers, successes: Numbers, trials: Numbers, fewest: number): Counts {
  if (x.length < fewest) throw new RangeError(`${caller}: ${x.length} scales, needs at least ${fewest}`);
  requireSameLength(caller, { x, successes, trials });
  const counts = requireCounts(caller, successes, trials);
  requireScales(caller, x, fewest);
  return counts;
}
