import type { Range } from "./scale";

/** What every figure with two numeric axes can be told. */
export interface ChartOptions {
  /** Title of the x-axis, with its unit in words: `"training compute (FLOPs)"`. Required. */
  readonly x: string;
  /** Title of the y-axis, with its unit in words. Required. */
  readonly y: string;
  /** Title over the figure; default: none, the text around it says what it shows. */
  readonly title?: string;
  /** Log axes; default: false. Values at or below 0 are left out, and the figure says how many. */
  readonly logX?: boolean;
  readonly logY?: boolean;
  /** From and to, in the unit of the data; default: what holds the data. */
  readonly xRange?: Range;
  readonly yRange?: Range;
  /** The score of guessing: a dashed line. A number, or a number with its label; default: none. */
  readonly chance?: number | { readonly value: number; readonly label: string };
  /** Vertical lines with words, at places on the x-axis; default: none. */
  readonly marks?: readonly { readonly at: number; readonly text: string }[];
  /** Words with an arrow to a point, in the unit of the data; default: none. */
  readonly annotations?: readonly { readonly x: number; readonly y: number; readonly text: string }[];
  /** Names of the series: `"labels"` at the ends of lines, `"right"` or `"top"` of the plot, or `"none"`. Default: the
   * one that covers no data: labels for up to four lines, else a legend; nothing where there is one series only. */
  readonly legend?: "labels" | "right" | "top" | "none";
  /** Series have an order, as model sizes have: colors go from light to dark; default: false. */
  readonly ordered?: boolean;
  /** Height in pixels; default: 460. */
  readonly height?: number;
}
