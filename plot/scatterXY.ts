import { optionsOf } from "@emergence/lib/core";
import { chart } from "./chart";
import { type ChartOptions, chartOptions } from "./chartOptions";
import type { Figure, Trace, Values } from "./figure";
import { plain, requireAxes, requireItems, requireText, sameLength } from "./input";
import { asked } from "./scale";
import { drawPoints, groupParts, type PointGroup } from "./series";
import { blank } from "./track";

/** Points with intervals in y (`lower`, `upper`) and in x (`xLower`, `xUpper`). */
export interface ScatterXYGroup extends PointGroup {
  readonly x: Values;
  readonly xLower: Values;
  readonly xUpper: Values;
}

export interface ScatterXYOptions extends ChartOptions {
  /** Required, since an open interval is drawn to the edge of the figure. */
  readonly xRange: readonly [number, number];
}

/**
 * Points with an interval in x and one in y, for two measured quantities. An end of an x interval that is infinite or outside `xRange` is drawn to the
 * edge; on a log axis so is an end at or below 0.
 *
 * Throws a RangeError if an axis has no title, lengths differ, or there is nothing to draw.
 *
 * @example
 * const group = { name: "OPT", x: [2], y: [0.1], xLower: [0.5], xUpper: [Infinity], lower: [0], upper: [0.3] };
 * const figure = scatterXY([group], { x: "width (decades)", y: "surprise (share of the scale)", xRange: [0.25, 8] });
 * figure.data[0]?.error_x; // => { type: "data", symmetric: false, array: [6], arrayminus: [1.5], thickness: 1, width: 0 }
 */
export function scatterXY(groups: readonly ScatterXYGroup[], options: ScatterXYOptions): Figure {
  optionsOf("scatterXY", options, chartOptions);
  requireAxes("scatterXY", options);
  const [from, to] = asked("scatterXY", "xRange", options.xRange, false);
  requireItems("scatterXY", "groups", groups, { ...groupParts, xLower: "list", xUpper: "list" });
  for (const [i, { name, xLower, xUpper }] of groups.entries()) {
    requireText("scatterXY", `the name of group ${i}`, name, "measured");
    plain("scatterXY", `"${name}" xLower`, xLower);
    plain("scatterXY", `"${name}" xUpper`, xUpper);
  }
  for (const { name, x, xLower, xUpper } of groups) {
    plain("scatterXY", `"${name}" x`, x);
    sameLength("scatterXY", `"${name}"`, x.length, "x", xLower.length, "xLower");
    sameLength("scatterXY", `"${name}"`, x.length, "x", xUpper.length, "xUpper");
  }
  const figure = chart("scatterXY", drawPoints("scatterXY", groups, options, blank(Infinity)), options);
  const data = figure.data.map((trace): Trace => {
    const group = trace.mode === "markers" ? groups.find(({ name }) => name === trace.name) : undefined;
    if (group === undefined) return trace;
    const reach = (i: number, end: number | null | undefined, edge: number, sign: 1 | -1): number | null => {
      const at = group.x[i];
      if (at === null || at === undefined || end === null || end === undefined || Number.isNaN(end)) return null;
      return Math.max(0, sign * ((sign > 0 ? Math.min(end, edge) : Math.max(end, edge)) - at));
    };
    const lengths = (ends: Values, edge: number, sign: 1 | -1) =>
      Array.from({ length: group.x.length }, (_, i) => reach(i, ends[i], edge, sign));
    const bars = { array: lengths(group.xUpper, to, 1), arrayminus: lengths(group.xLower, from, -1) };
    return { ...trace, error_x: { type: "data", symmetric: false, ...bars, thickness: 1, width: 0 } };
  });
  return { ...figure, data };
}
