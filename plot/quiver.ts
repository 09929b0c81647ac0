import { type Kinds, optionsOf, partsOf } from "@emergence/lib/core";
import type { Figure, Values } from "./figure";
import { plain, requireAxes, requireSome, sameLength } from "./input";
import { defaultHeight, margin, size, template } from "./theme";

/** Positions and headings, one entry per bird. */
export interface Arrows {
  readonly x: Values;
  readonly y: Values;
  /** Radians from the x-axis toward the y-axis. */
  readonly heading: Values;
}

export interface QuiverOptions {
  /** Axis titles, with units. Required. */
  readonly x: string;
  readonly y: string;
  /** Side of the square box, above 0; both axes run from 0 to it. Required. */
  readonly box: number;
  readonly title?: string;
  /** Length of an arrow in pixels; default: 12. */
  readonly size?: number;
  /** Height in pixels; default: 560. */
  readonly height?: number;
}

/** Kinds of the options, for their check. */
const quiverOptions: Kinds<QuiverOptions> = {
  x: "any",
  y: "any",
  box: "number",
  title: "text",
  size: "number",
  height: "number",
};

// A cyclic color scale, dark enough everywhere for a white page.
const around = ["#2f40d8", "#a67ef1", "#a32c11", "#ca8600", "#2f40d8"];
const ways = ["east", "north", "west", "south", "east"];

/**
 * An arrow per bird, at its position and along its heading; the color shows the heading too.
 *
 * Positions are rounded to a thousandth of the box and headings to a degree, so that many states fit into a `slider`. Missing values are omitted.
 * Throws a RangeError if an axis has no title, lengths differ, the box has no size, or there is nothing to draw.
 *
 * @example
 * const figure = quiver({ x: [1, 2], y: [1, 2], heading: [0, Math.PI / 2] }, { x: "x (radii)", y: "y (radii)", box: 3 });
 * (figure.data[0]?.marker as { angle: number[] }).angle; // => [90, 0]
 */
export function quiver(birds: Arrows, options: QuiverOptions): Figure {
  optionsOf("quiver", options, quiverOptions);
  requireAxes("quiver", options);
  partsOf("quiver", birds, { x: "list", y: "list", heading: "list" }, "birds");
  const { box, height = defaultHeight + 100 } = options;
  if (!(box > 0 && Number.isFinite(box))) throw new RangeError(`quiver: box ${box}, needs a finite number above 0`);
  const [x, y, heading] = (["x", "y", "heading"] as const).map((name) => plain("quiver", name, birds[name]));
  const [xs, ys, angles] = [x, y, heading] as [(number | null)[], (number | null)[], (number | null)[]];
  sameLength("quiver", "the birds", xs.length, "x", ys.length, "y");
  sameLength("quiver", "the birds", xs.length, "x", angles.length, "heading");
  const whole = xs.map((_, i) => i).filter((i) => xs[i] !== null && ys[i] !== null && angles[i] !== null);
  requireSome("quiver", "birds", whole);

  const digits = Math.max(0, Math.round(Math.log10(1000 / box)));
  const placed = (values: (number | null)[]): number[] =>
    whole.map((i) => Number((values[i] as number).toFixed(digits)));
  const degrees = whole.map((i) => (((Math.round(((angles[i] as number) * 180) / Math.PI) % 360) + 360) % 360) + 0);
  const top = margin.top + (options.title ? 44 : 0);
  const side = { range: [0, box], showgrid: false, constrain: "domain", mirror: true };
  return {
    data: [
      {
        type: "scatter",
        mode: "markers",
        x: placed(xs),
        y: placed(ys),
        hoverinfo: "skip",
        marker: {
          symbol: "arrow",
          size: options.size ?? 12,
          // Plotly measures angles from north, like a compass.
          angle: degrees.map((degree) => (450 - degree) % 360),
          color: degrees,
          cmin: 0,
          cmax: 360,
          colorscale: around.map((color, i) => [i / (around.length - 1), color]),
          colorbar: {
            title: { text: "heading", side: "right", font: { size: size.axis } },
            tickvals: ways.map((_, i) => 90 * i),
            ticktext: ways,
            outlinewidth: 0,
            thickness: 18,
          },
          line: { width: 0 },
        },
      },
    ],
    layout: {
      template,
      ...(options.title === undefined ? {} : { title: { text: options.title } }),
      xaxis: { ...side, title: { text: options.x } },
      yaxis: { ...side, scaleanchor: "x", title: { text: options.y } },
      height,
      width: height - top - margin.bottom + margin.left + 150,
      margin: { l: margin.left, r: margin.right, t: top, b: margin.bottom },
    },
  } as Figure;
}
