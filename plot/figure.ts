// Our own small description of a Plotly figure: what a cell needs to read or change one, and no third-party type, since
// a kernel parses every declaration that an import reaches. Plotly's other attributes pass through as they are.

import type { Estimate, Interval } from "@emergence/lib/core";

/** A plain array or any typed array of numbers; null, NaN and infinities are gaps. */
export type Values = ArrayLike<number | null>;

/** A number with what is known of its error: a standard error (an `Estimate`), or an interval beside its `mean` or `value`. */
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

/** One axis; `range` is in powers of ten where `type` is "log", as Plotly wants it. */
export interface Axis {
  readonly type?: "linear" | "log" | "category";
  readonly range?: readonly number[];
  readonly title?: { readonly text: string; readonly [attribute: string]: unknown };
  readonly [attribute: string]: unknown;
}

/** A text in the figure: a direct label, a note, a panel's title. */
export interface Annotation {
  readonly text: string;
  readonly [attribute: string]: unknown;
}

/** What stands around the traces. Attributes are Plotly's. */
export interface Layout {
  readonly title?: { readonly text: string; readonly [attribute: string]: unknown };
  readonly xaxis?: Axis;
  readonly yaxis?: Axis;
  readonly annotations?: readonly Annotation[];
  readonly shapes?: readonly Readonly<Record<string, unknown>>[];
  readonly showlegend?: boolean;
  readonly legend?: Readonly<Record<string, unknown>>;
  readonly height?: number;
  /** Room around the plot, in pixels. */
  readonly margin?: { readonly l: number; readonly r: number; readonly t: number; readonly b: number };
  readonly [attribute: string]: unknown;
}

/** One state of a figure that moves. */
export interface Frame {
  readonly name: string;
  readonly data: readonly Trace[];
  readonly layout?: Layout;
}

/** What every figure function returns and `show` displays. */
export interface Figure {
  readonly data: readonly Trace[];
  readonly layout: Layout;
  readonly frames?: readonly Frame[];
  readonly config?: Readonly<Record<string, unknown>>;
}
