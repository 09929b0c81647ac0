// Numbers with errors, taken apart into what a trace needs: values and the two ends of each interval.
import type { Interval } from "@emergence/lib/core";
import type { Measurements, Uncertain, Values } from "./figure";

/** Values with the ends of their intervals, where they have any. */
export interface Parts {
  readonly values: Values;
  readonly lower?: Values;
  readonly upper?: Values;
}

/** Whether this is a number with an error; what is neither that nor a number is left for the caller to refuse. */
function isUncertain(one: unknown): one is Uncertain {
  if (typeof one !== "object" || one === null) return false;
  const { mean, value, standardError, lower, upper } = one as Record<string, unknown>;
  const range = typeof lower === "number" && typeof upper === "number";
  return typeof mean === "number" ? range || typeof standardError === "number" : typeof value === "number" && range;
}

/** The ends of one value's interval: its own, or one standard error to either side. */
function endsOf(one: Uncertain): Interval {
  if ("lower" in one) return one;
  return { lower: one.mean - one.standardError, upper: one.mean + one.standardError };
}

/** Reads plain numbers as they are; of estimates the value, and the interval one standard error to either side or as given. */
export function partsOf(measurements: Measurements): Parts {
  const list: readonly unknown[] = Array.isArray(measurements) ? measurements : [];
  if (!list.some(isUncertain)) return { values: measurements as Values };
  const read = (of: (one: Uncertain) => number) => list.map((one) => (isUncertain(one) ? of(one) : (one as null)));
  return {
    values: read((one) => ("mean" in one ? one.mean : one.value)),
    lower: read((one) => endsOf(one).lower),
    upper: read((one) => endsOf(one).upper),
  };
}

/** A list of intervals as two lists of ends. */
export function ends(intervals: readonly (Interval | null)[]): { readonly lower: Values; readonly upper: Values } {
  return {
    lower: intervals.map((one) => one?.lower ?? null),
    upper: intervals.map((one) => one?.upper ?? null),
  };
}
