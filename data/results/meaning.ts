// What numbers mean that do not say it: percentages, and scales whose ratios mean nothing.
import { bareName } from "./columns";
import type { PointRow } from "./rows";

const shareWords = /acc|percent|%|exact|match|rate|correct|right|f1|em\b/i;

/** Whether scores are percentages: some above 1, none above 100 or below 0, and trials behind them, or a name that speaks of shares. */
export function isPercent(points: readonly PointRow[], names: string, counted: boolean): boolean {
  const scores = points.map(({ score }) => score);
  if (!scores.some((score) => score > 1) || scores.some((score) => score < 0 || score > 100)) return false;
  return counted || shareWords.test(names);
}

/** A percentage as a share, to the last digit, as .7 / 100 need not be. */
export const hundredth = (percent: number): number =>
  /e/.test(`${percent}`) ? percent / 100 : Number(`${percent}e-2`);

const differences =
  /^(abs)?(temperature|temp|t|beta|coupling|density|occupation|probability|prob|p|year|x|epoch|epochs)$/;

/** Whether a scale of this name is one of differences. */
export const linear = (name: string): boolean => differences.test(bareName(name));
