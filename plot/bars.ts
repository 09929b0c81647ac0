import { briefly, type Kinds, optionsOf } from "@emergence/lib/core";
import { figureBudget } from "./budget";
import { iso, positions } from "./dates";
import type { Annotation, Figure, Measurements, Trace, Values } from "./figure";
import { plain, requireAxes, requireItems, requireSome, requireText, requireTexts, sameLength } from "./input";
import { faded, ink, look, quiet } from "./palette";
import { chanceLevel, noteHeight, notes, omissions } from "./remarks";
import { asked, axis, holding, type Range } from "./scale";
import { defaultHeight, margin, size, template } from "./theme";
import { countInfinite } from "./track";
import { partsOf } from "./uncertain";

/** One value per label, with optional error bars. */
export interface BarGroup {
  readonly name: string;
  /** Numbers, or estimates. An estimate has error bars of one standard error to either side, or of its own interval. */
  readonly values: Measurements;
  /** Half the length of each error bar, in the unit of the values. */
  readonly error?: Values;
  readonly color?: string;
}

/** Kinds of the parts of a group, for their check. */
const barParts: Kinds<BarGroup> = { name: "any", values: "list", error: "list", color: "text" };

export interface BarsOptions {
  /** Axis titles, with units. Required. */
  readonly x: string;
  readonly y: string;
  readonly title?: string;
  /** Horizontal bars, for long labels, with the first label on top; default: false. */
  readonly horizontal?: boolean;
  /** Range of the values; default: the range of the data and 0. */
  readonly range?: Range;
  /** Score of guessing, drawn as a dashed line; default: none. */
  readonly chance?: number | { readonly value: number; readonly label: string };
  readonly height?: number;
}

/** Kinds of the options, for their check. */
const barsOptions: Kinds<BarsOptions> = {
  x: "any",
  y: "any",
  title: "text",
  horizontal: "boolean",
  range: "list",
  chance: "any",
  height: "number",
};

/**
 * Bars from zero, grouped by label. There is no log axis, on which the length of a bar has no meaning.
 *
 * A missing value leaves its place empty. Labels that are dates stand on an axis of dates; on horizontal bars they are words.
 * Throws a RangeError if a title is missing or lengths differ, a TypeError if labels are of two kinds.
 *
 * @example
 * const figure = bars(["LSTM", "GPT-2"], [{ name: "BLiMP", values: [0.698, 0.83] }], {
 *   x: "model",
 *   y: "accuracy (share of minimal pairs)",
 *   chance: 0.5,
 * });
 * figure.data[0]?.y; // => [0.698, 0.83]
 */
export function bars(
  labels: readonly string[] | readonly Date[],
  groups: readonly BarGroup[],
  options: BarsOptions,
): Figure {
  optionsOf("bars", options, barsOptions);
  requireAxes("bars", options);
  requireSome("bars", "labels", labels);
  requireItems("bars", "groups", groups, barParts);
  const { horizontal = false } = options;
  const { names: places, dates } = labelsOf(labels, horizontal);
  if (labels.length * groups.length > figureBudget) {
    throw new RangeError(
      `bars: ${labels.length * groups.length} bars, a figure has room for ${figureBudget}: lines and points thin long series`,
    );
  }
  const chance = chanceLevel("bars", options);
  let infinite = 0;
  const reach: number[] = chance ? [0, chance.value] : [0];
  const data = groups.map((group, i): Trace => {
    requireText("bars", `the name of group ${i}`, group.name, "exact match");
    const own = partsOf(group.values);
    const values = plain("bars", `"${group.name}" values`, own.values);
    sameLength("bars", `"${group.name}"`, labels.length, "labels", values.length, "values");
    infinite += countInfinite(own.values); // a bar that is NaN is an empty place that is seen
    const error = group.error && plain("bars", `"${group.name}" error`, group.error);
    if (error) sameLength("bars", `"${group.name}"`, labels.length, "labels", error.length, "error");
    const away = (ends: Values | undefined, sign: 1 | -1) =>
      ends && values.map((value, j) => (value === null ? null : sign * ((ends[j] ?? value) - value)));
    const [up, down] = [error ?? away(own.upper, 1), error ?? away(own.lower, -1)];
    for (const [j, value] of values.entries()) {
      if (value !== null) reach.push(value - (down?.[j] ?? 0), value + (up?.[j] ?? 0));
    }
    const color = group.color ?? look(i).color;
    const [along, name] = horizontal ? ["x", options.x] : ["y", options.y];
    const symmetric = error ?? (up?.every((length, j) => length === down?.[j]) ? up : undefined);
    const margins = symmetric ? " ± %{customdata:.3~g}" : up ? " (%{customdata[0]:.4~g} to %{customdata[1]:.4~g})" : "";
    const lengths = symmetric ? { array: symmetric } : { symmetric: false, array: up, arrayminus: down };
    const bar = { ...lengths, color: ink, thickness: 2, width: 5 };
    const shown = symmetric ?? values.map((_, j) => [own.lower?.[j] ?? null, own.upper?.[j] ?? null]);
    return {
      type: "bar",
      name: group.name,
      orientation: horizontal ? "h" : "v",
      ...(horizontal ? { x: values, y: places } : { x: places, y: values }),
      // The fill is lighter than the outline, so that error bars are visible on it.
      marker: { color: faded(color, 0.6), line: { color, width: 2 } },
      ...(up ? { customdata: shown, [`error_${along}`]: { type: "data", ...bar } } : {}),
      hovertemplate: `<b>${group.name}</b><br>%{${horizontal ? "y" : "x"}}<br>${name}: %{${along}:.4~g}${margins}<extra></extra>`,
    };
  });
  const omitted = omissions([{ infinite }]);
  const legend = groups.length > 1;
  const [low, high] = options.range ? asked("bars", "range", options.range, false) : holding(reach);
  // Bars start on the axis, unless some are negative.
  const foot: Range = options.range
    ? [low, high]
    : [reach.some((end) => end < 0) ? low : 0, reach.some((end) => end > 0) ? high : 0];
  const values = axis(horizontal ? options.x : options.y, foot, false);
  const names = {
    type: dates ? "date" : "category",
    title: { text: horizontal ? options.y : options.x },
    showgrid: false,
    automargin: true,
  } as const;
  const level = { color: quiet, width: 2, dash: "dash" };
  const across = horizontal ? { xref: "x", yref: "paper" } : { xref: "paper", yref: "y" };
  const ends = horizontal
    ? { x0: chance?.value, x1: chance?.value, y0: 0, y1: 1 }
    : { x0: 0, x1: 1, y0: chance?.value, y1: chance?.value };
  const beside = horizontal
    ? { x: chance?.value, y: 1, yanchor: "bottom" }
    : { x: 1, y: chance?.value, xanchor: "left", xshift: 8 };
  const word: Annotation[] = chance ? [{ text: chance.label, ...across, ...beside, font: { color: quiet } }] : [];
  return {
    data,
    layout: {
      template,
      ...(options.title === undefined ? {} : { title: { text: options.title } }),
      barmode: "group",
      bargap: 0.3,
      xaxis: horizontal ? values : names,
      yaxis: horizontal ? { ...names, autorange: "reversed" } : values,
      height:
        options.height ?? (horizontal ? Math.max(280, 150 + labels.length * (14 + 22 * groups.length)) : defaultHeight),
      margin: {
        l: margin.left,
        r: chance && !horizontal ? chance.label.length * size.label * 0.56 + 18 : margin.right,
        t: margin.top + (options.title ? 44 : 0) + (legend || (chance && horizontal) ? 36 : 0),
        b: margin.bottom + noteHeight * omitted.length,
      },
      showlegend: legend,
      legend: { orientation: "h", x: 0, y: 1.02, yanchor: "bottom" },
      shapes: chance ? [{ type: "line", ...across, ...ends, line: level }] : [],
      annotations: [...word, ...notes(omitted)],
    },
  };
}

const named = (label: unknown): string => (label instanceof Date ? "a Date" : briefly(label));

/** Labels as they stand in the figure, and whether they are places on an axis of dates. */
function labelsOf(labels: readonly (string | Date)[], horizontal: boolean): { names: string[]; dates: boolean } {
  const odd = Array.from(labels).findIndex((label) => label instanceof Date !== labels[0] instanceof Date);
  if (odd >= 0) {
    throw new TypeError(
      `bars: labels[${odd}] is ${named(labels[odd])}, but labels[0] is ${named(labels[0])}; needs words or dates alone`,
    );
  }
  const { x, dates } =
    labels[0] instanceof Date ? positions("bars", "labels", labels as readonly Date[]) : { x: [], dates: false };
  if (!dates) {
    requireTexts("bars", "labels", labels as readonly string[]);
    return { names: Array.from(labels as readonly string[]), dates: false };
  }
  const none = x.indexOf(null);
  if (none >= 0) throw new RangeError(`bars: labels[${none}] is an invalid date, needs a date`);
  return { names: x.map((time) => iso(time as number)), dates: !horizontal };
}
