import { mean } from "d3-array";
import { classCounts, type Label } from "./confusion";

/**
 * Mean over the classes of F1 = 2 hits / (times there + times said): every class counts alike, however rare. 0 to 1.
 * The classes are those that occur among the actual or the predicted labels.
 *
 * @throws RangeError for lists of different lengths or none
 * @example
 * import { macroF1 } from "@emergence/lib/metrics";
 * macroF1(["a", "a", "b"], ["a", "b", "b"]); // => 0.6666666666666666
 *
 * Source: Opitz & Burst 2019, Macro F1 and Macro F1: the mean of the classes' F1, as in scikit-learn (`average="macro"`), and not the F1
 * of mean precision and mean recall, which is larger.
 */
export function macroF1(actual: readonly Label[], predicted: readonly Label[]): number {
  const counts = Array.from(classCounts("macroF1", actual, predicted).values());
  return mean(counts, (own) => (2 * own.hits) / (own.actual + own.predicted)) as number;
}
