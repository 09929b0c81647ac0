import { type Kinds, optionsOf, partsOf, requireSymbols } from "@emergence/lib/core";
import type { Figure, Values } from "./figure";
import { plain, requireAxes, requireSome, requireText, sameLength } from "./input";
import { asked } from "./scale";
import { defaultHeight, margin, size, template } from "./theme";

/** A matrix of numbers: `z[row][column]` belongs to `y[row]` and `x[column]`. */
export interface Grid {
  readonly x: readonly (number | string)[];
  readonly y: readonly (number | string)[];
  readonly z: readonly Values[];
}

export interface HeatmapOptions {
  /** Titles of the axes and of the color scale, each with its unit. Required. */
  readonly x: string;
  readonly y: string;
  readonly z: string;
  readonly title?: string;
  /** `"diverging"`: white at 0 and one hue per sign; default: `"sequential"`, light to dark. */
  readonly colors?: "sequential" | "diverging";
  /** Range of the color scale; default: the range of the data, symmetric about 0 if diverging. */
  readonly zRange?: readonly [number, number];
  /** Whether to write the number of each cell, to two digits; default: false. */
  readonly values?: boolean;
  /** Whether cells are squares, as in a lattice; default: false. */
  readonly square?: boolean;
  readonly height?: number;
}

/** Kinds of the options, for their check. */
const heatmapOptions: Kinds<HeatmapOptions> = {
  x: "any",
  y: "any",
  z: "any",
  title: "text",
  colors: ["sequential", "diverging"],
  zRange: "numbers",
  values: "boolean",
  square: "boolean",
  height: "number",
};

// Both change evenly in lightness from the white page, so the order is visible to every reader and in grayscale.
const scales = {
  sequential: ["#f4f1ea", "#f0c987", "#d65c4a", "#8a2274", "#1c1044"],
  diverging: ["#0b3c8c", "#6f9fdc", "#f7f7f7", "#e0a050", "#8a4300"],
} as const;

/**
 * A matrix of numbers as colors.
 *
 * Missing numbers are gaps. Throws a RangeError if a title is missing or the length of a row differs from that of x.
 *
 * @example
 * const figure = heatmap(
 *   { x: ["yes", "no"], y: ["Wei", "Schaeffer"], z: [[1, 0], [0, 1]] },
 *   { x: "verdict", y: "definition (by author)", z: "share of curves" },
 * );
 * figure.data[0]?.type; // => "heatmap"
 */
export function heatmap(grid: Grid, options: HeatmapOptions): Figure {
  optionsOf("heatmap", options, heatmapOptions);
  requireAxes("heatmap", options);
  partsOf("heatmap", grid, { x: "list", y: "list", z: "list" }, "grid");
  for (const name of ["x", "y"] as const) requireSymbols("heatmap", `grid.${name}`, grid[name]);
  if (options.zRange) asked("heatmap", "zRange", options.zRange, false);
  requireText("heatmap", "the title of the colors `z`", options.z, "share of curves");
  requireSome("heatmap", "rows", grid.z);
  sameLength("heatmap", "the grid", grid.y.length, "y", grid.z.length, "rows");
  const z = Array.from(grid.z, (row, i) => {
    const cells = plain("heatmap", `row ${i}`, row);
    sameLength("heatmap", "the grid", grid.x.length, "x", cells.length, `cells in row ${i}`);
    return cells;
  });
  const found = z.flat().filter((value) => value !== null);
  if (found.length === 0)
    throw new RangeError("heatmap: no number to draw: every cell is missing, needs at least one number");
  const reach = found.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const diverging = options.colors === "diverging";
  const [from, to] = options.zRange ?? (diverging ? [-reach, reach] : [undefined, undefined]);
  const colors = scales[options.colors ?? "sequential"];
  const named = (places: readonly unknown[]): boolean => places.some((place) => typeof place === "string");
  const height = options.height ?? defaultHeight;
  const top = margin.top + (options.title ? 44 : 0);
  const bare = { showgrid: false, zeroline: false } as const;
  return {
    data: [
      {
        type: "heatmap",
        x: [...grid.x],
        y: [...grid.y],
        z,
        colorscale: colors.map((color, i) => [i / (colors.length - 1), color]),
        ...(from === undefined ? {} : { zmin: from, zmax: to }),
        colorbar: {
          title: { text: options.z, side: "right", font: { size: size.axis } },
          outlinewidth: 0,
          thickness: 18,
        },
        hoverongaps: false,
        hovertemplate: `${options.x}: %{x}<br>${options.y}: %{y}<br>${options.z}: %{z:.4~g}<extra></extra>`,
        ...(options.values ? { texttemplate: "%{z:.2~g}", textfont: { size: size.tick } } : {}),
      },
    ],
    layout: {
      template,
      ...(options.title === undefined ? {} : { title: { text: options.title } }),
      xaxis: {
        // Room for long names below the plot, as beside it.
        ...(named(grid.x) ? { type: "category", automargin: true } : {}),
        ...bare,
        title: { text: options.x },
        ...(options.square ? { constrain: "domain" } : {}),
      },
      yaxis: {
        // Names are read from the top, as in a table; numbers increase upward.
        ...(named(grid.y) ? { type: "category", autorange: "reversed" } : {}),
        ...bare,
        title: { text: options.y },
        automargin: true,
        ...(options.square ? { scaleanchor: "x", constrain: "domain" } : {}),
      },
      height,
      ...(options.square
        ? { width: Math.round(((height - top - margin.bottom) * grid.x.length) / grid.y.length) + 250 }
        : {}),
      margin: { l: margin.left, r: margin.right, t: top, b: margin.bottom },
    },
  } as Figure;
}
