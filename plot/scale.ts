// Axes: ranges that contain the data, in Plotly's units, and legible ticks.
import { requireList, shown } from "@emergence/lib/core";
import { iso, position } from "./dates";
import type { Axis } from "./figure";

/** Two ends, in the unit of the data. */
export type Range = readonly [number, number];

function extent(values: readonly number[]): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return [low, high];
}

/**
 * A range in axis units (powers of ten on a log axis) that contains all `values`, with a margin of 4 % on either side. Edges
 * of bands widen it by at most the spread of the values: the band of a curve that the data do not determine is unbounded,
 * and the data would be a flat line in it.
 */
export function holding(values: readonly number[], edges: readonly number[] = [], log: boolean = false): Range {
  const place = (list: readonly number[]): readonly number[] => (log ? list.map(Math.log10) : list);
  let [low, high] = extent(place(values));
  const [lowest, highest] = extent(place(edges));
  if (low > high) return [0, 1];
  const spread = high - low || (log ? 1 : Math.abs(low) || 1) / 2;
  low = Math.min(low, Math.max(lowest, low - spread));
  high = Math.max(high, Math.min(highest, high + spread));
  const air = high > low ? 0.04 * (high - low) : spread;
  return [low - air, high + air];
}

/** A range given by the caller, in axis units. */
export function asked(where: string, name: string, range: Range, log: boolean): Range {
  requireList(where, name, range, "two numbers in increasing order");
  const [from, to] = range;
  if (!(Number.isFinite(from) && Number.isFinite(to) && from < to)) {
    throw new RangeError(`${where}: ${name} is ${shown(from)} to ${shown(to)}, needs two numbers in increasing order`);
  }
  if (log && from <= 0) throw new RangeError(`${where}: ${name} starts at ${from}, a log axis needs a number above 0`);
  return log ? [Math.log10(from), Math.log10(to)] : [from, to];
}

/** Range of an x-axis that the caller gives in numbers or in dates, or one that holds the values; in axis units. */
export function xRangeOf(
  where: string,
  given: Range | readonly [Date, Date] | undefined,
  xs: readonly number[],
  log: boolean,
  dates: boolean,
): Range {
  // Half a day for one date alone, not half of the time since 1970.
  if (!given) {
    const [low, high] = extent(xs);
    return dates && low === high ? [low - halfDay, high + halfDay] : holding(xs, [], log);
  }
  const [from, to] = [position(where, "xRange", given[0], dates), position(where, "xRange", given[1], dates)];
  if (dates && !(from < to))
    throw new RangeError(`${where}: xRange is ${iso(from)} to ${iso(to)}, needs two dates in increasing order`);
  return asked(where, "xRange", [from, to], log);
}

const halfDay = 43_200_000;

/** 200k, 5B, 0.02; or 2 x 10^21 beyond such suffixes. */
function label(mantissa: number, exponent: number, words: boolean): string {
  if (!words) return `${mantissa === 1 ? "" : `${mantissa}×`}10<sup>${exponent}</sup>`.replace("-", "−");
  const step = Math.max(0, Math.min(4, Math.floor(exponent / 3)));
  return `${Number((mantissa * 10 ** (exponent - 3 * step)).toPrecision(1))}${["", "k", "M", "B", "T"][step]}`;
}

/**
 * Ticks of a log axis. Over many decades, powers of ten only, and not too many. Over two, also 2 and 5, each written in full
 * (Plotly's own are "1M, 2, 5, 10M"), or 3 alone where it is narrow: labels that do not fit are turned, into the title. Within one
 * decade, Plotly's.
 */
function ticks([low, high]: Range, labels: number, words: boolean, narrow: boolean): Partial<Axis> {
  const decades = high - low;
  if (decades > 2) return { dtick: Math.ceil(decades / labels) };
  if (decades <= 0.8) return {};
  // Two more decades on either side, for zooming out and for states that share the axis.
  const exponents = Array.from({ length: Math.ceil(high) - Math.floor(low) + 5 }, (_, i) => Math.floor(low) - 2 + i);
  const mantissas = narrow && 3 * decades > 5 ? [1, 3] : [1, 2, 5];
  const places = exponents.flatMap((exponent) => mantissas.map((mantissa) => [mantissa, exponent] as const));
  return {
    tickvals: places.map(([mantissa, exponent]) => Number(`${mantissa}e${exponent}`)),
    ticktext: places.map(([mantissa, exponent]) => label(mantissa, exponent, words)),
  };
}

/** One axis, with tick labels 1k, 1M, 1B if such suffixes suffice, else powers of ten (10^21); at most `labels` of them on a log axis, fewer if it is `narrow`; or an axis of dates. */
export function axis(
  title: string,
  range: Range,
  log: boolean,
  labels: number = 9,
  dates: boolean = false,
  narrow: boolean = false,
): Axis {
  if (dates) return { type: "date", title: { text: title }, range: range.map((at) => iso(Math.round(at))) };
  const [from, to] = log ? range.map((v) => 10 ** v) : range.map(Math.abs);
  const high = Math.max(from as number, to as number);
  const words = high < 2e14 && (log ? (from as number) >= 0.005 : high >= 0.01);
  return {
    type: log ? "log" : "linear",
    title: { text: title },
    range,
    exponentformat: words ? "B" : "power",
    ...(log ? ticks(range, labels, words, narrow) : {}),
  };
}

/** Position of a value on an axis, in axis units. */
export const toAxis = (value: number, log: boolean): number => (log ? Math.log10(value) : value);
