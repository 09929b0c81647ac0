// The chart around the traces: axes, chance level, marks, notes, and labels or a legend that covers no data.
import { partsOf, requirePositive } from "@emergence/lib/core";
import { max } from "d3-array";
import type { ChartOptions } from "./chartOptions";
import { position } from "./dates";
import type { Figure, Trace } from "./figure";
import { requireAxes } from "./input";
import { type End, endLabels, textWidth } from "./labels";
import { quiet } from "./palette";
import { chanceLevel, chanceLine, noteHeight, notes, omissions, remarks } from "./remarks";
import { asked, axis, holding, toAxis, xRangeOf } from "./scale";
import { defaultHeight, margin, size, template } from "./theme";
import type { Drawn } from "./track";

const shown = (traces: readonly Trace[]): string[] =>
  traces.filter(({ showlegend, name }) => showlegend !== false && name !== undefined).map(({ name }) => name as string);

/** Number of lines that are labeled at their ends; more are a legend's. */
const mostLabels = 6;

function place(names: readonly string[], ends: readonly End[], level: boolean): "labels" | "right" | "top" | "none" {
  if (names.length < 2) return "none";
  if (ends.length === names.length && ends.length <= mostLabels && level) return "labels";
  const width = names.reduce((sum, name) => sum + textWidth(name, size.label) + 50, 0);
  return width < 640 ? "top" : "right";
}

/** Order of a legend beside lines, as the lines are on the page: reversed if the last line ends above the first. */
const order = ({ ends }: Drawn): string => ((ends.at(-1)?.y ?? 0) > (ends[0]?.y ?? 0) ? "reversed" : "normal");

/** Builds the chart around drawn traces. */
export function chart(where: string, drawn: Drawn, options: ChartOptions): Figure {
  requireAxes(where, options);
  if (options.height !== undefined) requirePositive(where, "height", options.height);
  const { logX = false, logY = false, height = defaultHeight, equalAxes = false } = options;
  const chance = chanceLevel(where, options);
  if (drawn.ys.length === 0)
    throw new RangeError(
      `${where}: no point to draw: every value is missing or <= 0 on a log axis, needs at least one value`,
    );
  for (const [i, mark] of (options.marks ?? []).entries()) {
    partsOf(where, mark, { at: "any", text: "text" }, `marks[${i}]`);
  }
  const dates = drawn.dates === true;
  const marks = (options.marks ?? []).map(({ at, text }) => position(where, `the mark "${text}"`, at, dates));
  const xs = [...drawn.xs, ...marks.filter((at) => !logX || at > 0)];
  const ys = chance ? [...drawn.ys, chance.value] : drawn.ys;
  const xRange = xRangeOf(where, options.xRange, xs, logX, dates);
  const yRange = options.yRange ? asked(where, "yRange", options.yRange, logY) : holding(ys, drawn.edges, logY);

  const names = shown(drawn.traces);
  const ends = drawn.ends.map(({ text, color, y }): End => ({ text, color, at: toAxis(y, logY) }));
  const level = drawn.ends.every(({ x }) => (toAxis(x, logX) - xRange[0]) / (xRange[1] - xRange[0]) > 0.85);
  const legend = options.legend ?? place(names, ends, level);
  const top = margin.top + (options.title ? 44 : 0) + (legend === "top" ? 36 : 0);
  const omitted = omissions([drawn]);
  const deeper = dates ? 20 : 0; // ticks of dates may take two lines
  const bottom = margin.bottom + deeper + noteHeight * omitted.length;

  const { shapes, words } = remarks(where, options, xRange, dates);
  const beside = legend === "labels" ? ends : [];
  const chanceEnd = chance && { text: chance.label, color: quiet, at: toAxis(chance.value, logY) };
  const labeled = chanceEnd && legend !== "right" ? [...beside, chanceEnd] : beside;
  const widest = max(labeled, ({ text }) => textWidth(text, size.label)) ?? 0;
  const inside = chanceEnd && legend === "right" ? [{ ...chanceInside, text: chanceEnd.text, y: chanceEnd.at }] : [];

  return {
    data: drawn.traces,
    layout: {
      template,
      ...(options.title === undefined ? {} : { title: { text: options.title } }),
      xaxis: { ...axis(options.x, xRange, logX, undefined, dates), ...(equalAxes ? { constrain: "domain" } : {}) },
      yaxis: { ...axis(options.y, yRange, logY), ...(equalAxes ? { scaleanchor: "x", constrain: "domain" } : {}) },
      height,
      margin: { l: margin.left, r: widest > 0 ? widest + 18 : margin.right, t: top, b: bottom },
      showlegend: legend === "right" || legend === "top",
      legend: legend === "top" ? { orientation: "h", x: 0, y: 1.02, yanchor: "bottom" } : { traceorder: order(drawn) },
      shapes: chance ? [...shapes, chanceLine(chance.value)] : shapes,
      annotations: [
        ...words,
        ...endLabels(labeled, yRange, height - top - bottom),
        ...inside,
        ...notes(omitted, deeper),
      ],
    },
  };
}

const chanceInside = { x: 1, xref: "paper", xanchor: "right", yanchor: "bottom", font: { color: quiet } };
