import { type Kinds, optionsOf, partsOf, requireList, shown } from "@emergence/lib/core";
import { extent } from "d3-array";
import { blockNote, blocksOf } from "./blocks";
import { type Brackets, drawBrackets } from "./brackets";
import { classColors, classNumbers, swatches, type ValueClass } from "./classes";
import type { Figure, Values } from "./figure";
import { plain, requireAxes, requireSome, requireText, sameLength } from "./input";
import { textWidth } from "./labels";
import { hatching, missingWord } from "./missing";
import { noteHeight, notes, omissions } from "./remarks";
import { asked } from "./scale";
import { defaultHeight, margin, size, template } from "./theme";
import { countInfinite } from "./track";

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
  /** Classes in place of numbers: one color each, with a legend of swatches; default: none, a color scale. */
  readonly classes?: readonly ValueClass[];
  /** Whether to write the number of each cell, to two digits; default: false. */
  readonly values?: boolean;
  /** Whether cells are squares, as in a lattice; default: false. */
  readonly square?: boolean;
  /** Names for runs of columns (above the plot) and of rows (on its right): `{ y: [{ from: "Wei", to: "Du", text: "sharp" }] }`.
   * Rows with brackets are in a font that shows the name of each. Default: none. */
  readonly brackets?: Brackets;
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
  classes: "list",
  values: "boolean",
  square: "boolean",
  brackets: "object",
  height: "number",
};

// Both change evenly in lightness from the white page, so the order is visible to every reader and in grayscale.
const scales = {
  sequential: ["#f4f1ea", "#f0c987", "#d65c4a", "#8a2274", "#1c1044"],
  diverging: ["#0b3c8c", "#6f9fdc", "#f7f7f7", "#e0a050", "#8a4300"],
} as const;

/** Throws unless the names of the rows or columns are texts or numbers. */
export function requirePlaces(where: string, name: string, places: unknown): void {
  requireList(where, name, places, "an array of numbers or texts");
  for (let i = 0; i < places.length; i++) {
    const place = places[i];
    if (typeof place !== "string" && !Number.isFinite(place))
      throw new RangeError(`${where}: ${name}[${i}] is ${shown(place)}, needs a finite number or text`);
  }
}

/**
 * A matrix of numbers as colors.
 *
 * Missing numbers are hatched. `brackets` name runs of rows or columns. A matrix of more than 500 rows or columns is drawn as means of blocks of cells; a note in the figure
 * gives their size and the extremes. Throws a RangeError if a title is missing, the length of a row differs from that of x, or a number
 * is none of the `classes`.
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
  for (const name of ["x", "y"] as const) requirePlaces("heatmap", `grid.${name}`, grid[name]);
  if (options.zRange) asked("heatmap", "zRange", options.zRange, false);
  requireText("heatmap", "the title of the colors `z`", options.z, "share of curves");
  requireSome("heatmap", "rows", grid.z);
  sameLength("heatmap", "the grid", grid.y.length, "y", grid.z.length, "rows");
  const z = Array.from(grid.z, (row, i) => {
    const cells = plain("heatmap", `row ${i}`, row);
    sameLength("heatmap", "the grid", grid.x.length, "x", cells.length, `cells in row ${i}`);
    return cells;
  });
  const [low, high] = extent(z.flatMap((row) => extent(row as number[]).filter((end) => end !== undefined)));
  if (low === undefined || high === undefined)
    throw new RangeError("heatmap: no number to draw: every cell is missing, needs at least one number");
  const { classes, square = false } = options;
  const reach = Math.max(Math.abs(low), Math.abs(high));
  const coded = classes ? classNumbers("heatmap", z, classes) : z;
  const blocks = classes ? { ...grid, z: coded, height: 1, width: 1 } : blocksOf({ x: grid.x, y: grid.y, z });
  // A cell that is NaN is an empty place that is seen, as null is; an infinite one is not what it looks like.
  const infinite = grid.z.reduce((sum, row) => sum + countInfinite(row), 0);
  const missing = blocks.z.some((row) => Array.from(row).some((value) => value === null));
  const words = [
    ...(blocks.height * blocks.width > 1 ? [blockNote(blocks, grid, low, high)] : []),
    ...(missing ? [missingWord] : []),
    ...omissions([{ infinite }]),
  ];
  const diverging = options.colors === "diverging";
  const [from, to] = options.zRange ?? (diverging ? [-reach, reach] : [undefined, undefined]);
  const colors = scales[options.colors ?? "sequential"];
  const foot = footOf(grid.x);
  const height = options.height ?? defaultHeight + foot.height - margin.bottom;
  if (options.brackets && blocks.z.length < z.length)
    throw new RangeError(
      `heatmap: brackets for ${z.length} rows, needs a matrix small enough to be drawn cell by cell`,
    );
  const brackets = drawBrackets("heatmap", options.brackets ?? {}, grid.x, grid.y);
  const bar = brackets.right > 0 && !classes ? barHeight : 0;
  const top = margin.top + (options.title ? 44 : 0) + (classes ? 36 : 0) + brackets.top + bar;
  const bottom = foot.height + noteHeight * words.length;
  const bare = { showgrid: false, zeroline: false } as const;
  const scale = {
    colorscale: colors.map((color, i) => [i / (colors.length - 1), color]),
    ...(from === undefined ? {} : { zmin: from, zmax: to }),
    colorbar: {
      title: { text: options.z, side: bar > 0 ? "top" : "right", font: { size: size.axis } },
      outlinewidth: 0,
      thickness: 18,
      // Above the brackets if their names take its place.
      ...(bar > 0
        ? { orientation: "h", yanchor: "bottom", y: 1 + brackets.top / (height - top - bottom), len: 0.6 }
        : {}),
    },
  };
  const matrix = {
    type: "heatmap",
    x: blocks.x,
    y: blocks.y,
    z: blocks.z,
    ...(classes ? classColors(classes, missing ? 0 : 2) : scale),
    ...(classes ? { text: z.map((row) => row.map((value) => labelOf(classes, value))) } : {}),
    hoverongaps: false,
    hovertemplate: `${options.x}: %{x}<br>${options.y}: %{y}<br>${options.z}: ${classes ? "%{text}" : "%{z:.4~g}"}<extra></extra>`,
    ...(options.values ? { texttemplate: classes ? "%{text}" : "%{z:.2~g}", textfont: { size: size.tick } } : {}),
  };
  return {
    data: classes ? [matrix, ...swatches(classes)] : [matrix],
    layout: {
      template,
      ...(options.title === undefined ? {} : { title: { text: options.title } }),
      xaxis: {
        // Room for long names below the plot, as beside it.
        ...(named(grid.x) ? { type: "category", automargin: true, tickangle: foot.angle } : {}),
        ...bare,
        title: { text: options.x },
        ...(square ? { constrain: "domain" } : {}),
      },
      yaxis: {
        // Names are read from the top, as in a table; numbers increase upward.
        ...(named(grid.y) ? { type: "category", autorange: "reversed" } : {}),
        ...bare,
        title: { text: options.y },
        automargin: true,
        ...(brackets.right > 0
          ? { tickfont: { size: rowFont((height - top - bottom) / grid.y.length) }, dtick: 1 }
          : {}),
        ...(square ? { scaleanchor: "x", constrain: "domain" } : {}),
      },
      height,
      ...(square ? { width: Math.round(((height - top - bottom) * grid.x.length) / grid.y.length) + 250 } : {}),
      margin: { l: margin.left, r: margin.right + brackets.right, t: top, b: bottom },
      ...(classes ? { showlegend: true, legend: { orientation: "h", x: 0, y: 1.02, yanchor: "bottom" } } : {}),
      ...(missing ? { images: hatching } : {}),
      ...(brackets.shapes.length > 0 ? { shapes: brackets.shapes } : {}),
      ...(words.length + brackets.words.length > 0
        ? { annotations: [...notes(words, foot.height - margin.bottom), ...brackets.words] }
        : {}),
    },
  } as Figure;
}

const named = (places: readonly unknown[]): boolean => places.some((place) => typeof place === "string");

const labelOf = (classes: readonly ValueClass[], value: number | null): string =>
  classes.find((one) => one.value === value)?.label ?? "";

/** Height in pixels of a color bar above the plot, with its numbers and title. */
const barHeight = 84;

/** Font of the names of rows that are so many pixels high. */
const rowFont = (row: number): number => Math.max(9, Math.min(size.tick, Math.floor(0.8 * row)));

/** Width in pixels of the columns of an ordinary page, beside the names of the rows and the color bar. */
const columnsWidth = 520;

/** Angle and height of the names below the plot: level if they fit their columns, else slanted. */
function footOf(names: readonly (number | string)[]): { angle: number; height: number } {
  const widest = named(names)
    ? names.reduce<number>((most, one) => Math.max(most, textWidth(`${one}`, size.tick)), 0)
    : 0;
  const level = widest <= columnsWidth / names.length;
  const angle = level ? 0 : -40;
  const slope = Math.sin((40 * Math.PI) / 180);
  return { angle, height: margin.bottom + (level ? 0 : Math.ceil(slope * widest)) };
}
