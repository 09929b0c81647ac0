import type { Failure } from "../../core/failure";
import type { Numbers } from "../../core/numbers";
import { type CurveScore, riseOverMedianStep } from "./schaefferScore";

/**
 * Breakthroughness of BIG-bench for scores y_1 ... y_k of one model family, in order of scale:
 *
 *     B = I / RootMedianSquare(y_(i+1) - y_i),   I = sign(argmax y - argmin y) (max y - min y)
 *
 * The same number as `schaefferScore`, which was derived from it; BIG-bench reports it together with `linearity`.
 *
 * @param y k scores, k at least 3, in order of increasing scale
 * @returns the score; `kind: "failed"` for a flat curve (0 / 0)
 * @throws RangeError for fewer than 3 scores or one that is not finite
 * @example
 * import { breakthroughness } from "@emergence/lib/measures";
 * breakthroughness([0, 0, 0, 0, 0.9]); // => ({ kind: "score", value: Infinity, infinite: true, sign: 1 })
 *
 * Source: Srivastava et al. 2022, Beyond the imitation game, appendix B, as code of others has it.
 */
export function breakthroughness(y: Numbers): CurveScore | Failure {
  return riseOverMedianStep("breakthroughness", y);
}
