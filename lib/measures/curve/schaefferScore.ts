import type { Failure } from "../../core/failure";
import type { Numbers } from "../../core/numbers";
import { median, stepsOf } from "./steps";

/** A score of how abrupt a curve is. */
export interface CurveScore {
  readonly kind: "score";
  /** Signed; Infinity or -Infinity where `infinite`. */
  readonly value: number;
  /** At least half of the steps are exactly 0, while the curve does rise or fall. One jump of one model is enough for it. */
  readonly infinite: boolean;
  /** 1 where the largest score comes after the smallest, -1 where before. */
  readonly sign: 1 | -1;
}

/**
 * Emergence score of Schaeffer et al. for scores y_1 ... y_k of one model family, in the order of scale:
 *
 *     sign(argmax y - argmin y) (max y - min y) / sqrt(median((y_i - y_(i-1))^2))
 *
 * It has no unit. A straight line over k scales scores k - 1 (`straightLineScore`): hold every score against that. A curve that saturates scores high
 * too, and one jump among flat steps scores infinity, even if it is two models with a handful of right answers.
 *
 * @param y k scores, k at least 3, by growing scale; scales themselves do not enter
 * @returns the score; `kind: "failed"` for a flat curve (0 / 0)
 * @throws RangeError for fewer than 3 scores or one that is not finite
 * @example
 * import { schaefferScore } from "@emergence/lib/measures";
 * schaefferScore([0, 1, 2, 6]); // => ({ kind: "score", value: 6, infinite: false, sign: 1 })
 *
 * Source: Schaeffer, Miranda & Koyejo 2023, Are emergent abilities of large language models a mirage?, in the meta-analysis, after BIG-bench.
 */
export function schaefferScore(y: Numbers): CurveScore | Failure {
  return riseOverMedianStep("schaefferScore", y);
}

/** The formula that Schaeffer's score and BIG-bench's breakthroughness share. */
export function riseOverMedianStep(caller: string, y: Numbers): CurveScore | Failure {
  const { rise, squares } = stepsOf(caller, y);
  if (rise === 0) return { kind: "failed", reason: `flat: all ${y.length} scores are ${y[0]}, and 0 / 0 is no score` };
  const typical = Math.sqrt(median(squares));
  return { kind: "score", value: rise / typical, infinite: typical === 0, sign: rise > 0 ? 1 : -1 };
}
