// Reads a series: checks its lengths, converts values that are not numbers to gaps, omits values <= 0 on a log axis.

import type { Interval } from "@emergence/lib/core";
import { figureBudget } from "./budget";
import { positions, sameKind } from "./dates";
import type { Measurements, Places, Trace, Values } from "./figure";
import { plain, sameLength } from "./input";
import type { Range } from "./scale";
import { ends, partsOf } from "./uncertain";

/** Properties of the axes that traces depend on. */
export interface Scales {
  readonly x: string;
  readonly y: string;
  readonly logX?: boolean;
  readonly logY?: boolean;
  readonly ordered?: boolean;
  readonly xRange?: Range | readonly [Date, Date];
}

/** Traces, and the information that the chart around them needs, in data units. */
export interface Drawn {
  readonly traces: Trace[];
  readonly xs: number[];
  readonly ys: number[];
  /** Edges of bands and error bars, which widen the axis up to a limit. */
  readonly edges: number[];
  /** End of each named line, for direct labels. */
  readonly ends: { text: string; color: string; x: number; y: number }[];
  /** Whether the x-axis has dates; undefined until a series tells. Positions are in milliseconds then. */
  dates: boolean | undefined;
  /** Number of values that a log axis omits. */
  hidden: number;
  /** Number of values that are NaN, infinite or an invalid date. */
  odd: number;
  /** Points of series that are drawn thinned: how many of how many. */
  readonly thinned: { lines: [number, number]; points: [number, number] };
  /** Points that may be drawn. */
  readonly budget: number;
}

/** One series as drawn; gaps are null. */
export interface Track {
  x: (number | null)[];
  y: (number | null)[];
  lower?: (number | null)[];
  upper?: (number | null)[];
}

interface Source {
  readonly x: Places;
  readonly y: Measurements;
  readonly interval?: readonly (Interval | null)[];
  readonly lower?: Values;
  readonly upper?: Values;
  readonly error?: Values;
}

/** Appends without a call of as many arguments, which a long list would not survive. */
function append(to: number[], values: readonly (number | null)[], keep: (value: number, i: number) => boolean): void {
  for (const [i, value] of values.entries()) if (value !== null && keep(value, i)) to.push(value);
}

/** An empty drawing, to be filled by `drawLines` and `drawPoints`. */
export const blank = (budget: number = figureBudget): Drawn => ({
  traces: [],
  xs: [],
  ys: [],
  edges: [],
  ends: [],
  dates: undefined,
  hidden: 0,
  odd: 0,
  thinned: { lines: [0, 0], points: [0, 0] },
  budget,
});

/** How many values are NaN, infinite or an invalid date, which are gaps that were hardly meant. */
const countOdd = (values: ArrayLike<unknown>): number => {
  let odd = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value instanceof Date ? Number.isNaN(value.getTime()) : typeof value === "number" && !Number.isFinite(value))
      odd++;
  }
  return odd;
};

/** How many values are infinite. */
export function countInfinite(values: ArrayLike<unknown>): number {
  let infinite = 0;
  for (let i = 0; i < values.length; i++) if (Math.abs(Number(values[i])) === Number.POSITIVE_INFINITY) infinite++;
  return infinite;
}

/** Reads one series: checks lengths, makes gaps, counts and drops values <= 0 on a log axis. */
export function track(where: string, whose: string, source: Source, scales: Scales, into: Drawn): Track {
  const { x, dates } = positions(where, `${whose} x`, source.x);
  sameKind(where, whose, into.dates, dates);
  into.dates ??= dates;
  if (dates && scales.logX) throw new RangeError(`${where}: ${whose} has dates as x, needs numbers on a log axis`);
  const own = partsOf(source.y);
  const y = plain(where, `${whose} y`, own.values);
  sameLength(where, whose, x.length, "x", y.length, "y");
  into.odd += countOdd(source.x) + countOdd(own.values);
  const given = { ...own, ...source, ...(source.interval && ends(source.interval)) };
  const edge = (key: "lower" | "upper" | "error"): (number | null)[] | undefined => {
    const values = given[key];
    if (values === undefined) return undefined;
    const edges = plain(where, `${whose} ${key}`, values);
    sameLength(where, whose, x.length, "x", edges.length, key);
    return edges;
  };
  const error = edge("error");
  const spread = (sign: number) => error?.map((e, i) => (e === null || y[i] == null ? null : y[i] + sign * e));
  const lower = edge("lower") ?? spread(-1);
  const upper = edge("upper") ?? spread(1);
  if ((lower === undefined) !== (upper === undefined)) {
    throw new RangeError(`${where}: ${whose} has ${lower ? "lower but no upper" : "upper but no lower"}, needs both`);
  }
  x.forEach((at, i) => {
    const offX = scales.logX === true && at !== null && at <= 0;
    const offY = scales.logY === true && y[i] != null && y[i] <= 0;
    if (offX || offY) into.hidden += 1;
    if (offX) x[i] = null;
    if (offY) y[i] = null;
  });
  append(into.xs, x, (_, i) => y[i] !== null);
  append(into.ys, y, (_, i) => x[i] !== null);
  for (const edges of [lower ?? [], upper ?? []])
    append(into.edges, edges, (value) => scales.logY !== true || value > 0);
  return { x, y, ...(lower && upper ? { lower, upper } : {}) };
}

/** On a log axis a band that reaches 0 is drawn down to the lowest value in the figure instead of ending. */
export function liftEdges(tracks: readonly Track[], logY: boolean, drawn: Drawn): void {
  if (!logY) return;
  let floor = Number.POSITIVE_INFINITY;
  for (const list of [drawn.ys, drawn.edges]) for (const value of list) floor = Math.min(floor, value);
  for (const { lower, upper, y } of tracks) {
    lower?.forEach((edge, i) => {
      if (edge !== null && edge <= 0) lower[i] = upper?.[i] != null && upper[i] > 0 ? floor : null;
    });
    upper?.forEach((edge, i) => {
      if (edge !== null && edge <= 0) upper[i] = y[i] ?? null;
    });
  }
}
