// Benchmarks of machine learning with dated results and human targets: EFF's AI progress measurement.
import { join } from "node:path";
import { readJson } from "../../import/files.mjs";
import { sortedBy } from "../../import/sorted.mjs";

const file = join("eff-ai-metrics", "export-api", "v01", "progress.json");
export const sources = [file];

/**
 * @typedef {{ date: string, min_date: string | null, value: number, name: string, uncertainty: number, not_directly_comparable: boolean }} Measure
 * @typedef {{ name: string, scale: string, target: number | null, measures: Measure[] }} Metric
 * @typedef {{ name: string, metrics?: (Metric | string)[], subproblems?: (Problem | string)[] }} Problem
 */

/**
 * All metrics of a problem and of the problems under it; list items that are plain text only refer to another place.
 * @returns {{ area: string, metric: Metric }[]}
 */
function metricsOf(/** @type {Problem | string} */ problem) {
  if (typeof problem === "string") return [];
  const own = (problem.metrics ?? []).filter((metric) => typeof metric !== "string");
  const result = own.map((metric) => ({ area: problem.name, metric }));
  return result.concat((problem.subproblems ?? []).flatMap(metricsOf));
}

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows(/** @type {string} */ raw) {
  /** @type {Problem[]} */
  const problems = readJson(join(raw, file)).problems;
  const lowerIsBetter = /error|entropy|perplexity/i;
  const results = problems.flatMap(metricsOf).flatMap(({ area, metric }) =>
    metric.measures.map((measure, i) => ({
      area,
      benchmark: metric.name,
      scale: metric.scale,
      lowerIsBetter: lowerIsBetter.test(metric.scale),
      target: metric.target,
      entry: i + 1,
      date: measure.date,
      dateRough: measure.min_date !== null,
      result: measure.name,
      value: measure.value,
      uncertainty: measure.uncertainty || null,
      notComparable: measure.not_directly_comparable,
    })),
  );
  return sortedBy(results, "area", "benchmark", "date", "entry");
}
