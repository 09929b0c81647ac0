import type { Numbers } from "./numbers";
import { requireSameLength, requireWhole } from "./require";
import { shown } from "./shown";

/** Counts of successes in counts of trials, whole numbers. */
export interface Counts {
  readonly successes: number[];
  readonly trials: number[];
}

/** Largest relative distance of a count from a whole number: .57 * 100 is 56.99999999999999. */
const rounding = 1e-6;

/** The whole number that a count stands for; the value itself if it is none, or no number at all. */
function whole(value: number): number {
  if (!Number.isFinite(value)) return value;
  const nearest = Math.round(value);
  return Math.abs(value - nearest) <= rounding * Math.max(1, Math.abs(nearest)) ? nearest : value;
}

/**
 * The count of successes in `trials`, a whole number from 0 to `trials` once rounding is taken off; throws a RangeError for another one.
 *
 * @example
 * import { requireCount } from "@emergence/lib/core";
 * requireCount("myScore", "right", 56.99999999999999, 100); // => 57
 */
export function requireCount(caller: string, name: string, value: number, trials: number): number {
  const count = whole(value);
  if (Number.isSafeInteger(count) && count >= 0 && count <= trials) return count;
  throw new RangeError(
    `${caller}: ${name} ${shown(value)}, needs a whole number from 0 to ${trials}, a count of successes. Shares (.57) and percentages (57) of known trials become counts by countsFromShares(shares, trials) of lib/stats`,
  );
}

/**
 * Pairs of successes and trials (one number where it is the same for all) as whole numbers, once rounding is taken off (56.99999999999999 is 57); throws a RangeError unless
 * 0 <= successes <= trials and trials >= 1. Every function that takes counts takes them through this one.
 *
 * @example
 * import { requireCounts } from "@emergence/lib/core";
 * requireCounts("myScore", [3, 5], [10, 10]).successes; // => [3, 5]
 */
export function requireCounts(caller: string, successes: Numbers, trials: Numbers | number): Counts {
  const all = typeof trials === "number" ? undefined : trials;
  requireSameLength(caller, all === undefined ? { successes } : { successes, trials: all });
  const counts: Counts = { successes: [], trials: [] };
  for (let i = 0; i < successes.length; i++) {
    const n = whole(all === undefined ? (trials as number) : (all[i] as number));
    requireWhole(caller, all === undefined ? "trials" : `trials[${i}]`, n);
    counts.trials.push(n);
    counts.successes.push(requireCount(caller, `successes[${i}]`, successes[i] as number, n));
  }
  return counts;
}
