import { optionsOf, partsOf } from "@emergence/lib/core";
import type { ResultReport } from "@emergence/lib/results";
import type { Figure } from "./figure";
import { palette } from "./palette";
import { points } from "./points";
import type { PointGroup } from "./series";

/** The parts of a report that are drawn. */
export type DrawnReport = Pick<ResultReport, "name" | "scaleName" | "metric" | "log" | "scores" | "outlook"> &
  Partial<Pick<ResultReport, "chance" | "rise">>;

/**
 * The scores of a report with their intervals, the S that fits them best, the score of guessing, and the forecast with its band.
 *
 * @param report a result of `resultReport` of @emergence/lib/results
 * @param options `height` in pixels; `title`
 * @throws RangeError for a report without scores
 * @example
 * const report = { name: "a", scaleName: "parameters", metric: "accuracy", log: true, scores: [{ scale: 1e8, score: 0.2 }] };
 * resultFigure({ ...report, outlook: { kind: "failed", reason: "1 score" } }).data[0]?.name; // => "measured"
 */
export function resultFigure(
  report: DrawnReport,
  options: { readonly height?: number; readonly title?: string } = {},
): Figure {
  optionsOf("resultFigure", options, { height: "number", title: "text" });
  const kinds = { scaleName: "text", metric: "text", scores: "list", outlook: "object", log: "boolean" } as const;
  partsOf("resultFigure", report, kinds, "report");
  const { scores = [], rise, outlook, scaleName, metric, log, chance } = report;
  if (scores.length === 0) throw new RangeError("resultFigure: report has no scores, needs a result of resultReport");
  const interval = scores.map(({ lower, upper }) =>
    lower === undefined || upper === undefined ? null : { lower, upper },
  );
  const measured: PointGroup = {
    name: "measured",
    x: scores.map(({ scale }) => scale),
    y: scores.map(({ score }) => score),
    color: palette[0] as string,
    ...(interval.some((one) => one !== null) ? { interval } : {}),
    ...(rise === undefined ? {} : { curve: { x: rise.scale, y: rise.score } }),
  };
  const next = outlook?.kind === "outlook" ? outlook.points : [];
  const forecast: PointGroup = {
    name: "forecast, 95 % band",
    x: next.map(({ scale }) => scale),
    y: next.map(({ value }) => value),
    interval: next.map(({ lower, upper }) => ({ lower, upper })),
    color: palette[1] as string,
  };
  return points(next.length === 0 ? [measured] : [measured, forecast], {
    x: scaleName,
    y: metric,
    logX: log,
    legend: next.length === 0 ? "none" : "top",
    ...(chance === undefined ? {} : { chance }),
    ...options,
  });
}
