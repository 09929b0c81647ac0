import { classCounts, type Label } from "./confusion";

/**
 * Matthews correlation coefficient of actual and predicted labels, for two classes or more. With s labels, c of them right, and class k
 * occurring a_k times among the actual and p_k times among the predicted labels,
 *
 *     MCC = (c s - sum_k a_k p_k) / sqrt((s^2 - sum_k a_k^2) (s^2 - sum_k p_k^2))
 *
 * 1 if all are right, 0 for chance, at least -1. If all predicted or all actual labels are of one class it is 0 / 0, by convention 0 (as in
 * scikit-learn). So 0 does not distinguish a model with a constant answer from one that guesses.
 *
 * @throws RangeError for lists that are empty or of different lengths
 * @example
 * import { matthews } from "@emergence/lib/metrics";
 * matthews([1, 1, 1, 0], [1, 0, 1, 1]); // => -0.3333333333333333
 *
 * Source: Matthews 1975, Biochim. Biophys. Acta 405, 442; several classes: Gorodkin 2004, Comput. Biol. Chem. 28, 367.
 */
export function matthews(actual: readonly Label[], predicted: readonly Label[]): number {
  const counts = classCounts("matthews", actual, predicted);
  const total = actual.length;
  let [right, chance, restActual, restPredicted] = [0, 0, total ** 2, total ** 2];
  for (const count of counts.values()) {
    right += count.hits;
    chance += count.actual * count.predicted;
    restActual -= count.actual ** 2;
    restPredicted -= count.predicted ** 2;
  }
  if (restActual === 0 || restPredicted === 0) return 0;
  return (right * total - chance) / Math.sqrt(restActual * restPredicted);
}
