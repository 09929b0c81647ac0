import type { Annotation, Figure, Trace, Values } from "./figure";
import { plain, requireAxes, requireSome, requireText, sameLength } from "./input";
import { ink, look, quiet } from "./palette";
import { asked, axis, holding, type Range } from "./scale";
import { margin, size, template } from "./theme";

/** One value and one interval for each label. */
export interface IntervalGroup {
  readonly name: string;
  /** A value that is not finite has no dot; its interval is drawn. */
  readonly values: Values;
  /** Ends of the intervals; an infinite end is an arrow to the edge of the figure. */
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
  readonly color?: string;
}

export interface IntervalsOptions {
  /** Title of the values' axis, which lies, with its unit in words; and what the labels are. Required. */
  readonly x: string;
  readonly y: string;
  readonly title?: string;
  /** From and to of the values; default: what holds the finite ends. */
  readonly range?: Range;
  /** A value to compare with, as a dashed line: no effect, guessing. Default: none. */
  readonly mark?: { readonly value: number; readonly label: string };
  readonly height?: number;
}

/**
 * Values with intervals, one row a label, the groups of a label below one another: a forest plot. The first label is on top.
 *
 * An interval without an end (Infinity) runs to the edge and ends in an arrow: "at least", "at most". A row whose ends are
 * NaN is left empty. Throws a RangeError where a title is missing or lengths differ.
 *
 * @example
 * const figure = intervals(["ARC", "MMLU"], [{ name: "phi-2", values: [1.2, 0.9], lower: [0.6, 0.3], upper: [Infinity, 1.6] }], {
 *   x: "worth (decades of compute)",
 *   y: "benchmark",
 *   mark: { value: 0, label: "as the trend" },
 * });
 * figure.layout.yaxis?.ticktext; // => ["ARC", "MMLU"]
 */
export function intervals(
  labels: readonly string[],
  groups: readonly IntervalGroup[],
  options: IntervalsOptions,
): Figure {
  requireAxes("intervals", options);
  requireSome("intervals", "labels", labels);
  requireSome("intervals", "groups", groups);
  const { mark } = options;
  const ends = groups.flatMap((group, i) => {
    requireText("intervals", `the name of group ${i}`, group.name, "phi-2");
    for (const key of ["values", "lower", "upper"] as const) {
      sameLength("intervals", `"${group.name}"`, labels.length, "labels", group[key].length, key);
    }
    return [...Array.from(group.lower), ...Array.from(group.upper), ...Array.from(group.values)];
  });
  const finite = [...ends, ...(mark ? [mark.value] : [])].filter((v): v is number => Number.isFinite(v));
  const [low, high] = options.range ? asked("intervals", "range", options.range, false) : holding(finite);
  const inside = (value: number): number => Math.min(high, Math.max(low, value));
  const data = groups.flatMap((group, i): Trace[] => {
    const { symbol } = look(i);
    const color = group.color ?? look(i).color;
    const values = plain("intervals", `"${group.name}" values`, group.values);
    // Rows are a unit apart; the groups of a row share the middle half of it.
    const rows = labels.map((_, row) => row + (groups.length > 1 ? (i / (groups.length - 1) - 0.5) * 0.5 : 0));
    const known = rows.map((_, row) => !Number.isNaN(group.lower[row]) && !Number.isNaN(group.upper[row]));
    const words = labels.map((label, row) => `${label}: ${inWords(group, row)}`);
    const common = { type: "scatter", name: group.name, legendgroup: group.name } as const;
    const bars: Trace = {
      ...common,
      mode: "lines",
      x: rows.flatMap((_, row) =>
        known[row]
          ? [inside(group.lower[row] as number), inside(group.upper[row] as number), null]
          : [null, null, null],
      ),
      y: rows.flatMap((y) => [y, y, null]),
      line: { color, width: 4 },
      opacity: 0.55,
      hoverinfo: "skip",
      showlegend: false,
    };
    const dots: Trace = {
      ...common,
      mode: "markers",
      x: values.map((v) => (v !== null && v >= low && v <= high ? v : null)),
      y: rows,
      marker: { color, size: 11, symbol, line: { color: "#ffffff", width: 1 } },
      text: words,
      hovertemplate: `<b>${group.name}</b><br>%{text}<extra></extra>`,
    };
    const open = rows.flatMap((y, row) => [
      ...(known[row] && (group.lower[row] as number) < low
        ? [{ x: low, y, symbol: "triangle-left", word: words[row] }]
        : []),
      ...(known[row] && (group.upper[row] as number) > high
        ? [{ x: high, y, symbol: "triangle-right", word: words[row] }]
        : []),
    ]);
    const arrows: Trace = {
      ...common,
      mode: "markers",
      x: open.map(({ x }) => x),
      y: open.map(({ y }) => y),
      marker: { color, size: 13, symbol: open.map((one) => one.symbol) },
      text: open.map(({ word }) => word as string),
      hovertemplate: `<b>${group.name}</b><br>%{text}<extra></extra>`,
      showlegend: false,
      cliponaxis: false,
    };
    return open.length > 0 ? [bars, dots, arrows] : [bars, dots];
  });
  const legend = groups.length > 1;
  const height = options.height ?? 150 + labels.length * (18 + 16 * groups.length);
  const top = margin.top + (options.title ? 44 : 0) + (mark ? 24 : 0) + (legend ? 36 : 0);
  const longest = Math.max(...labels.map((label) => label.length));
  const line = { type: "line", xref: "x", yref: "paper", x0: mark?.value, x1: mark?.value, y0: 0, y1: 1 };
  const word: Annotation[] = mark
    ? [{ text: mark.label, xref: "x", x: mark.value, yref: "paper", y: 1, yanchor: "bottom", font: { color: quiet } }]
    : [];
  return {
    data,
    layout: {
      template,
      ...(options.title === undefined ? {} : { title: { text: options.title } }),
      xaxis: axis(options.x, [low, high], false),
      yaxis: {
        title: { text: options.y },
        tickvals: labels.map((_, row) => row),
        ticktext: [...labels],
        range: [labels.length - 0.5, -0.5],
        showgrid: false,
        color: ink,
        automargin: true,
      },
      height,
      margin: {
        l: Math.max(margin.left, Math.round(longest * size.tick * 0.56) + 50),
        r: margin.right,
        t: top,
        b: margin.bottom,
      },
      showlegend: legend,
      legend: { orientation: "h", x: 0, y: 1 + (mark ? 28 : 4) / (height - top - margin.bottom), yanchor: "bottom" },
      shapes: mark ? [{ ...line, line: { color: quiet, width: 2, dash: "dash" }, layer: "below" }] : [],
      annotations: word,
    },
  };
}

/** An interval as words for the pointer: "1.2 (0.6 to 1.9)", "at least 0.6". */
function inWords({ values, lower, upper }: IntervalGroup, row: number): string {
  const [value, low, high] = [values[row], lower[row] as number, upper[row] as number];
  const text = (v: number): string => v.toPrecision(3);
  const [from, to] = [Number.isFinite(low), Number.isFinite(high)];
  const range =
    from && to
      ? `${text(low)} to ${text(high)}`
      : from
        ? `at least ${text(low)}`
        : to
          ? `at most ${text(high)}`
          : "not fixed";
  return typeof value === "number" && Number.isFinite(value) ? `${text(value)} (${range})` : range;
}
