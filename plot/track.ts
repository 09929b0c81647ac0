// Reads a series: checks its lengths, converts values that are not numbers to gaps, omits values <= 0 on a log axis.

import type { Interval } from "@emergence/lib/core";
import { min } from "d3-array";
import type { Measurements, Trace, Values } from "./figure";
import { plain, sameLength } from "./input";
import { ends, partsOf } from "./uncertain";

/** Properties of the axes that traces depend on. */
export interface Scales {
  readonly x: string;
  readonly y: string;
  readonly logX?: boolean;
  readonly logY?: boolean;
  readonly ordered?: boolean;
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
  /** Number of values that a log axis omits. */
  hidden: number;
}

/** One series as drawn; gaps are null. */
export interface Track {
  x: (number | null)[];
  y: (number | null)[];
  lower?: (number | null)[];
  upper?: (number | null)[];
}

interface Source {
  readonly x: Values;
  readonly y: Measurements;
  readonly interval?: readonly (Interval | null)[];
  readonly lower?: Values;
  readonly upper?: Values;
  readonly error?: Values;
}

const numbers = (values: readonly (number | null)[]): number[] => values.filter((v): v is number => v !== null);

/** An empty drawing, to be filled by `drawLines` and `drawPoints`. */
export const blank = (): Drawn => ({ traces: [], xs: [], ys: [], edges: [], ends: [], hidden: 0 });

/** Reads one series: checks lengths, makes gaps, counts and drops values <= 0 on a log axis. */
export function track(where: string, whose: string, source: Source, scales: Scales, into: Drawn): Track {
  const x = plain(where, `${whose} x`, source.x);
  const own = partsOf(source.y);
  const y = plain(where, `${whose} y`, own.values);
  sameLength(where, whose, x.length, "x", y.length, "y");
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
  for (const value of numbers(x.filter((_, i) => y[i] !== null))) into.xs.push(value);
  for (const value of numbers(y.filter((_, i) => x[i] !== null))) into.ys.push(value);
  for (const value of numbers([...(lower ?? []), ...(upper ?? [])])) {
    if (scales.logY !== true || value > 0) into.edges.push(value);
  }
  return { x, y, ...(lower && upper ? { lower, upper } : {}) };
}

/** On a log axis a band that reaches 0 is drawn down to the lowest value in the figure instead of ending. */
export function liftEdges(tracks: readonly Track[], logY: boolean, drawn: Drawn): void {
  if (!logY) return;
  const floor = Math.min(min(drawn.ys) ?? Number.POSITIVE_INFINITY, min(drawn.edges) ?? Number.POSITIVE_INFINITY);
  for (const { lower, upper, y } of tracks) {
    lower?.forEach((edge, i) => {
      if (edge !== null && edge <= 0) lower[i] = upper?.[i] != null && upper[i] > 0 ? floor : null;
    });
    upper?.forEach((edge, i) => {
      if (edge !== null && edge <= 0) upper[i] = y[i] ?? null;
    });
  }
}
