import { inNameOf, type Kinds, optionsOf } from "@emergence/lib/core";
import { mean } from "d3-array";
import type { Axis, Figure, Trace, Values } from "./figure";
import { plain, requireAxes, requireItems, requireText, requireTexts, sameLength } from "./input";
import { faded, ink, palette } from "./palette";
import { smallMultiples } from "./smallMultiples";

/** One panel: each item has a value before and one after. */
export interface SlopegraphPanel {
  readonly title: string;
  /** Text of each line, shown on hover. */
  readonly labels: readonly string[];
  readonly before: Values;
  readonly after: Values;
}

/** Kinds of the parts of a panel, for their check. */
const panelParts: Kinds<SlopegraphPanel> = { title: "any", labels: "list", before: "list", after: "list" };

export interface SlopegraphOptions {
  /** Name of the difference between the two ends. Required. */
  readonly x: string;
  /** Short labels under the left and the right end of the lines. Required. */
  readonly from: string;
  readonly to: string;
  /** Title of the y-axis, with its unit. Required. */
  readonly y: string;
  /** A dashed line across all panels; default: none. */
  readonly chance?: number | { readonly value: number; readonly label: string };
  readonly yRange?: readonly [number, number];
  /** Panels in a row; default: up to three. */
  readonly columns?: number;
  readonly height?: number;
}

/** Kinds of the options, for their check. */
const slopegraphOptions: Kinds<SlopegraphOptions> = {
  x: "any",
  from: "any",
  to: "any",
  y: "any",
  chance: "any",
  yRange: "list",
  columns: "number",
  height: "number",
};

const kindOf = ([before, after]: readonly [number, number]) => (after > before ? "rises" : "falls or stays");

/**
 * A slope chart: one line per item from its value before to its value after, colored by rise or fall, and the mean in black.
 *
 * Items with a missing value are omitted from lines and mean. Throws a RangeError if a title is missing, lengths differ,
 * or a panel has no item with both values.
 *
 * @example
 * const figure = slopegraph(
 *   [{ title: "GPT-2", labels: ["riddles", "sums"], before: [0.2, 0.4], after: [0.5, 0.3] }],
 *   { x: "examples in the prompt", from: "none", to: "five", y: "accuracy (share)" },
 * );
 * figure.data.map(({ name }) => name); // => ["rises", "falls or stays", "mean"]
 */
export function slopegraph(panels: readonly SlopegraphPanel[], options: SlopegraphOptions): Figure {
  const { from, to, ...rest } = optionsOf("slopegraph", options, slopegraphOptions);
  requireAxes("slopegraph", options);
  for (const [end, words] of Object.entries({ from, to })) {
    requireText("slopegraph", `the words of the end \`${end}\``, words, "five");
  }
  requireItems("slopegraph", "panels", panels, panelParts);
  for (const { title, labels } of panels) {
    requireText("slopegraph", "the title of a panel", title, "GPT-2");
    requireTexts("slopegraph", `labels of "${title}"`, labels);
  }
  const drawn = panels.map(({ title, labels, before, after }) => {
    const ends = [
      plain("slopegraph", `"${title}" before`, before),
      plain("slopegraph", `"${title}" after`, after),
    ] as const;
    sameLength("slopegraph", `"${title}"`, labels.length, "labels", ends[0].length, "values before");
    sameLength("slopegraph", `"${title}"`, labels.length, "labels", ends[1].length, "values after");
    const pairs = labels.flatMap((label, i) => {
      const [low, high] = [ends[0][i], ends[1][i]];
      return low == null || high == null ? [] : [{ label, y: [low, high] as [number, number] }];
    });
    if (pairs.length === 0)
      throw new RangeError(`slopegraph: no item of "${title}" has both values, needs at least one`);
    const middle = [0, 1].map((end) => mean(pairs, ({ y }) => y[end] as number) as number);
    return { title, pairs, middle };
  });
  const figure = inNameOf("slopegraph", () =>
    smallMultiples(
      drawn.map(({ title, pairs, middle }) => ({
        title,
        // Named by kind, as in the legend: smallMultiples reserves space for the names that it is given.
        lines: [...pairs.map(({ y }) => ({ name: kindOf(y), x: [0, 1], y })), { name: "mean", x: [0, 1], y: middle }],
      })),
      // Margin at both ends, so that no marker is cut off.
      { ...rest, xRange: [-0.25, 1.25] },
    ),
  );
  const seen = new Set<string>();
  const labels = drawn.flatMap(({ pairs }) => [...pairs.map(({ label }) => label), "mean"]);
  const colors: Record<string, string> = { rises: palette[0] as string, "falls or stays": palette[3] as string };
  const data = figure.data.map((trace, i): Trace => {
    const kind = trace.name as string;
    const showlegend = !seen.has(kind);
    seen.add(kind);
    const color = colors[kind];
    const line = color ? { color: faded(color, 0.55), width: 1.5 } : { color: ink, width: 4 };
    const marker = { color: color ?? ink, size: color ? 5 : 9, symbol: "circle" };
    const hovertemplate = `<b>${labels[i]}</b><br>%{x}: %{y:.3~g}<extra></extra>`;
    return { ...trace, name: kind, legendgroup: kind, showlegend, line, marker, hovertemplate };
  });
  const named = { tickmode: "array", tickvals: [0, 1], ticktext: [from, to], showgrid: false } as const;
  const axes = Object.entries(figure.layout).map(([key, value]) =>
    /^xaxis\d*$/.test(key) ? [key, { ...(value as Axis), ...named }] : [key, value],
  );
  return { data, layout: Object.fromEntries(axes) };
}
