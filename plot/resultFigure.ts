import {
  inNameOf,
  optionsOf,
  partsOf,
  requireFinite,
  requireFiniteNumbers,
  requireList,
  requireOneOf,
  requireSameLength,
} from "@emergence/lib/core";
import type { ResultReport } from "@emergence/lib/results";
import type { Figure } from "./figure";
import { palette } from "./palette";
import { points } from "./points";
import type { PointGroup } from "./series";

const caller = "resultFigure";

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
  optionsOf(caller, options, { height: "number", title: "text" });
  checkReport(report);
  const { scores, rise, outlook, scaleName, metric, log, chance } = report;
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
  const next = outlook.kind === "outlook" ? outlook.points : [];
  const forecast: PointGroup = {
    name: "forecast, 95 % band",
    x: next.map(({ scale }) => scale),
    y: next.map(({ value }) => value),
    interval: next.map(({ lower, upper }) => ({ lower, upper })),
    color: palette[1] as string,
  };
  return inNameOf(caller, () =>
    points(next.length === 0 ? [measured] : [measured, forecast], {
      x: scaleName,
      y: metric,
      logX: log,
      legend: next.length === 0 ? "none" : "top",
      ...(chance === undefined ? {} : { chance }),
      ...options,
    }),
  );
}

const finite = (what: string, row: object, names: readonly string[]): void => {
  for (const name of names)
    requireFinite(caller, `${name} of ${what}`, (row as Record<string, number>)[name] as number);
};

/** The parts that are drawn, each as it must be. */
function checkReport(report: DrawnReport): void {
  const kinds = { scaleName: "text", metric: "text", log: "boolean", scores: "list", outlook: "object" } as const;
  partsOf(caller, report, { ...kinds, chance: "number", rise: "object" }, "report");
  const lacking = Object.keys(kinds).find((name) => report[name as keyof typeof kinds] === undefined);
  if (lacking !== undefined)
    throw new RangeError(
      `${caller}: report has no ${lacking}, needs a result of resultReport of @emergence/lib/results`,
    );
  const { scores, outlook, rise, chance } = report;
  if (scores.length === 0) throw new RangeError(`${caller}: report has no scores, needs a result of resultReport`);
  if (chance !== undefined) requireFinite(caller, "chance of the report", chance);
  for (const [i, row] of Array.from(scores).entries()) {
    partsOf(caller, row, { lower: "number", upper: "number" }, `scores[${i}]`);
    finite(`scores[${i}]`, row, [
      "scale",
      "score",
      ...(["lower", "upper"] as const).filter((end) => row[end] !== undefined),
    ]);
  }
  if (rise !== undefined) {
    partsOf(caller, rise, { scale: "numbers", score: "numbers" }, "rise");
    requireFiniteNumbers(caller, "scale of rise", rise.scale);
    requireFiniteNumbers(caller, "score of rise", rise.score);
    requireSameLength(caller, { "scale of rise": rise.scale, "score of rise": rise.score });
  }
  requireOneOf(caller, "kind of the outlook", outlook.kind, ["outlook", "failed"]);
  if (outlook.kind === "failed") return;
  requireList(caller, "points of the outlook", outlook.points);
  for (const [i, row] of Array.from(outlook.points).entries()) {
    partsOf(caller, row, {}, `points[${i}]`);
    finite(`points[${i}]`, row, ["scale", "value", "lower", "upper"]);
  }
}
