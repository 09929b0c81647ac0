// The chart around the traces: axes, chance level, marks, notes, and labels or a legend that covers no data.
import { partsOf, requirePositive } from "@emergence/lib/core";
import type { ChartOptions } from "./chartOptions";
import type { Figure, Trace } from "./figure";
import { requireAxes } from "./input";
import { type End, endLabels, textWidth } from "./labels";
import { quiet } from "./palette";
import { chanceLevel, chanceLine, hiddenNote, remarks } from "./remarks";
import { asked, axis, holding, toAxis } from "./scale";
import { defaultHeight, margin, size, template } from "./theme";
import type { Drawn } from "./track";

const shown = (traces: readonly Trace[]): string[] =>
  traces.filter(({ showlegend, name }) => showlegend !== false && name !== undefined).map(({ name }) => name as string);

function place(names: readonly string[], ends: readonly End[], level: boolean): "labels" | "right" | "top" | "none" {
  if (names.length < 2) return "none";
  if (ends.length === names.length && ends.length <= 4 && level) return "labels";
  const width = names.reduce((sum, name) => sum + textWidth(name, size.label) + 50, 0);
  return width < 640 ? "top" : "right";
}

/** Order of a legend beside lines, as the lines are on the page: reversed if the last line ends above the first. */
const order = ({ ends }: Drawn): string => ((ends.at(-1)?.y ?? 0) > (ends[0]?.y ?? 0) ? "reversed" : "normal");

/** Builds the chart around drawn traces. */
export function chart(where: string, drawn: Drawn, options: ChartOptions): Figure {
  requireAxes(where, options);
  if (options.height !== undefined) requirePositive(where, "height", options.height);
  const { logX = false, logY = false, height = defaultHeight } = options;
  const chance = chanceLevel(where, options);
  if (drawn.ys.length === 0)
    throw new RangeError(
      `${where}: no point to draw: every value is missing or <= 0 on a log axis, needs at least one value`,
    );
  for (const [i, mark] of (options.marks ?? []).entries()) {
    partsOf(where, mark, { at: "number", text: "text" }, `marks[${i}]`);
  }
  const xs = [...drawn.xs, ...(options.marks ?? []).map(({ at }) => at).filter((at) => !logX || at > 0)];
  const ys = chance ? [...drawn.ys, chance.value] : drawn.ys;
  const xRange = options.xRange ? asked(where, "xRange", options.xRange, logX) : holding(xs, [], logX);
  const yRange = options.yRange ? asked(where, "yRange", options.yRange, logY) : holding(ys, drawn.edges, logY);

  const names = shown(drawn.traces);
  const ends = drawn.ends.map(({ text, color, y }): End => ({ text, color, at: toAxis(y, logY) }));
  const level = drawn.ends.every(({ x }) => (toAxis(x, logX) - xRange[0]) / (xRange[1] - xRange[0]) > 0.85);
  const legend = options.legend ?? place(names, ends, level);
  const top = margin.top + (options.title ? 44 : 0) + (legend === "top" ? 36 : 0);
  const bottom = margin.bottom + (drawn.hidden > 0 ? 24 : 0);

  const { shapes, words } = remarks(where, options, xRange);
  const beside = legend === "labels" ? ends : [];
  const chanceEnd = chance && { text: chance.label, color: quiet, at: toAxis(chance.value, logY) };
  const labeled = chanceEnd && legend !== "right" ? [...beside, chanceEnd] : beside;
  const widest = Math.max(0, ...labeled.map(({ text }) => textWidth(text, size.label)));
  const inside = chanceEnd && legend === "right" ? [{ ...chanceInside, text: chanceEnd.text, y: chanceEnd.at }] : [];

  return {
    data: drawn.traces,
    layout: {
      template,
      ...(options.title === undefined ? {} : { title: { text: options.title } }),
      xaxis: axis(options.x, xRange, logX),
      yaxis: axis(options.y, yRange, logY),
      height,
      margin: { l: margin.left, r: widest > 0 ? widest + 18 : margin.right, t: top, b: bottom },
      showlegend: legend === "right" || legend === "top",
      legend: legend === "top" ? { orientation: "h", x: 0, y: 1.02, yanchor: "bottom" } : { traceorder: order(drawn) },
      shapes: chance ? [...shapes, chanceLine(chance.value)] : shapes,
      annotations: [
        ...words,
        ...endLabels(labeled, yRange, height - top - bottom),
        ...inside,
        ...hiddenNote(drawn.hidden),
      ],
    },
  };
}

const chanceInside = { x: 1, xref: "paper", xanchor: "right", yanchor: "bottom", font: { color: quiet } };
