import { type Kinds, numberText, optionsOf, requireList, shown } from "@emergence/lib/core";
import { swatches } from "./classes";
import type { Figure } from "./figure";
import { requireText, requireTexts } from "./input";
import { kindColors, stepped } from "./kinds";
import { margin, size, template } from "./theme";

export interface RasterOptions {
  /** Number of cells per row. Required. */
  readonly columns: number;
  /** Title of the color scale, with its unit, or of the legend. Required. */
  readonly z: string;
  /** Names of the kinds of cells if cells hold 0, 1, 2 ...: up to six, with one color each. Default: cells hold amounts. */
  readonly kinds?: readonly string[];
  /** Amounts at the two ends of the color scale; values outside have the color of the end. Default: the range of the data. */
  readonly zRange?: readonly [number, number];
  readonly title?: string;
  /** Height in pixels; default: 460. */
  readonly height?: number;
}

/** Kinds of the options, for their check. */
const rasterOptions: Kinds<RasterOptions> = {
  columns: "number",
  z: "any",
  kinds: "list",
  zRange: "numbers",
  title: "text",
  height: "number",
};

// As in a heat map: even in lightness, so that the order is visible in grayscale.
const ramp = ["#f4f1ea", "#f0c987", "#d65c4a", "#8a2274", "#1c1044"];

/**
 * A lattice as a picture: one square per cell, the first row on top, no axes.
 *
 * For animated figures: a cell is stored as one byte (kinds exactly, amounts in 255 steps of the range), about a tenth of the
 * size of a `heatmap`. If numbers are to be read from the figure, use `heatmap`.
 *
 * Throws a RangeError if cells do not fill rows, a cell is not finite or not one of the kinds, or a title is missing.
 *
 * @param cells row by row: an array, or a typed array such as the state of a simulated system
 * @example
 * const figure = raster([0, 1, 1, 0], { columns: 2, z: "spin", kinds: ["down", "up"] });
 * figure.data[0]?.type; // => "heatmap"
 */
export function raster(cells: ArrayLike<number>, options: RasterOptions): Figure {
  const { columns, kinds, title, height = 460 } = optionsOf("raster", options, rasterOptions);
  requireList("raster", "cells", cells, "an array of numbers");
  if (kinds) requireTexts("raster", "kinds", kinds);
  requireText("raster", "the title of the colors `z`", options.z, "chips in a cell");
  const rows = cells.length / columns;
  if (!(Number.isInteger(columns) && columns > 0 && Number.isInteger(rows) && rows > 0)) {
    throw new RangeError(`raster: ${cells.length} cells in rows of ${columns}, needs whole rows, at least one`);
  }
  if (kinds && (kinds.length < 2 || kinds.length > kindColors.length)) {
    throw new RangeError(`raster: ${kinds.length} kinds, needs 2 to ${kindColors.length}`);
  }
  const [from, to] = kinds ? [0, kinds.length - 1] : (options.zRange ?? reach(cells));
  if (!(from < to && Number.isFinite(to - from)))
    throw new RangeError(`raster: zRange [${from}, ${to}], needs two numbers in increasing order`);
  const step = kinds ? 1 : (to - from) / 255;
  const bytes = Uint8Array.from({ length: cells.length }, (_, i) => {
    const cell = cells[i] as number;
    if (!Number.isFinite(cell)) throw new RangeError(`raster: cell ${i} is ${shown(cell)}, needs a finite number`);
    if (kinds && kinds[cell] === undefined)
      throw new RangeError(`raster: cell ${i} is ${cell}, needs a kind: 0 to ${to}`);
    return Math.round((Math.min(to, Math.max(from, cell)) - from) / step);
  });
  const marks = amounts(from, to);
  const legend = kinds?.map((label, value) => ({ label, value, color: kindColors[value] as string }));
  const bare = { visible: false, constrain: "domain" } as const;
  const top = margin.top + (title ? 44 : 0);
  return {
    data: [
      {
        type: "heatmap",
        // Plotly's own form for typed arrays.
        z: { dtype: "u1", bdata: base64(bytes), shape: `${rows}, ${columns}` },
        zmin: kinds ? -0.5 : 0,
        zmax: kinds ? kinds.length - 0.5 : 255,
        colorscale: kinds
          ? stepped(kindColors.slice(0, kinds.length))
          : ramp.map((color, i) => [i / (ramp.length - 1), color]),
        ...(kinds
          ? { showscale: false }
          : {
              colorbar: {
                title: { text: options.z, side: "right", font: { size: size.axis } },
                outlinewidth: 0,
                thickness: 18,
                tickvals: marks.map(({ value }) => (value - from) / step),
                ticktext: marks.map(({ text }) => text),
              },
            }),
        hoverinfo: "skip",
      },
      ...(legend === undefined ? [] : swatches(legend)),
    ],
    layout: {
      template,
      ...(title === undefined ? {} : { title: { text: title } }),
      xaxis: bare,
      yaxis: { ...bare, autorange: "reversed", scaleanchor: "x" },
      height,
      width: Math.round(((height - top - 28) * columns) / rows) + 240,
      margin: { l: 28, r: 28, t: top, b: 28 },
      ...(kinds ? { showlegend: true, legend: { title: { text: options.z } } } : {}),
    },
  } as Figure;
}

/** Range of the cells; if all are equal, a range of width 1 around them. */
function reach(cells: ArrayLike<number>): [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < cells.length; i++)
    [least, most] = [Math.min(least, cells[i] as number), Math.max(most, cells[i] as number)];
  return least === most ? [least - 0.5, most + 0.5] : [least, most];
}

/** Five amounts over the range, with the fewest digits that distinguish them. */
function amounts(from: number, to: number): { value: number; text: string }[] {
  return [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const value = from + part * (to - from);
    return { value, text: numberText(value, { digits: 3, style: "plain" }) };
  });
}

/** Bytes as text; in chunks, since the number of arguments of a call is limited. */
function base64(bytes: Uint8Array): string {
  let letters = "";
  for (let from = 0; from < bytes.length; from += 8192)
    letters += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return btoa(letters);
}
