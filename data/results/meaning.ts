// What numbers mean that do not say it: percentages, and scales whose ratios mean nothing.
import { bareName } from "./columns";
import type { PointRow } from "./rows";

const shareWords = /acc|percent|%|exact|match|rate|correct|right|f1|em\b/i;

/** Whether scores above 1 are percentages: none above 100 or below 0, and trials, or a name that speaks of shares. */
export function isPercent(points: readonly PointRow[], metric: string, column: string, trialsGiven: boolean): boolean {
  const scores = points.map(({ score }) => score);
  if (!scores.some((score) => score > 1) || scores.some((score) => score < 0 || score > 100)) return false;
  const counted = trialsGiven || points.some(({ row }) => row.numbers.trials != null);
  return counted || shareWords.test(metric) || shareWords.test(column);
}

const differences =
  /^(abs)?(temperature|temp|t|beta|coupling|density|occupation|probability|prob|p|year|x|epoch|epochs)$/;

/** Whether a scale of this name is one of differences. */
export const linear = (name: string): boolean => differences.test(bareName(name));
