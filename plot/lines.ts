import { optionsOf } from "@emergence/lib/core";
import { chart } from "./chart";
import { type ChartOptions, chartOptions } from "./chartOptions";
import type { Figure } from "./figure";
import { requireAxes } from "./input";
import { drawLines, type Line } from "./series";

/**
 * Curves, each with an optional band of uncertainty.
 *
 * Missing values (null, NaN, infinities) are gaps. On a log axis a band that reaches 0 extends to the bottom.
 * Throws a RangeError if an axis has no title, lengths differ, or there is nothing to draw.
 *
 * @example
 * const figure = lines(
 *   [{ name: "1.3B", x: [1, 2, 3], y: [0.1, 0.4, 0.5], lower: [0.05, 0.3, 0.4], upper: [0.2, 0.5, 0.6] }],
 *   { x: "training tokens (billions)", y: "accuracy (share of questions)", chance: 0.25 },
 * );
 * figure.data.length; // => 2
 */
export function lines(series: readonly Line[], options: ChartOptions): Figure {
  optionsOf("lines", options, chartOptions);
  requireAxes("lines", options);
  return chart("lines", drawLines("lines", series, options), options);
}
