import type { Kinds } from "@emergence/lib/core";
import type { Range } from "./scale";

/** Options of every figure with two numeric axes. */
export interface ChartOptions {
  /** Title of the x-axis, with its unit: `"training compute (FLOPs)"`. Required. */
  readonly x: string;
  /** Title of the y-axis, with its unit. Required. */
  readonly y: string;
  /** Title above the figure; default: none, since the surrounding text introduces it. */
  readonly title?: string;
  /** Log axes; default: false. Values at or below 0 are omitted, and the figure gives their number. */
  readonly logX?: boolean;
  readonly logY?: boolean;
  /** Range of the axis, in the unit of the data; default: the range of the data. */
  readonly xRange?: Range | readonly [Date, Date];
  readonly yRange?: Range;
  /** Score of guessing, drawn as a dashed line: a number, or a number with its label; default: none. */
  readonly chance?: number | { readonly value: number; readonly label: string };
  /** Vertical lines with labels, at positions on the x-axis; default: none. */
  readonly marks?: readonly { readonly at: number | Date; readonly text: string }[];
  /** Annotations with an arrow to a point, in the unit of the data; default: none. */
  readonly annotations?: readonly { readonly x: number | Date; readonly y: number; readonly text: string }[];
  /** Names of the series: `"labels"` at the ends of lines, `"right"` or `"top"` of the plot, or `"none"`. Default:
   * labels for up to six lines, else a legend, placed where it covers no data; none for a single series. */
  readonly legend?: "labels" | "right" | "top" | "none";
  /** Whether series have an order, such as model sizes: colors go from light to dark; default: false. */
  readonly ordered?: boolean;
  /** Whether a unit of x and a unit of y are equally long, as where space is drawn: circles are round; default: false. */
  readonly equalAxes?: boolean;
  /** Height in pixels; default: 460. */
  readonly height?: number;
}

/** Kinds of the options, for their check. Titles of axes are checked by `requireAxes`, which gives an example. */
export const chartOptions: Kinds<ChartOptions> = {
  x: "any",
  y: "any",
  title: "text",
  logX: "boolean",
  logY: "boolean",
  xRange: "list",
  yRange: "list",
  chance: "any",
  marks: "list",
  annotations: "list",
  legend: ["labels", "right", "top", "none"],
  ordered: "boolean",
  equalAxes: "boolean",
  height: "number",
};
