import { type Kinds, optionsOf } from "@emergence/lib/core";
import { max } from "d3-array";
import { figureBudget } from "./budget";
import { type ChartOptions, chartOptions } from "./chartOptions";
import { sameKind } from "./dates";
import type { Annotation, Axis, Figure, Trace } from "./figure";
import { requireAxes, requireItems, requireText } from "./input";
import { textWidth } from "./labels";
import { look } from "./palette";
import { chanceLevel, chanceLine, noteHeight, notes, omissions } from "./remarks";
import { asked, axis, holding, xRangeOf } from "./scale";
import { drawLines, drawPoints, type Line, type PointGroup } from "./series";
import { margin, size, template } from "./theme";
import { blank } from "./track";

/** One panel: lines, points, or both. A series has the same style in all panels. */
export interface Panel {
  readonly title: string;
  readonly lines?: readonly Line[];
  readonly points?: readonly PointGroup[];
  /** Score of guessing in this panel, drawn as a dashed line; default: the figure's own `chance`, if any. */
  readonly chance?: number;
}

export interface PanelOptions extends Omit<ChartOptions, "marks" | "annotations" | "legend"> {
  /** Panels in a row; default: up to three. */
  readonly columns?: number;
  /** Height of the whole figure in pixels; default: 230 per row, plus titles. */
  readonly height?: number;
}

const { marks: _marks, annotations: _annotations, legend: _legend, ...shared } = chartOptions;

/** Kinds of the options, for their check. */
const panelOptions: Kinds<PanelOptions> = { ...shared, columns: "number", height: "number" };

const dayLong = 86_400_000;

/** Dates in two lines, since those of one line would run into the neighboring panel's. */
const narrowDates = [
  { dtickrange: [null, dayLong - 1], value: "%H:%M<br>%d %b" },
  { dtickrange: [dayLong, 27 * dayLong], value: "%d %b<br>%Y" },
  { dtickrange: ["M1", "M6"], value: "%b<br>%Y" },
  { dtickrange: ["M12", null], value: "%Y" },
];

/** Series with the color of their name, by order of first use in any panel: a panel may lack some of them. */
function styled<Series extends { readonly name: string; readonly color?: string }>(
  series: readonly Series[],
  names: readonly string[],
): Series[] {
  return series.map((one) =>
    one && one.color === undefined ? { ...one, color: look(names.indexOf(one.name)).color } : one,
  );
}

/** One entry per name in the legend of all panels, in order of first use. */
function placed(traces: readonly Trace[], panel: number, seen: Set<string>): Trace[] {
  const suffix = panel === 0 ? "" : `${panel + 1}`;
  return traces.map((trace) => {
    const first = trace.showlegend !== false && !seen.has(trace.name as string);
    if (first) seen.add(trace.name as string);
    return { ...trace, xaxis: `x${suffix}`, yaxis: `y${suffix}`, showlegend: first };
  });
}

/** Traces with the marker of their name, as `styled` gives series its color. */
const marked = (traces: readonly Trace[], names: Record<"lines" | "points", readonly string[]>): Trace[] =>
  traces.map((trace) => {
    if (trace.marker === undefined) return trace;
    const order = trace.mode === "markers" ? names.points : names.lines;
    return { ...trace, marker: { ...trace.marker, symbol: look(order.indexOf(trace.name as string)).symbol } };
  });

/** Number of rows of a legend above the panels. On a narrow page it wraps, and rows without reserved space would cover the titles. */
function legendRows(names: readonly string[]): number {
  const widest = (max(names, (name) => textWidth(name, size.label)) ?? 0) + 50;
  return Math.ceil(names.length / Math.max(1, Math.floor(640 / widest)));
}

/**
 * A grid of panels that share both axes, for comparison.
 *
 * Throws a RangeError if a title is missing, lengths differ, or a panel has nothing to draw.
 *
 * @example
 * const figure = smallMultiples(
 *   [70, 160].map((size) => ({ title: `${size}M`, lines: [{ name: "accuracy", x: [1, 2], y: [0, size / 200] }] })),
 *   { x: "training tokens (billions)", y: "accuracy (share)" },
 * );
 * figure.layout.annotations?.map(({ text }) => text); // => ["70M", "160M", "training tokens (billions)", "accuracy (share)"]
 */
export function smallMultiples(panels: readonly Panel[], options: PanelOptions): Figure {
  const where = "smallMultiples";
  optionsOf(where, options, panelOptions);
  requireAxes(where, options);
  requireItems(where, "panels", panels, { title: "any", lines: "list", points: "list", chance: "number" });
  const { logX = false, logY = false, columns = Math.min(3, panels.length) } = options;
  if (!Number.isInteger(columns) || columns < 1)
    throw new RangeError(`${where}: columns is ${columns}, needs 1 or more`);
  const chance = chanceLevel(where, options);
  const levels = panels.map((panel) =>
    panel.chance === undefined ? chance : chanceLevel(where, { ...options, chance: panel.chance }),
  );
  const namesOf = (kind: "lines" | "points") => [
    ...new Set(panels.flatMap((panel) => (panel[kind] ?? []).map((one) => one?.name))),
  ];
  const names = { lines: namesOf("lines"), points: namesOf("points") };
  const drawings = panels.map((panel, i) => {
    requireText(where, `the title of panel ${i}`, panel.title, "12B parameters");
    const drawn = blank(figureBudget / panels.length);
    const color = <Series extends Line | PointGroup>(series: readonly Series[], kind: "lines" | "points") =>
      options.ordered ? series : styled(series, names[kind]);
    if (panel.lines) drawLines(where, color(panel.lines, "lines"), options, drawn);
    if (panel.points) drawPoints(where, color(panel.points, "points"), options, drawn);
    if (drawn.ys.length === 0)
      throw new RangeError(`${where}: nothing to draw in panel "${panel.title}", needs at least one value`);
    return drawn;
  });
  const known = drawings.map((d) => d.dates).filter((dates) => dates !== undefined);
  const dates = known[0] === true;
  for (const [i, kind] of known.entries()) sameKind(where, `panel ${i}`, dates, kind);
  const ys = [...drawings.flatMap((d) => d.ys), ...levels.flatMap((level) => (level ? [level.value] : []))];
  const xs = drawings.flatMap((d) => d.xs);
  const edges = drawings.flatMap((d) => d.edges);
  const xRange = xRangeOf(where, options.xRange, xs, logX, dates);
  const yRange = options.yRange ? asked(where, "yRange", options.yRange, logY) : holding(ys, edges, logY);

  const rows = Math.ceil(panels.length / columns);
  const omitted = omissions(drawings);
  const deeper = dates ? 20 : 0;
  const seen = new Set<string>();
  const data = drawings.flatMap((d, i) => placed(options.ordered ? d.traces : marked(d.traces, names), i, seen));
  const legend = seen.size > 1;
  const top = margin.top + 26 + (options.title ? 44 : 0) + (legend ? 14 + 26 * legendRows([...seen]) : 0);
  const bottom = margin.bottom + deeper + noteHeight * omitted.length;
  const height = options.height ?? 230 * rows + top + bottom;
  const gapX = 0.035;
  const gapY = rows > 1 ? 44 / (height - top - bottom) : 0;
  const width = (1 - gapX * (columns - 1)) / columns;
  const tall = (1 - gapY * (rows - 1)) / rows;

  const ticks = dates ? { nticks: 4, tickformatstops: narrowDates } : { nticks: 5 };
  const axes: Record<string, Axis> = {};
  const titles: Annotation[] = panels.map(({ title }, i) => {
    const suffix = i === 0 ? "" : `${i + 1}`;
    const left = (i % columns) * (width + gapX);
    const upper = 1 - Math.floor(i / columns) * (tall + gapY);
    const lowest = i + columns >= panels.length;
    const shared = i === 0 ? {} : { matches: "x" };
    // The others match the first, and so have its scale.
    const square = options.equalAxes ? { constrain: "domain" } : {};
    const anchored = options.equalAxes && i === 0 ? { scaleanchor: "x" } : {};
    const across = { domain: [left, left + width], anchor: `y${suffix}`, showticklabels: lowest, ...shared, ...ticks };
    const up = { domain: [upper - tall, upper], anchor: `x${suffix}`, showticklabels: i % columns === 0, nticks: 6 };
    axes[`xaxis${suffix}`] = {
      ...axis(options.x, xRange, logX, 4, dates, columns > 2),
      title: { text: "" },
      ...across,
      ...square,
    };
    axes[`yaxis${suffix}`] = {
      ...axis(options.y, yRange, logY, 5),
      title: { text: "" },
      ...up,
      ...square,
      ...anchored,
      ...(i === 0 ? {} : { matches: "y" }),
    };
    const place = { x: left + width / 2, xref: "paper", xanchor: "center", y: upper, yref: "paper", yanchor: "bottom" };
    return { text: title, ...place, font: { size: size.label } };
  });
  const common = { xref: "paper", yref: "paper", font: { size: size.axis } };
  const xTitle = { text: options.x, x: 0.5, xanchor: "center", y: 0, yanchor: "top", yshift: -34 - deeper, ...common };
  const yTitle = {
    text: options.y,
    textangle: -90,
    x: 0,
    xanchor: "right",
    xshift: -58,
    y: 0.5,
    yanchor: "middle",
    ...common,
  };
  return {
    data,
    layout: {
      template,
      ...axes,
      ...(options.title === undefined ? {} : { title: { text: options.title } }),
      height,
      margin: { l: margin.left, r: margin.right, t: top, b: bottom },
      showlegend: legend,
      legend: { orientation: "h", x: 0, y: 1 + 30 / (height - top - bottom), yanchor: "bottom" },
      shapes: levels.flatMap((level, i) => {
        const suffix = i === 0 ? "" : `${i + 1}`;
        return level ? [chanceLine(level.value, `x${suffix} domain`, `y${suffix}`)] : [];
      }),
      annotations: [...titles, xTitle, yTitle, ...notes(omitted, deeper)],
    },
  };
}
