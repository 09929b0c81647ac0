import type { Annotation, Figure, Trace, Values } from "./figure";
import { plain, requireAxes, requireSome, requireText, sameLength } from "./input";
import { look, quiet } from "./palette";
import { chanceLevel, hiddenNote } from "./remarks";
import { asked, axis, holding, type Range, toAxis } from "./scale";
import { margin, size, template } from "./theme";

/** One value for each label, with an optional interval; null where the group has none there. */
export interface DotGroup {
  readonly name: string;
  readonly values: Values;
  readonly lower?: Values;
  readonly upper?: Values;
  /** What each dot is, shown on hover. */
  readonly notes?: readonly string[];
  readonly color?: string;
}

export interface DotsOptions {
  /** Title of the axis of values, and what the labels are, with units in words. Required. */
  readonly x: string;
  readonly y: string;
  readonly title?: string;
  /** A log axis for the values; default: false. Values at or below 0 are left out, and the figure says how many. */
  readonly logX?: boolean;
  readonly xRange?: Range;
  /** The score of guessing: a dashed line; default: none. */
  readonly chance?: number | { readonly value: number; readonly label: string };
  /** Height in pixels; default: 26 for each label and room for titles. */
  readonly height?: number;
}

/**
 * Dots on named rows, with the first row on top: for values with long names, and for intervals side by side. Unlike a bar
 * a dot may stand on a log axis.
 *
 * Throws a RangeError where a title is missing, lengths differ, or there is nothing to draw.
 *
 * @example
 * const figure = dots(["3 digits", "5 digits"], [{ name: "175B", values: [2.3e22, 3.1e23] }], {
 *   x: "training compute (FLOPs)",
 *   y: "ability",
 *   logX: true,
 * });
 * figure.data[0]?.y; // => ["3 digits", "5 digits"]
 */
export function dots(labels: readonly string[], groups: readonly DotGroup[], options: DotsOptions): Figure {
  requireAxes("dots", options);
  requireSome("dots", "labels", labels);
  requireSome("dots", "groups", groups);
  const { logX = false } = options;
  const chance = chanceLevel("dots", { ...options, logY: logX });
  const shown = (value: number | null): value is number => value !== null && (!logX || value > 0);
  const xs: number[] = chance ? [chance.value] : [];
  const edges: number[] = [];
  let hidden = 0;
  const read = (group: DotGroup, key: "values" | "lower" | "upper"): (number | null)[] | undefined => {
    const list = group[key];
    if (list === undefined) return undefined;
    const found = plain("dots", `"${group.name}" ${key}`, list);
    sameLength("dots", `"${group.name}"`, labels.length, "labels", found.length, key);
    return found;
  };
  const data = groups.map((group, i): Trace => {
    requireText("dots", `the name of group ${i}`, group.name, "few-shot");
    const all = read(group, "values") as (number | null)[];
    hidden += all.filter((value) => value !== null && !shown(value)).length;
    const x = all.map((value) => (shown(value) ? value : null));
    const [lower, upper] = [read(group, "lower"), read(group, "upper")];
    if ((lower === undefined) !== (upper === undefined)) {
      throw new RangeError(
        `dots: "${group.name}" has ${lower ? "lower but no upper" : "upper but no lower"}, needs both`,
      );
    }
    xs.push(...x.filter((value) => value !== null));
    edges.push(...[...(lower ?? []), ...(upper ?? [])].filter(shown));
    const color = group.color ?? look(i).color;
    const reach = (ends: readonly (number | null)[], sign: number) =>
      ends.map((end, j) => (end === null || x[j] == null ? null : Math.max(0, sign * (end - x[j]))));
    const bar = { type: "data", symmetric: false, color, thickness: 2, width: 5 };
    const interval = lower && upper ? " (%{customdata[0]:.4~g} to %{customdata[1]:.4~g})" : "";
    return {
      type: "scatter",
      mode: "markers",
      name: group.name,
      x,
      y: [...labels],
      marker: { color, size: 12, symbol: look(i).symbol, line: { color: "#ffffff", width: 1 } },
      ...(lower && upper
        ? {
            error_x: { ...bar, array: reach(upper, 1), arrayminus: reach(lower, -1) },
            customdata: lower.map((low, j) => [low, upper[j] ?? null]),
          }
        : {}),
      ...(group.notes ? { text: [...group.notes] } : {}),
      hovertemplate:
        `<b>%{y}</b><br>${group.name}${group.notes ? "<br>%{text}" : ""}<br>` +
        `${options.x}: %{x:.4~g}${interval}<extra></extra>`,
    };
  });
  if (xs.length === (chance ? 1 : 0))
    throw new RangeError("dots: no dot to draw: every value is missing or off its log axis");
  const xRange = options.xRange ? asked("dots", "xRange", options.xRange, logX) : holding(xs, edges, logX);
  const legend = groups.length > 1;
  const top = margin.top + (options.title ? 44 : 0) + (legend ? 36 : 0) + (chance ? 24 : 0);
  const bottom = margin.bottom + (hidden > 0 ? 24 : 0);
  const height = options.height ?? Math.max(240, 26 * labels.length + top + bottom);
  const plot = height - top - bottom;
  const spot = { yref: "paper", y: 1, yanchor: "bottom", font: { color: quiet } };
  const word: Annotation[] = chance ? [{ text: chance.label, x: toAxis(chance.value, logX), ...spot }] : [];
  const dashed = { color: quiet, width: 2, dash: "dash" };
  return {
    data,
    layout: {
      template,
      ...(options.title === undefined ? {} : { title: { text: options.title } }),
      xaxis: axis(options.x, xRange, logX),
      yaxis: {
        type: "category",
        title: { text: options.y },
        // The first label on top, half a row of air at either end.
        range: [labels.length - 0.5, -0.5],
        categoryorder: "array",
        categoryarray: [...labels],
        automargin: true,
        tickfont: { size: size.note },
        dtick: 1,
      },
      height,
      margin: { l: margin.left, r: margin.right, t: top, b: bottom },
      showlegend: legend,
      legend: { orientation: "h", x: 0, y: 1 + (chance ? 26 : 4) / plot, yanchor: "bottom" },
      shapes: chance
        ? [{ type: "line", yref: "paper", x0: chance.value, x1: chance.value, y0: 0, y1: 1, line: dashed }]
        : [],
      annotations: [...word, ...hiddenNote(hidden)],
    },
  };
}
