// Remarks in the plot: chance level, marks, notes, and the number of values that a log axis omits.
import { partsOf, shown } from "@emergence/lib/core";
import type { ChartOptions } from "./chartOptions";
import type { Annotation } from "./figure";
import { requireText } from "./input";
import { quiet } from "./palette";
import { type Range, toAxis } from "./scale";
import { size } from "./theme";

/** A line in the plot. Attributes are Plotly's. */
export type Shape = Readonly<Record<string, unknown>>;

/** Value and label of the chance level, if any. */
export function chanceLevel(
  where: string,
  { chance, logY }: ChartOptions,
): { value: number; label: string } | undefined {
  if (chance === undefined) return undefined;
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
export function remarks(where: string, options: ChartOptions, xRange: Range): { shapes: Shape[]; words: Annotation[] } {
  const { marks = [], annotations = [], logX = false, logY = false } = options;
  const at = (value: number, log: boolean, what: string): number => {
    if (Number.isFinite(value) && !(log && value <= 0)) return toAxis(value, log);
    throw new RangeError(
      `${where}: ${what} is at ${shown(value)}, needs a number${log ? " above 0 on a log axis" : ""}`,
    );
  };
  for (const [i, note] of annotations.entries()) {
    partsOf(where, note, { x: "number", y: "number", text: "text" }, `annotations[${i}]`);
  }
  const shapes = marks.map(({ at: x, text }): Shape => {
    const line = { color: quiet, width: 2, dash: "dot" };
    // Unlike an annotation, a shape has its position on a log axis in data units.
    at(x, logX, `the mark "${text}"`);
    return { type: "line", x0: x, x1: x, yref: "paper", y0: 0, y1: 1, layer: "below", line };
  });
  const labels = marks.map(({ at: x, text }): Annotation => {
    const spot = at(x, logX, `the mark "${text}"`);
    const left = (spot - xRange[0]) / (xRange[1] - xRange[0]) > 0.7;
    const anchor = { xanchor: left ? "right" : "left", xshift: left ? -6 : 6, yanchor: "top" };
    return { text, x: spot, yref: "paper", y: 1, ...anchor, font: { color: quiet }, bgcolor: "rgba(255,255,255,0.8)" };
  });
  const arrows = annotations.map(({ x, y, text }): Annotation => {
    const spot = at(x, logX, `the note "${text}"`);
    const right = (spot - xRange[0]) / (xRange[1] - xRange[0]) < 0.5;
    const arrow = { showarrow: true, arrowhead: 2, arrowwidth: 2, ax: right ? 50 : -50, ay: -40 };
    return { text, x: spot, y: at(y, logY, `the note "${text}"`), ...arrow, bgcolor: "rgba(255,255,255,0.8)" };
  });
  return { shapes, words: [...labels, ...arrows] };
}

/** Note under the figure on values that a log axis omits. */
export function hiddenNote(hidden: number): Annotation[] {
  if (hidden === 0) return [];
  const text = hidden === 1 ? "1 point at or below 0 is" : `${hidden} points at or below 0 are`;
  const spot = { x: 1, xref: "paper", xanchor: "right", y: 0, yref: "paper", yanchor: "top", yshift: -68 };
  return [{ text: `${text} not on the log axis`, ...spot, font: { size: size.note, color: quiet } }];
}
