import { type Interval, type Kinds, optionsOf, requireList, shown } from "@emergence/lib/core";
import { type DotsAt, groupTraces } from "./dotPlotTraces";
import type { Annotation, Figure, Measurements, Values } from "./figure";
import { requireAxes, requireItems, requireText, requireTexts, sameLength } from "./input";
import { look, quiet } from "./palette";
import { chanceLevel, noteHeight, notes, omissions, type Shape } from "./remarks";
import { asked, axis, holding, type Range, toAxis } from "./scale";
import { margin, size, template } from "./theme";
import { ends, partsOf } from "./uncertain";

/** One value per label, with an optional interval. A value that is null or not finite has no dot. */
export interface DotPlotGroup {
  readonly name: string;
  /** Numbers, or estimates. An estimate has an interval of one standard error to either side, or its own. */
  readonly values: Measurements;
  /** One interval per label. */
  readonly interval?: readonly (Interval | null)[];
  /** Ends of the intervals. An infinite end is open; an end that is null or NaN means no interval. */
  readonly lower?: Values;
  readonly upper?: Values;
  /** Text of each dot, shown on hover. */
  readonly hoverText?: readonly string[];
  readonly color?: string;
}

/** Kinds of the parts of a group, for their check. */
const dotParts: Kinds<DotPlotGroup> = {
  name: "any",
  values: "list",
  interval: "list",
  lower: "list",
  upper: "list",
  hoverText: "list",
  color: "text",
};

export interface DotPlotOptions {
  /** Titles of the axis of values and of the labels, with units. Required. */
  readonly x: string;
  readonly y: string;
  readonly title?: string;
  /** Log axis for the values; default: false. Values at or below 0 are omitted, and the figure gives their number. */
  readonly logX?: boolean;
  /** Range of the values; default: that of the values and of their intervals, unless these are far wider. */
  readonly xRange?: Range;
  /** Reference value, drawn as a dashed line: the score of guessing, no effect. Default: none. */
  readonly chance?: number | { readonly value: number; readonly label: string };
  /** Whether the groups of a row share one line, so that the eye goes from dot to dot; default: false, below one another. */
  readonly oneLine?: boolean;
  /** Height in pixels; default: by the number of rows and the titles. */
  readonly height?: number;
}

/** Kinds of the options, for their check. */
const dotPlotOptions: Kinds<DotPlotOptions> = {
  x: "any",
  y: "any",
  title: "text",
  logX: "boolean",
  xRange: "list",
  chance: "any",
  oneLine: "boolean",
  height: "number",
};

/** Rows that a figure has room for. */
const mostRows = 2000;

/** Checked list of a group as numbers; missing values are NaN, infinite ends are kept. */
function numbers(name: string, key: string, list: Values | undefined, count: number): number[] | undefined {
  if (list === undefined) return undefined;
  sameLength("dotPlot", `"${name}"`, count, "labels", list.length, key);
  return Array.from(list, (value, i) => {
    if (value === null || value === undefined) return Number.NaN;
    if (typeof value === "number") return value;
    throw new TypeError(`dotPlot: "${name}" ${key}[${i}] is ${shown(value)}, needs a number or null`);
  });
}

/** Checked group: per row the value and the ends of its interval, NaN if missing. */
function read(group: DotPlotGroup, index: number, labels: readonly string[], log: boolean): DotsAt {
  const { name, hoverText } = group;
  requireText("dotPlot", `the name of group ${index}`, name, "few-shot");
  requireList("dotPlot", `"${name}" values`, group.values, "an array of numbers");
  if (hoverText) requireTexts("dotPlot", `hoverText of "${name}"`, hoverText);
  const own = partsOf(group.values);
  const given = { ...own, ...group, ...(group.interval && ends(group.interval)) };
  const values = numbers(name, "values", own.values, labels.length) as number[];
  const lower = numbers(name, "lower", given.lower, labels.length);
  const upper = numbers(name, "upper", given.upper, labels.length);
  if ((lower === undefined) !== (upper === undefined)) {
    throw new RangeError(`dotPlot: "${name}" has ${lower ? "lower but no upper" : "upper but no lower"}, needs both`);
  }
  if (hoverText) sameLength("dotPlot", `"${name}"`, labels.length, "labels", hoverText.length, "hoverText");
  const rows = labels.map((label, row) => {
    const given = values[row] as number;
    const [low, high] = [lower?.[row] ?? Number.NaN, upper?.[row] ?? Number.NaN];
    const known = !Number.isNaN(low) && !Number.isNaN(high);
    const value = Number.isFinite(given) && !(log && given <= 0) ? given : Number.NaN;
    const [from, to] = known ? [low, high] : [Number.NaN, Number.NaN];
    return { row, label, note: hoverText?.[row], value, hidden: log && given <= 0, lower: from, upper: to };
  });
  return { name, color: group.color ?? look(index).color, symbol: look(index).symbol, rows };
}

/** Range of all values; the ends of an interval without a dot count as values. */
function rangeOf(groups: readonly DotsAt[], others: readonly number[], log: boolean): Range {
  const shown = (value: number): boolean => Number.isFinite(value) && !(log && value <= 0);
  const rows = groups.flatMap((group) => group.rows);
  const edges = rows.flatMap(({ lower, upper }) => [lower, upper]).filter(shown);
  const alone = rows.filter(({ value }) => Number.isNaN(value)).flatMap(({ lower, upper }) => [lower, upper]);
  const values = [...rows.map(({ value }) => value), ...alone].filter(shown);
  if (values.length === 0) {
    throw new RangeError(
      "dotPlot: no dot to draw: every value is missing or <= 0 on a log axis, needs at least one value",
    );
  }
  return holding([...values, ...others], edges, log);
}

/**
 * Dots on labeled rows, with the first row on top: for values with long names, and to compare intervals (a forest plot).
 * Several groups in a row are drawn below one another, or with `oneLine` beside one another. Unlike bars, dots can be used on a log axis.
 *
 * An open interval (an end is Infinity), or one that extends past the edge, is drawn to the edge and ends in an arrow.
 *
 * Throws a RangeError if a title is missing, lengths differ, or there is nothing to draw.
 *
 * @example
 * const figure = dotPlot(["ARC", "MMLU"], [{ name: "phi-2", values: [1.2, 0.9], lower: [0.6, 0.3], upper: [Infinity, 1.6] }], {
 *   x: "worth (decades of compute)",
 *   y: "benchmark",
 *   chance: { value: 0, label: "as the trend" },
 * });
 * figure.layout.yaxis?.ticktext; // => ["ARC", "MMLU"]
 */
export function dotPlot(labels: readonly string[], groups: readonly DotPlotGroup[], options: DotPlotOptions): Figure {
  optionsOf("dotPlot", options, dotPlotOptions);
  requireAxes("dotPlot", options);
  requireTexts("dotPlot", "labels", labels);
  requireItems("dotPlot", "groups", groups, dotParts);
  if (labels.length > mostRows) {
    throw new RangeError(
      `dotPlot: ${labels.length} labels, a figure has room for ${mostRows}: slice them, or draw points`,
    );
  }
  const { logX = false, oneLine = false } = options;
  const chance = chanceLevel("dotPlot", { ...options, logY: logX });
  const all = groups.map((group, i) => read(group, i, labels, logX));
  const fitting = rangeOf(all, chance ? [chance.value] : [], logX);
  const xRange = options.xRange ? asked("dotPlot", "xRange", options.xRange, logX) : fitting;
  const { data, deepest } = groupTraces(all, labels.length, xRange, logX, oneLine);
  const hidden = all.flatMap(({ rows }) => rows).filter((row) => row.hidden).length;
  const omitted = omissions([{ hidden }]);
  const legend = groups.length > 1;
  const top = margin.top + (options.title ? 44 : 0) + (legend ? 36 : 0) + (chance ? 24 : 0);
  const bottom = margin.bottom + noteHeight * omitted.length;
  const height = options.height ?? Math.max(240, (10 + 16 * deepest) * labels.length + top + bottom);
  const line = { color: quiet, width: 2, dash: "dash" };
  const shapes: Shape[] = chance
    ? [{ type: "line", yref: "paper", x0: chance.value, x1: chance.value, y0: 0, y1: 1, line }]
    : [];
  const spot = { yref: "paper", y: 1, yanchor: "bottom", font: { color: quiet } };
  const words: Annotation[] = chance ? [{ text: chance.label, x: toAxis(chance.value, logX), ...spot }] : [];
  return {
    data,
    layout: {
      template,
      ...(options.title === undefined ? {} : { title: { text: options.title } }),
      xaxis: axis(options.x, xRange, logX),
      yaxis: {
        title: { text: options.y },
        tickvals: labels.map((_, row) => row),
        ticktext: [...labels],
        // The first label on top, with half a row of space at either end.
        range: [labels.length - 0.5, -0.5],
        automargin: true,
        tickfont: { size: size.note },
      },
      height,
      margin: { l: margin.left, r: margin.right, t: top, b: bottom },
      showlegend: legend,
      legend: { orientation: "h", x: 0, y: 1 + (chance ? 26 : 4) / (height - top - bottom), yanchor: "bottom" },
      shapes,
      annotations: [...words, ...notes(omitted)],
    },
  };
}
