// Splits numbers with errors into the parts of a trace: values and the two ends of each interval.
import type { Interval } from "@emergence/lib/core";
import type { Measurements, Uncertain, Values } from "./figure";

/** Values with the ends of their intervals, if any. */
export interface Parts {
  readonly values: Values;
  readonly lower?: Values;
  readonly upper?: Values;
}

/** Whether a value is a number with an error. The caller rejects values that are neither this nor a number. */
function isUncertain(one: unknown): one is Uncertain {
  if (typeof one !== "object" || one === null) return false;
  const { mean, value, standardError, lower, upper } = one as Record<string, unknown>;
  const range = typeof lower === "number" && typeof upper === "number";
  return typeof mean === "number" ? range || typeof standardError === "number" : typeof value === "number" && range;
}

/** Ends of the interval of a value: its own, or one standard error to either side. */
function endsOf(one: Uncertain): Interval {
  if ("lower" in one) return one;
  return { lower: one.mean - one.standardError, upper: one.mean + one.standardError };
}

/** Parts of a list: numbers are kept; an estimate gives its value and its interval, one standard error to either side or its own. */
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

/** A list of intervals as two lists, of lower and of upper ends. */
export function ends(intervals: readonly (Interval | null)[]): { readonly lower: Values; readonly upper: Values } {
  return {
    lower: intervals.map((one) => one?.lower ?? null),
    upper: intervals.map((one) => one?.upper ?? null),
  };
}
