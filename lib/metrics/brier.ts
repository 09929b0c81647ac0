import { sum } from "d3-array";
import type { Numbers } from "../core/numbers";
import { type Kinds, optionsOf } from "../core/require";
import { checkProbabilities, type Target, targetScores } from "./options";

/** Options of `brier`. */
export interface BrierOptions {
  /** Convention: "sum" (default) or "mean" over the options, or the "target" option alone. */
  readonly convention?: "sum" | "mean" | "target";
}

/** Kinds of the options, for their check. */
const brierOptions: Kinds<BrierOptions> = { convention: ["sum", "mean", "target"] };

/**
 * Brier score: squared error of a model's probabilities p of n options with truth t (1 for the right option, else 0):
 *
 *     sum     sum_i (p_i - t_i)^2          Brier's own, 0 to 2; a uniform guess over 4 options scores .75
 *     mean    sum_i (p_i - t_i)^2 / n      BIG-bench's, 0 to 2 / n; .1875
 *     target  (1 - p_target)^2             0 to 1; .5625
 *
 * Lower is better. Scores under different conventions cannot be compared; for two options sum = 2 mean = 2 target.
 *
 * @param probabilities one per option, sum 1
 * @param target index of the right option, or a score per option (divided by their sum; under "target" exactly one above 0)
 * @throws RangeError for probabilities that do not sum to 1 or a target that is not an option
 * @example
 * import { brier } from "@emergence/lib/metrics";
 * brier([0.25, 0.25, 0.25, 0.25], 2, { convention: "sum" }); // => 0.75
 *
 * Source: Brier 1950, Monthly Weather Review 78, 1 (sum); BIG-bench's `multiple_choice_brier_score`, Srivastava et al. 2022 (mean);
 * Du et al. 2024 use the sum.
 */
export function brier(probabilities: Numbers, target: Target, options: BrierOptions = {}): number {
  const { convention = "sum" } = optionsOf("brier", options, brierOptions);
  checkProbabilities("brier", probabilities);
  const scores = targetScores("brier", target, probabilities.length);
  const truth = distribution(scores);
  if (convention === "target") {
    const right = truth.indexOf(1);
    if (right < 0) throw new RangeError("brier: several options score above 0, convention target needs exactly one");
    return (1 - (probabilities[right] as number)) ** 2;
  }
  const squares = sum(truth, (t, i) => ((probabilities[i] as number) - t) ** 2);
  if (convention === "sum") return squares;
  return squares / truth.length;
}

function distribution(scores: Numbers): number[] {
  const values = Array.from(scores);
  const total = sum(values);
  return values.map((value) => value / total);
}
