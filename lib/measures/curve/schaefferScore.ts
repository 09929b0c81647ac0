import type { Failure } from "../../core/failure";
import type { Numbers } from "../../core/numbers";
import { median, stepsOf } from "./steps";

/** Score of the abruptness of a curve. */
export interface CurveScore {
  readonly kind: "score";
  /** Signed; Infinity or -Infinity if `infinite`. */
  readonly value: number;
  /** Whether at least half of the steps are exactly 0 although the curve rises or falls. A single jump of one model is enough. */
  readonly infinite: boolean;
  /** 1 if the largest score comes after the smallest, -1 if before. */
  readonly sign: 1 | -1;
}

/**
 * Emergence score of Schaeffer et al. for scores y_1 ... y_k of one model family, in order of scale:
 *
 *     sign(argmax y - argmin y) (max y - min y) / sqrt(median((y_i - y_(i-1))^2))
 *
 * Dimensionless. A straight line over k scales scores k - 1 (`straightLineScore`): compare every score with that. A curve that saturates also scores high,
 * and one jump among flat steps scores infinity, even for two models with a handful of right answers.
 *
 * @param y k scores, k at least 3, in order of increasing scale; the scales themselves are not used
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

/** Common formula of Schaeffer's score and BIG-bench's breakthroughness. */
export function riseOverMedianStep(caller: string, y: Numbers): CurveScore | Failure {
  const { rise, squares } = stepsOf(caller, y);
  if (rise === 0) return { kind: "failed", reason: `flat: all ${y.length} scores are ${y[0]}, and 0 / 0 is no score` };
  const typical = Math.sqrt(median(squares));
  return { kind: "score", value: rise / typical, infinite: typical === 0, sign: rise > 0 ? 1 : -1 };
}
