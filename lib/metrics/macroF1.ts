import { mean } from "d3-array";
import { classCounts, type Label } from "./confusion";

/**
 * Macro-averaged F1: the mean over classes of F1 = 2 hits / (actual + predicted). Every class has the same weight, however rare. 0 to 1.
 * The classes are those that occur among the actual or the predicted labels.
 *
 * @throws RangeError for lists that are empty or of different lengths
 * @example
 * import { macroF1 } from "@emergence/lib/metrics";
 * macroF1(["a", "a", "b"], ["a", "b", "b"]); // => 0.6666666666666666
 *
 * Source: Opitz & Burst 2019, Macro F1 and Macro F1: the mean of F1 per class, as in scikit-learn (`average="macro"`), and not the F1
 * of mean precision and mean recall, which is larger.
 */
export function macroF1(actual: readonly Label[], predicted: readonly Label[]): number {
  const counts = Array.from(classCounts("macroF1", actual, predicted).values());
  return mean(counts, (own) => (2 * own.hits) / (own.actual + own.predicted)) as number;
}
