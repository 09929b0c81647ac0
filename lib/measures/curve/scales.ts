// Argument checks of the functions of a curve over scale.
import { type Counts, requireCounts } from "../../core/counts";
import type { Numbers } from "../../core/numbers";
import { requireIncreasing, requireList, requireSameLength } from "../../core/require";

/** Throws a RangeError unless there are at least `fewest` scales, finite and in increasing order. */
export function requireScales(caller: string, x: Numbers, fewest: number): void {
  requireList(caller, "x", x, "an array of numbers");
  if (x.length < fewest) throw new RangeError(`${caller}: ${x.length} scales, needs at least ${fewest}`);
  requireIncreasing(caller, "x", x);
}

/** The counts at scales x as whole numbers; throws a RangeError unless all three fit together. */
export function countsAt(
  caller: string,
  x: Numbers,
  successes: Numbers,
  trials: Numbers | number,
  fewest: number,
): Counts {
  requireList(caller, "x", x, "an array of numbers");
  if (x.length < fewest) throw new RangeError(`${caller}: ${x.length} scales, needs at least ${fewest}`);
  requireSameLength(caller, typeof trials === "number" ? { x, successes } : { x, successes, trials });
  const counts = requireCounts(caller, successes, trials);
  requireScales(caller, x, fewest);
  return counts;
}
