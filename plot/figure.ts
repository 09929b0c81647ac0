// A small type of our own for a Plotly figure, sufficient to read or change one in a cell. It imports no third-party type,
// since a kernel parses every declaration that an import reaches. Other attributes of Plotly pass through unchanged.

import type { Estimate, Interval } from "@emergence/lib/core";

/** A plain array or any typed array of numbers; null, NaN and infinities are gaps. */
export type Values = ArrayLike<number | null>;

/** Positions on the x-axis: numbers, or dates (which make it an axis of dates, UTC); null and invalid dates are gaps. */
export type Places = Values | readonly (Date | null)[];

/** A number with its error: a standard error (an `Estimate`), or an interval beside its `mean` or `value`. */
export type Uncertain = Estimate | (Interval & ({ readonly mean: number } | { readonly value: number }));

/** Plain numbers, or numbers with their errors; null is a gap. */
export type Measurements = Values | readonly (Uncertain | null)[];

/** One layer of a figure: a line, a band, a set of points, bars, a heat map. Attributes are Plotly's. */
export interface Trace {
  readonly type: "scatter" | "bar" | "heatmap";
  readonly name?: string;
  readonly x?: readonly (number | string | null)[];
  readonly y?: readonly (number | string | null)[];
  readonly [attribute: string]: unknown;
}

/** One axis; `range` is in powers of ten if `type` is "log", and text if it is "date", as in Plotly. */
export interface Axis {
  readonly type?: "linear" | "log" | "category" | "date";
  readonly range?: readonly (number | string)[];
  readonly title?: { readonly text: string; readonly [attribute: string]: unknown };
  readonly [attribute: string]: unknown;
}

/** Text in the figure: a direct label, a note, the title of a panel. */
export interface Annotation {
  readonly text: string;
  readonly [attribute: string]: unknown;
}

/** Layout around the traces. Attributes are Plotly's. */
export interface Layout {
  readonly title?: { readonly text: string; readonly [attribute: string]: unknown };
  readonly xaxis?: Axis;
  readonly yaxis?: Axis;
  readonly annotations?: readonly Annotation[];
  readonly shapes?: readonly Readonly<Record<string, unknown>>[];
  readonly showlegend?: boolean;
  readonly legend?: Readonly<Record<string, unknown>>;
  readonly height?: number;
  /** Margins around the plot, in pixels. */
  readonly margin?: { readonly l: number; readonly r: number; readonly t: number; readonly b: number };
  readonly [attribute: string]: unknown;
}

/** One frame of an animated figure. */
export interface Frame {
  readonly name: string;
  readonly data: readonly Trace[];
  readonly layout?: Layout;
}

/** Result of every figure function, displayed by `show`. */
export interface Figure {
  readonly data: readonly Trace[];
  readonly layout: Layout;
  readonly frames?: readonly Frame[];
  readonly config?: Readonly<Record<string, unknown>>;
}
