import { requireCounts } from "../../core/counts";
import type { Interval } from "../../core/estimate";
import type { Failure } from "../../core/failure";
import type { Numbers } from "../../core/numbers";
import {
  inNameOf,
  optionsOf,
  partsOf,
  requireChance,
  requireFiniteNumbers,
  requireInside,
  requireKind,
  requireSameLength,
  requireWhole,
} from "../../core/require";
import { fit } from "../../fit/fit";
import { logistic4 } from "../../fit/model/curves/logistic4";
import { scatteredSharpness } from "./scatteredSharpness";
import { sharpness } from "./sharpness";

/** Accuracies over scale, as counts of right answers: what `taskCurves` of the data gives. */
export interface AccuracyCurve {
  readonly x: Numbers;
  /** Right answers, whole numbers. */
  readonly right: Numbers;
  /** Questions asked of each model. */
  readonly questions: number;
  /** Proportion right by guessing, where the curve begins. */
  readonly chance: number;
}

/** Width of a rise by either method. */
export interface AccuracyWidth {
  readonly kind: "sharpness";
  /** Range of x over which the curve rises from 10 to 90 % of its height, in the unit of x. */
  readonly width: number;
  /** An end that the data do not determine is open: the lower end is then 0, the upper end infinite. */
  readonly widthInterval: Interval;
  /** x at which the curve has half its height. */
  readonly midpoint: number;
}

/**
 * 10-90 % width of the logistic rise of an accuracy from chance to a free ceiling of at most 1:
 *
 *     p(x) = chance + (ceiling - chance) / (1 + exp(-k (x - x0))),   width = ln(81) / k
 *
 * "least squares" fits it to the accuracies, as if all models scattered alike: the usual method, whose intervals of sharp rises are too narrow.
 * "scatter" is `scatteredSharpness`: models scatter in log odds, and counts are binomial.
 *
 * @param curve `x`, `right`, `questions`, `chance`; other parts are ignored
 * @param options `method`, default "scatter"; `confidence` of the interval, default .95
 * @returns the width; `kind: "failed"` where the method finds no curve
 * @throws RangeError for ragged data, counts that are not whole, chance or confidence out of range, an unknown method
 * @example
 * import { accuracyWidth } from "@emergence/lib/measures";
 * const curve = { x: [20, 20.5, 21, 21.5, 22, 22.5], right: [2, 12, 90, 260, 430, 492], questions: 500, chance: 0 };
 * const found = accuracyWidth(curve, { method: "least squares" });
 * found.kind === "sharpness" && found.width.toFixed(1); // => "1.3"
 *
 * Source: width: Wichmann & Hill 2001, Perception & Psychophysics 63, 1293-1313.
 */
export function accuracyWidth(
  curve: AccuracyCurve,
  options: { readonly method?: "least squares" | "scatter"; readonly confidence?: number } = {},
): AccuracyWidth | Failure {
  const where = "accuracyWidth";
  const { method = "scatter", confidence = 0.95 } = optionsOf(where, options, { method: "text", confidence: "number" });
  requireKind(where, "method", method, ["least squares", "scatter"]);
  const { x, right, questions, chance } = partsOf(where, curve, { x: "list", right: "list" }, "curve");
  requireWhole(where, "questions", questions, 1);
  requireChance(where, "chance", chance);
  requireInside(where, "confidence", confidence);
  requireFiniteNumbers(where, "x", x);
  requireSameLength(where, { x, right });
  const asked = Array.from(right, () => questions);
  requireCounts(where, right, asked);
  if (method === "scatter") {
    return inNameOf(where, () => scatteredSharpness(x, right, asked, { chance, ceiling: "free", confidence }));
  }
  const shares = Array.from(right, (count) => count / questions);
  const ends = { fixed: { floor: chance }, bounds: { L: [chance, 1] as [number, number] } };
  const found = inNameOf(where, () => fit(logistic4, x, shares, ends));
  return found.kind === "failed" ? { kind: "failed", reason: found.reason } : sharpness(found, { confidence });
}
