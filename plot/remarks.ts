// Remarks in the plot: chance level, marks, notes, and the number of values that a log axis omits.
import { partsOf, shown } from "@emergence/lib/core";
import { sum } from "d3-array";
import type { ChartOptions } from "./chartOptions";
import { iso, position } from "./dates";
import type { Annotation } from "./figure";
import { requireText } from "./input";
import { quiet } from "./palette";
import { type Range, toAxis } from "./scale";
import { size } from "./theme";
import type { Drawn } from "./track";

/** A line in the plot. Attributes are Plotly's. */
export type Shape = Readonly<Record<string, unknown>>;

/** Value and label of the chance level, if any. */
export function chanceLevel(
  where: string,
  { chance, logY }: ChartOptions,
): { value: number; label: string } | undefined {
  if (chance === undefined) return undefined;
  if (typeof chance !== "number" && (typeof chance !== "object" || chance === null))
    throw new TypeError(`${where}: chance is ${shown(chance)}, needs a number, or { value, label }`);
  const level =
    typeof chance === "number"
      ? { value: chance, label: "chance" }
      : partsOf(where, chance, { value: "number", label: "any" }, "chance");
  requireText(where, "the label of the chance level", level.label, "chance");
  if (!Number.isFinite(level.value) || (logY === true && level.value <= 0)) {
    throw new RangeError(
      `${where}: chance is ${shown(level.value)}, needs a number${logY ? " above 0 on a log axis" : ""}`,
    );
  }
  return level;
}

/** A dashed line across the plot, above the traces: below them a grid line at the same height would hide it. */
export function chanceLine(value: number, xref: string = "paper", yref: string = "y"): Shape {
  const line = { color: quiet, width: 2, dash: "dash" };
  return { type: "line", xref, yref, x0: 0, x1: 1, y0: value, y1: value, line };
}

/** Shapes and texts of marks and notes, checked. */
export function remarks(
  where: string,
  options: ChartOptions,
  xRange: Range,
  dates: boolean,
): { shapes: Shape[]; words: Annotation[] } {
  const { marks = [], annotations = [], logX = false, logY = false } = options;
  const at = (value: number, log: boolean, what: string): number => {
    if (Number.isFinite(value) && !(log && value <= 0)) return toAxis(value, log);
    throw new RangeError(
      `${where}: ${what} is at ${shown(value)}, needs a number${log ? " above 0 on a log axis" : ""}`,
    );
  };
  for (const [i, note] of annotations.entries()) {
    partsOf(where, note, { x: "any", y: "number", text: "text" }, `annotations[${i}]`);
  }
  const along = (x: number | Date, what: string): number => at(position(where, what, x, dates), logX, what);
  const placed = (spot: number): number | string => (dates ? iso(spot) : spot);
  const shapes = marks.map(({ at: given, text }): Shape => {
    const line = { color: quiet, width: 2, dash: "dot" };
    // Unlike an annotation, a shape has its position on a log axis in data units.
    along(given, `the mark "${text}"`);
    const x = given instanceof Date ? iso(given.getTime()) : given;
    return { type: "line", x0: x, x1: x, yref: "paper", y0: 0, y1: 1, layer: "below", line };
  });
  const labels = marks.map(({ at: x, text }): Annotation => {
    const spot = along(x, `the mark "${text}"`);
    const left = (spot - xRange[0]) / (xRange[1] - xRange[0]) > 0.7;
    const anchor = { xanchor: left ? "right" : "left", xshift: left ? -6 : 6, yanchor: "top" };
    return {
      text,
      x: placed(spot),
      yref: "paper",
      y: 1,
      ...anchor,
      font: { color: quiet },
      bgcolor: "rgba(255,255,255,0.8)",
    };
  });
  const arrows = annotations.map(({ x, y, text }): Annotation => {
    const spot = along(x, `the note "${text}"`);
    const right = (spot - xRange[0]) / (xRange[1] - xRange[0]) < 0.5;
    const arrow = { showarrow: true, arrowhead: 2, arrowwidth: 2, ax: right ? 50 : -50, ay: -40 };
    return { text, x: placed(spot), y: at(y, logY, `the note "${text}"`), ...arrow, bgcolor: "rgba(255,255,255,0.8)" };
  });
  return { shapes, words: [...labels, ...arrows] };
}

const amount = (count: number): string => count.toLocaleString("en-US");

type Omitted = Partial<Pick<Drawn, "hidden" | "odd" | "thinned">> & { readonly infinite?: number };

/** What a figure does not show of its data, a sentence each. */
export function omissions(drawings: readonly Omitted[]): string[] {
  const total = (of: (one: Omitted) => number | undefined): number => sum(drawings, of);
  const are = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${amount(count)} ${many}`);
  const [hidden, odd] = [total((d) => d.hidden), total((d) => d.odd)];
  const infinite = total((d) => d.infinite);
  const kept = (kind: "lines" | "points") => [0, 1].map((i) => total((d) => d.thinned?.[kind][i]));
  const [lines, ofLines] = kept("lines") as [number, number];
  const [points, ofPoints] = kept("points") as [number, number];
  return [
    ...(hidden ? [`${are(hidden, "point at or below 0 is", "points at or below 0 are")} not on the log axis`] : []),
    ...(odd
      ? [`${are(odd, "value that is NaN or infinite is a gap", "values that are NaN or infinite are gaps")}`]
      : []),
    ...(infinite ? [`${are(infinite, "infinite value is a gap", "infinite values are gaps")}`] : []),
    ...(ofLines
      ? [
          `${amount(lines)} of ${amount(ofLines)} points of lines are drawn: first, last, lowest and highest of each column`,
        ]
      : []),
    ...(ofPoints
      ? [
          `${amount(points)} of ${amount(ofPoints)} points are drawn: one for each place in the figure, and the extremes`,
        ]
      : []),
  ];
}

/** Height of a note under the figure, in pixels. */
export const noteHeight = 24;

/** Notes under the figure, one below the other; `deeper` where the axis takes more room. */
export function notes(lines: readonly string[], deeper: number = 0): Annotation[] {
  return lines.map((text, i) => {
    const spot = { x: 1, xref: "paper", xanchor: "right", y: 0, yref: "paper", yanchor: "top" };
    return { text, ...spot, yshift: -68 - deeper - noteHeight * i, font: { size: size.note, color: quiet } };
  });
}
