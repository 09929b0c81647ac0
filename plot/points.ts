import { optionsOf } from "@emergence/lib/core";
import { chart } from "./chart";
import { type ChartOptions, chartOptions } from "./chartOptions";
import type { Figure } from "./figure";
import { requireAxes } from "./input";
import { drawPoints, type PointGroup } from "./series";

/**
 * Groups of points with error bars, each with an optional curve and its band.
 *
 * Missing values are gaps. Throws a RangeError if an axis has no title, lengths differ, or there is nothing to draw.
 *
 * @example
 * const figure = points([{ name: "measured", x: [1, 2], y: [3, 4], error: [0.5, 0.5] }], {
 *   x: "temperature (J / k_B)",
 *   y: "magnetization per spin (mean and standard error)",
 * });
 * figure.data[0]?.mode; // => "markers"
 */
export function points(groups: readonly PointGroup[], options: ChartOptions): Figure {
  optionsOf("points", options, chartOptions);
  requireAxes("points", options);
  return chart("points", drawPoints("points", groups, options), options);
}
