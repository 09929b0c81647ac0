// Lines and points as Plotly traces, collected in a `Drawn` with the information that the chart around them needs.
import { type Interval, type Kinds, requirePositive } from "@emergence/lib/core";
import { budgetOf } from "./budget";
import { written } from "./dates";
import type { Measurements, Places, Trace, Values } from "./figure";
import { requireItems, requireText, requireTexts, sameLength } from "./input";
import { faded, look, orderedColor } from "./palette";
import { asked, lineIndices, pick, pointIndices } from "./thin";
import { blank, type Drawn, liftEdges, type Scales, type Track, track } from "./track";

/** A curve, with an optional band from `lower` to `upper`. */
export interface Line {
  readonly name: string;
  /** Numbers, or dates. */
  readonly x: Places;
  /** Numbers, or estimates. Estimates have a band of one standard error to either side, or of their own intervals. */
  readonly y: Measurements;
  /** The band, one interval per point. */
  readonly interval?: readonly (Interval | null)[];
  /** Lower edge of the band, one value per point. */
  readonly lower?: Values;
  /** Upper edge of the band, one value per point. */
  readonly upper?: Values;
  /** Whether each point gets a marker; default: up to 40 points do. */
  readonly markers?: boolean;
  /** Hex color, `#rrggbb`; default: the next color of the palette. */
  readonly color?: string;
  /** Default: solid; other patterns once all colors of the palette are used. */
  readonly dash?: "solid" | "dash" | "dot" | "dashdot";
}

/** A group of points, with optional error bars and an optional curve fitted to them. */
export interface PointGroup {
  readonly name: string;
  /** Numbers, or dates. */
  readonly x: Places;
  /** Numbers, or estimates. An estimate has error bars of one standard error to either side, or of its own interval. */
  readonly y: Measurements;
  /** Half the length of each error bar, in the unit of y; the title of y should name the kind of error. */
  readonly error?: Values;
  /** Ends of asymmetric error bars: one interval per point. */
  readonly interval?: readonly (Interval | null)[];
  /** The same as two lists of ends. */
  readonly lower?: Values;
  readonly upper?: Values;
  /** Text of each point, shown on hover. */
  readonly labels?: readonly string[];
  /** A curve in the group's color, with an optional band. */
  readonly curve?: {
    readonly x: Places;
    readonly y: Measurements;
    readonly interval?: readonly (Interval | null)[];
    readonly lower?: Values;
    readonly upper?: Values;
  };
  readonly color?: string;
  /** Diameter of a point, in pixels; default: 10. Points below 6 have no white rim, so that thousands show where they are dense. */
  readonly size?: number;
}

/** Kinds of the parts of a line, for their check. */
export const lineParts: Kinds<Line> = {
  name: "any",
  x: "list",
  y: "list",
  interval: "list",
  lower: "list",
  upper: "list",
  markers: "boolean",
  color: "text",
  dash: ["solid", "dash", "dot", "dashdot"],
};

/** Kinds of the parts of a group of points. */
export const groupParts: Kinds<PointGroup> = {
  name: "any",
  x: "list",
  y: "list",
  error: "list",
  interval: "list",
  lower: "list",
  upper: "list",
  labels: "list",
  curve: "object",
  color: "text",
  size: "number",
};

/** A band as one filled outline per interval without a gap. */
function band(name: string, { x, lower = [], upper = [] }: Track, color: string, dates: boolean): Trace {
  const xs: (number | null)[] = [];
  const ys: (number | null)[] = [];
  let stretch: number[] = [];
  const close = (): void => {
    if (stretch.length > 1) {
      for (const i of stretch) xs.push(x[i] as number);
      for (const i of stretch) ys.push(upper[i] as number);
      for (const i of stretch.reverse()) xs.push(x[i] as number);
      for (const i of stretch) ys.push(lower[i] as number);
      xs.push(null);
      ys.push(null);
    }
    stretch = [];
  };
  x.forEach((at, i) => {
    if (at === null || lower[i] == null || upper[i] == null) close();
    else stretch.push(i);
  });
  close();
  const fill = { fill: "toself", fillcolor: faded(color, 0.18), line: { width: 0 }, mode: "lines" };
  return {
    type: "scatter",
    name,
    x: written(xs, dates),
    y: ys,
    ...fill,
    hoverinfo: "skip",
    showlegend: false,
    legendgroup: name,
  };
}

/** Hover text: name, then each axis with its title. */
function hover(name: string, scales: Scales, { lower, upper }: Track, labels?: readonly string[]): object {
  const interval = lower && upper ? " (%{customdata[0]:.4~g} to %{customdata[1]:.4~g})" : "";
  const label = labels ? "<br>%{text}" : "";
  const hovertemplate = `<b>${name}</b>${label}<br>${scales.x}: %{x}<br>${scales.y}: %{y}${interval}<extra></extra>`;
  const customdata = lower && upper ? { customdata: lower.map((low, i) => [low, upper[i] ?? null]) } : {};
  return { hovertemplate, ...customdata, ...(labels ? { text: labels } : {}) };
}

const lookOf = (index: number, count: number, { ordered }: Scales, color?: string): ReturnType<typeof look> => ({
  ...look(index),
  ...(ordered === true
    ? { color: orderedColor(count > 1 ? index / (count - 1) : 1), dash: "solid", symbol: "circle" }
    : {}),
  ...(color === undefined ? {} : { color }),
});

/** A series with as many points as it may have; which they are, where some are left out. */
function thinned(
  track: Track,
  limit: number,
  choose: (track: Track, scales: Scales, limit: number) => number[],
  scales: Scales,
  count: [number, number],
): { readonly track: Track; readonly indices?: readonly number[] } {
  if (track.x.length <= limit) return { track };
  const near = asked(track, scales);
  const part = near.length < track.x.length ? pick(track, near) : track;
  const indices = part.x.length <= limit ? near : choose(part, scales, limit).map((i) => near[i] as number);
  count[0] += indices.length;
  count[1] += track.x.length;
  return { track: pick(track, indices), indices };
}

/** Draws lines over their bands; bands first, so that none covers a line. */
export function drawLines(where: string, lines: readonly Line[], scales: Scales, drawn: Drawn = blank()): Drawn {
  requireItems(where, "series", lines, lineParts);
  const whole = lines.map((line, i) => {
    requireText(where, `the name of series ${i}`, line.name, "exact match");
    return track(where, `"${line.name}"`, line, scales, drawn);
  });
  const dates = drawn.dates === true;
  liftEdges(whole, scales.logY === true, drawn);
  const limit = budgetOf(
    whole.map(({ x }) => x.length),
    drawn.budget,
  );
  const tracks = whole.map((t) => thinned(t, limit, lineIndices, scales, drawn.thinned.lines).track);
  const looks = lines.map((line, i) => lookOf(i, lines.length, scales, line.color));
  tracks.forEach((t, i) => {
    if (t.lower) drawn.traces.push(band(lines[i]?.name as string, t, (looks[i] as { color: string }).color, dates));
  });
  tracks.forEach((t, i) => {
    const line = lines[i] as Line;
    const { color, dash, symbol } = looks[i] as ReturnType<typeof look>;
    const markers = line.markers ?? t.x.length <= 40;
    drawn.traces.push({
      type: "scatter",
      name: line.name,
      mode: markers ? "lines+markers" : "lines",
      x: written(t.x, dates),
      y: t.y,
      line: { color, width: 3, dash: line.dash ?? dash },
      ...(markers ? { marker: { color, size: 8, symbol } } : {}),
      ...hover(line.name, scales, t),
      legendgroup: line.name,
    });
    const last = t.x.map((at, j) => at !== null && t.y[j] !== null).lastIndexOf(true);
    if (last >= 0) drawn.ends.push({ text: line.name, color, x: t.x[last] as number, y: t.y[last] as number });
  });
  return drawn;
}

/** Draws points with their error bars over their fitted curves. */
export function drawPoints(
  where: string,
  groups: readonly PointGroup[],
  scales: Scales,
  drawn: Drawn = blank(),
): Drawn {
  requireItems(where, "groups", groups, groupParts);
  const whole = groups.map((group, i) => {
    requireText(where, `the name of group ${i}`, group.name, "measured");
    if (group.labels) requireTexts(where, `labels of "${group.name}"`, group.labels);
    if (group.labels) sameLength(where, `"${group.name}"`, group.x?.length, "x", group.labels.length, "labels");
    return track(where, `"${group.name}"`, group, scales, drawn);
  });
  const { hidden, odd } = drawn;
  const curves = groups.map(({ name, curve }) => curve && track(where, `the curve of "${name}"`, curve, scales, drawn));
  // Omitted points are reported to the reader; omitted steps of a curve are not.
  Object.assign(drawn, { hidden, odd });
  const dates = drawn.dates === true;
  liftEdges([...whole, ...curves.filter((c) => c !== undefined)], scales.logY === true, drawn);
  const looks = groups.map((group, i) => lookOf(i, groups.length, scales, group.color));
  curves.forEach((curve, i) => {
    const name = groups[i]?.name as string;
    const color = (looks[i] as { color: string }).color;
    if (curve?.lower) drawn.traces.push(band(name, curve, color, dates));
    if (!curve) return;
    const line = { mode: "lines", line: { color, width: 3 }, showlegend: false, legendgroup: name };
    drawn.traces.push({
      type: "scatter",
      name,
      x: written(curve.x, dates),
      y: curve.y,
      ...line,
      ...hover(name, scales, curve),
    });
  });
  const limit = budgetOf(
    whole.map(({ x }) => x.length),
    drawn.budget,
  );
  whole.forEach((full, i) => {
    const { name, labels, size = 10 } = groups[i] as PointGroup;
    requirePositive(where, `the size of "${name}"`, size);
    const { track: t, indices } = thinned(full, limit, pointIndices, scales, drawn.thinned.points);
    const { color, symbol } = looks[i] as ReturnType<typeof look>;
    const reach = (edges: readonly (number | null)[], sign: number) =>
      edges.map((edge, j) => (edge === null || t.y[j] == null ? null : Math.max(0, sign * (edge - t.y[j]))));
    const bars = { type: "data", symmetric: false, color, thickness: 2, width: 5 };
    drawn.traces.push({
      type: "scatter",
      name,
      mode: "markers",
      x: written(t.x, dates),
      y: t.y,
      marker: { color, size, symbol, line: { color: "#ffffff", width: size < 6 ? 0 : 1 } },
      ...(t.lower && t.upper ? { error_y: { ...bars, array: reach(t.upper, 1), arrayminus: reach(t.lower, -1) } } : {}),
      ...hover(name, scales, t, labels && indices ? indices.map((j) => labels[j] as string) : labels),
      legendgroup: name,
    });
  });
  return drawn;
}
