// The traces of `dotPlot`: intervals and dots per group, and arrows for intervals that extend past the edge.

import { numberText } from "@emergence/lib/core";
import type { Trace } from "./figure";
import { type Range, toAxis } from "./scale";

/** Value and interval of one group in one row; NaN if missing. */
export interface DotRow {
  readonly row: number;
  readonly label: string;
  readonly note: string | undefined;
  readonly value: number;
  /** Whether the value is <= 0 on a log axis. */
  readonly hidden: boolean;
  readonly lower: number;
  readonly upper: number;
}

/** One group, with one entry per row. */
export interface DotsAt {
  readonly name: string;
  readonly color: string;
  readonly symbol: string;
  readonly rows: readonly DotRow[];
}

const hasInterval = ({ lower }: DotRow): boolean => !Number.isNaN(lower);
const isDrawn = (one: DotRow): boolean => hasInterval(one) || !Number.isNaN(one.value);

/** Hover text of a row: "1.2 (0.6 to 1.9)", "at least 0.6". */
function inWords({ label, note, value, ...row }: DotRow, name: string): string {
  const [low, high] = [row.lower, row.upper].map((end) => numberText(end, { digits: 4 }));
  const [from, to] = [row.lower > -Infinity, row.upper < Infinity];
  const limits = from && to ? `${low} to ${high}` : from ? `at least ${low}` : to ? `at most ${high}` : "not fixed";
  const range = Number.isNaN(row.lower) ? "" : limits;
  const text = Number.isNaN(value) ? range : numberText(value, { digits: 4 }) + (range && ` (${range})`);
  return `<b>${label}</b><br>${name}<br>${note ? `${note}<br>` : ""}${text}`;
}

/** Position of a group in each row: its middle, or the groups present in the row are close together around it. */
function places(groups: readonly DotsAt[], index: number, oneLine: boolean): number[] {
  if (oneLine) return (groups[index] as DotsAt).rows.map((_, row) => row);
  return (groups[index] as DotsAt).rows.map((_, row) => {
    const present = groups.map((_, i) => i).filter((i) => isDrawn(groups[i]?.rows[row] as DotRow));
    const rank = present.indexOf(index);
    // 0.7 of the row and not all of it: dots of one label must be closer to each other than to the next row.
    return rank < 0 ? row : row + (rank - (present.length - 1) / 2) * (0.7 / present.length);
  });
}

/** All traces on an axis with the given range, and the largest number of groups in a row. */
export function groupTraces(
  groups: readonly DotsAt[],
  rows: number,
  range: Range,
  log: boolean,
  oneLine: boolean,
): { data: Trace[]; deepest: number } {
  const [from, to] = (log ? range.map((power) => 10 ** power) : range) as Range;
  // On a log axis an end at or below 0 is beyond every edge.
  const beyond = (end: number): boolean => toAxis(Math.max(end, log ? 0 : end), log) < range[0];
  const inside = (end: number): number => (beyond(end) ? from : Math.min(to, Math.max(from, end)));
  const data = groups.flatMap(({ name, color, symbol, rows: all }, index): Trace[] => {
    const at = places(groups, index, oneLine);
    const words = all.map((one) => inWords(one, name));
    const barred = all.filter(hasInterval);
    const common = { type: "scatter", name, legendgroup: name } as const;
    const hover = { hovertemplate: "%{text}<extra></extra>" };
    const bars: Trace = {
      ...common,
      mode: "lines",
      x: barred.flatMap(({ lower, upper }) => [inside(lower), inside(upper), null]),
      y: barred.flatMap(({ row }) => [at[row] as number, at[row] as number, null]),
      line: { color, width: 4 },
      opacity: 0.55,
      hoverinfo: "skip",
      showlegend: false,
    };
    const dots: Trace = {
      ...common,
      ...hover,
      mode: "markers",
      x: all.map(({ value }) => (Number.isNaN(value) ? null : value)),
      y: at,
      marker: { color, size: 11, symbol, line: { color: "#ffffff", width: 1 } },
      text: words,
    };
    const open = barred.flatMap(({ row, lower, upper }) => [
      ...(beyond(lower) ? [{ row, x: from, symbol: "triangle-left" }] : []),
      ...(upper > to ? [{ row, x: to, symbol: "triangle-right" }] : []),
    ]);
    const arrows: Trace = {
      ...common,
      ...hover,
      mode: "markers",
      x: open.map(({ x }) => x),
      y: open.map(({ row }) => at[row] as number),
      marker: { color, size: 13, symbol: open.map((one) => one.symbol) },
      text: open.map(({ row }) => words[row] as string),
      showlegend: false,
      cliponaxis: false,
    };
    return [...(barred.length > 0 ? [bars] : []), dots, ...(open.length > 0 ? [arrows] : [])];
  });
  if (oneLine) return { data, deepest: 1 };
  const depths = Array.from({ length: rows }, (_, row) => groups.filter((g) => isDrawn(g.rows[row] as DotRow)).length);
  return { data, deepest: depths.reduce((most, depth) => Math.max(most, depth), 1) };
}
