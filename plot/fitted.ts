import { type Kinds, optionsOf, requireList, shown } from "@emergence/lib/core";
import type { BandOptions, FailedFit, Fit, Interval } from "@emergence/lib/fit";
import { chart } from "./chart";
import { type ChartOptions, chartOptions } from "./chartOptions";
import type { Annotation, Figure, Values } from "./figure";
import { plain, requireAxes, sameLength } from "./input";
import { palette, quiet } from "./palette";
import { holding, xRangeOf } from "./scale";
import { drawPoints } from "./series";
import { defaultHeight } from "./theme";

/** The part of a fit that `fitted` uses: a curve of a person's own needs these two methods, for arrays alone. */
export interface FittedCurve extends Pick<Fit, "kind"> {
  predict(x: readonly number[]): ArrayLike<number>;
  band(x: readonly number[], options: Required<BandOptions>): Readonly<Record<keyof Interval, ArrayLike<number>>>;
}

/** A failed fit: the points are drawn, and the figure gives the reason for the missing curve. */
export type FailedCurve = Pick<FailedFit, "kind" | "reason">;

export interface FittedOptions extends ChartOptions {
  /** Name of the points; default: `"measured"`. */
  readonly name?: string;
  /** Confidence of the band, between 0 and 1; default: 0.95. */
  readonly confidence?: number;
  /** Confidence band of the curve, or prediction band of single observations; default: `"confidence"`. */
  readonly interval?: NonNullable<BandOptions["interval"]>;
  /** Half the length of the error bars of the points; default: none. */
  readonly error?: Values;
  /** Text of each point, shown on hover. */
  readonly labels?: readonly string[];
}

/** Kinds of the options, for their check. */
const fittedOptions: Kinds<FittedOptions> = {
  ...chartOptions,
  name: "text",
  confidence: "number",
  interval: ["confidence", "prediction"],
  error: "list",
  labels: "list",
};

/** Number of points of the drawn curve, equidistant on the axis, linear or log. */
function steps(from: number, to: number, log: boolean, count: number = 120): number[] {
  return Array.from({ length: count }, (_, i) => {
    const place = from + ((to - from) * i) / (count - 1);
    return log ? 10 ** place : place;
  });
}

/**
 * Points, the fitted curve and its confidence band, over the whole x-axis: a wider `xRange` extrapolates.
 *
 * For a failed fit the points are drawn, with the reason of the failure. Throws a RangeError if an axis has no title, lengths
 * differ, or `confidence` is not between 0 and 1.
 *
 * @example
 * const line = {
 *   kind: "fit" as const,
 *   predict: (x: readonly number[]) => x.map((at) => 2 * at),
 *   band: (x: readonly number[]) => ({ lower: x.map((at) => 2 * at - 1), upper: x.map((at) => 2 * at + 1) }),
 * };
 * const figure = fitted(line, [1, 2, 3], [2.1, 3.9, 6], { x: "time (years)", y: "share (percent of households)" });
 * figure.data.map((trace) => trace.mode); // => ["lines", "lines", "markers"]
 */
export function fitted(fit: FittedCurve | FailedCurve, x: Values, y: Values, options: FittedOptions): Figure {
  optionsOf("fitted", options, fittedOptions);
  requireAxes("fitted", options);
  const whole = fit?.kind === "fit" && typeof fit.predict === "function" && typeof fit.band === "function";
  if (!whole && fit?.kind !== "failed") {
    throw new RangeError(`fitted: fit is ${shown(fit)}, needs the result of fit or fitBinomial`);
  }
  const { name = "measured", confidence = 0.95, interval = "confidence", error, labels, logX = false } = options;
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`fitted: confidence is ${confidence}, needs a number between 0 and 1`);
  const xs = plain("fitted", "x", x).filter((at): at is number => at !== null && !(logX && at <= 0));
  requireList("fitted", "y", y, "an array of numbers");
  sameLength("fitted", "the data", x.length, "x", y.length, "y");
  const given = { name, x, y, ...(error ? { error } : {}), ...(labels ? { labels } : {}), color: palette[0] as string };
  if (fit.kind === "failed") {
    const bare = chart("fitted", drawPoints("fitted", [given], options), options);
    const why = wrapped(`no curve: ${fit.reason}`);
    const place = { xref: "paper", x: 0, xanchor: "left", yref: "paper", y: 1, yanchor: "bottom", align: "left" };
    const { annotations = [], margin, height = defaultHeight } = bare.layout;
    const room = why.split("<br>").length * 24;
    return {
      ...bare,
      layout: {
        ...bare.layout,
        height: height + room,
        ...(margin ? { margin: { ...margin, t: margin.t + room } } : {}),
        annotations: [...annotations, { text: why, ...place, font: { color: quiet } } satisfies Annotation],
      },
    };
  }
  const [from, to] = options.xRange ? xRangeOf("fitted", options.xRange, xs, logX, false) : holding(xs, [], logX);
  const at = steps(from as number, to as number, logX).map(short);
  const { lower, upper } = fit.band(at, { confidence, interval });
  const curve = { x: at, y: shorten(fit.predict(at)), lower: shorten(lower), upper: shorten(upper) };
  const drawn = drawPoints("fitted", [{ ...given, curve }], options);
  return chart("fitted", drawn, { ...options, xRange: options.xRange ?? ends(at) });
}

/** Rounds to seven digits: the same curve in half the bytes, since a menu of many fits is a large output. */
const short = (value: number): number => Number(value.toPrecision(7));
const shorten = (values: ArrayLike<number>): number[] => Array.from(values, short);

/** Breaks text into lines of about 60 characters, which Plotly does not do. */
const wrapped = (text: string): string => text.replace(/(.{1,60})(\s|$)/g, "$1<br>").replace(/<br>$/, "");

const ends = (at: readonly number[]): [number, number] => [at[0] as number, at.at(-1) as number];
