import type { Interval } from "./estimate";
import { type Kinds, optionsOf, requireFinite, requireFunction } from "./require";

/** Kinds of the options, for their check. */
const bisectOptions: Kinds<{ readonly steps?: number; readonly width?: number }> = { steps: "number", width: "number" };

/**
 * Bisection: the two neighbors between which a condition that holds at `low` stops holding, on the way to `high`.
 *
 * @param holds true below the root, false above it; not asked at the two ends
 * @param options `steps`, halvings at most (default: until no number lies between); `width`, at which to stop (default: 0)
 * @example
 * import { bisect } from "@emergence/lib/core";
 * bisect((x) => x * x < 2, 1, 2).lower.toFixed(9); // => "1.414213562"
 */
export function bisect(
  holds: (x: number) => boolean,
  low: number,
  high: number,
  options: { readonly steps?: number; readonly width?: number } = {},
): Interval {
  const { steps = Infinity, width = 0 } = optionsOf("bisect", options, bisectOptions);
  requireFunction("bisect", "holds", holds);
  requireFinite("bisect", "low", low);
  requireFinite("bisect", "high", high);
  let [lower, upper] = [low, high];
  for (let step = 0; step < steps && upper - lower > width; step++) {
    const middle = (lower + upper) / 2;
    if (middle <= lower || middle >= upper) break;
    if (holds(middle)) lower = middle;
    else upper = middle;
  }
  return { lower, upper };
}
