import { type Kinds, optionsOf, requireList, shown } from "@emergence/lib/core";
import { swatches } from "./classes";
import type { Figure } from "./figure";
import { requireText, requireTexts } from "./input";
import { kindColors, stepped } from "./kinds";
import { margin, size, template } from "./theme";

export interface RingOptions {
  /** Title of the legend. Required. */
  readonly z: string;
  /** Names of the kinds of cells, for cells that hold 0, 1, 2 ...: two to six, with one color each. Required. */
  readonly kinds: readonly string[];
  readonly title?: string;
  /** Height in pixels; default: 460. */
  readonly height?: number;
}

/** Kinds of the options, for their check. */
const ringOptions: Kinds<RingOptions> = { z: "any", kinds: "list", title: "text", height: "number" };

const rounded = (value: number) => Math.round(1000 * value) / 1000;

/**
 * A ring of cells from above: one dot per cell, the first in the east, the others counterclockwise, no axes. For a road, a chain or
 * an orbit with the two ends joined; states of one ring over time go into a `slider`.
 *
 * Throws a RangeError if there is no cell, a cell is not one of the kinds, or a title is missing.
 *
 * @param cells the kind of each cell: an array, or a typed array such as the state of a simulated system
 * @example
 * const figure = ring([0, 1, 0, 2], { z: "cell", kinds: ["empty", "drives", "stands"] });
 * (figure.data[0]?.marker as { color: number[] }).color; // => [0, 1, 0, 2]
 */
export function ring(cells: ArrayLike<number>, options: RingOptions): Figure {
  const { kinds, title, height = 460 } = optionsOf("ring", options, ringOptions);
  requireList("ring", "cells", cells, "an array of numbers");
  requireTexts("ring", "kinds", kinds);
  requireText("ring", "the title of the legend `z`", options.z, "cell of the road");
  if (cells.length === 0) throw new RangeError("ring: 0 cells, needs at least one");
  if (kinds.length < 2 || kinds.length > kindColors.length)
    throw new RangeError(`ring: ${kinds.length} kinds, needs 2 to ${kindColors.length}`);
  const colors = Array.from(cells, (cell, i) => {
    if (!Number.isInteger(cell) || kinds[cell] === undefined)
      throw new RangeError(`ring: cell ${i} is ${shown(cell)}, needs a kind: 0 to ${kinds.length - 1}`);
    return cell;
  });
  const around = (of: (angle: number) => number) =>
    colors.map((_, i) => rounded(of((2 * Math.PI * i) / colors.length)));
  const top = margin.top + (title ? 44 : 0);
  const side = height - top - 28;
  // Dots that nearly touch, of a size that can be seen and does not cover the neighbors.
  const dot = Math.min(18, Math.max(4, (0.8 * Math.PI * 0.92 * side) / colors.length));
  const bare = { visible: false, range: [-1.08, 1.08], constrain: "domain" } as const;
  const palette = kindColors.slice(0, kinds.length);
  return {
    data: [
      {
        type: "scatter",
        mode: "markers",
        x: around(Math.cos),
        y: around(Math.sin),
        marker: {
          color: colors,
          colorscale: stepped(palette),
          cmin: -0.5,
          cmax: kinds.length - 0.5,
          size: rounded(dot),
          line: { color: "#8c8c8c", width: 0.5 },
        },
        hoverinfo: "skip",
        showlegend: false,
      },
      ...swatches(kinds.map((label, value) => ({ label, value, color: palette[value] as string }))),
    ],
    layout: {
      template,
      ...(title === undefined ? {} : { title: { text: title } }),
      xaxis: bare,
      yaxis: { ...bare, scaleanchor: "x" },
      height,
      width: side + 240,
      margin: { l: 28, r: 28, t: top, b: 28 },
      showlegend: true,
      legend: { title: { text: options.z, font: { size: size.axis } } },
    },
  } as Figure;
}
