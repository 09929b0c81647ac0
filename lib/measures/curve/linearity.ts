import { sum } from "d3-array";
import type { Numbers } from "../../core/numbers";
import { stepsOf } from "./steps";

/**
 * Linearity of BIG-bench for scores y_1 ... y_k of one model family, in order of scale, with n = k - 1 steps:
 *
 *     L = (1 / n) I / RootMeanSquare(y_(i+1) - y_i),   I = sign(argmax y - argmin y) (max y - min y)
 *
 * 1 for a rising straight line, -1 for a falling one, between them for any other curve, 0 for a flat curve.
 *
 * @param y k scores, k at least 3, in order of increasing scale
 * @throws RangeError for fewer than 3 scores or one that is not finite
 * @example
 * import { linearity } from "@emergence/lib/measures";
 * linearity([0, 0, 0, 0, 0.8]); // => 0.5
 *
 * Source: Srivastava et al. 2022, Beyond the imitation game, appendix B, not read in the original.
 */
export function linearity(y: Numbers): number {
  const { rise, squares } = stepsOf("linearity", y);
  if (rise === 0) return 0;
  const n = squares.length;
  return rise / n / Math.sqrt(sum(squares) / n);
}
