import { classCounts, type Label } from "./confusion";

/**
 * Cohen's kappa of two lists of labels for the same items: agreement beyond chance, in the share of what chance leaves. With p_o the share of items on which both
 * agree and p_e the share on which labels drawn independently from the two lists would,
 *
 *     kappa = (p_o - p_e) / (1 - p_e)
 *
 * 1 for full agreement, 0 for that of chance. If both lists give one and the same label to every item it is 0 / 0, by convention 0, as `matthews`.
 *
 * @param first labels of one rater, or the right ones; all of one type
 * @param second labels of the other for the same items, as many
 * @throws RangeError for lists that are empty or of different lengths, or labels of different types
 * @example
 * import { cohensKappa } from "@emergence/lib/metrics";
 * cohensKappa(["yes", "yes", "no", "no"], ["yes", "no", "no", "no"]); // => 0.5
 *
 * Source: Cohen 1960, Educ. Psychol. Meas. 20, 37.
 */
export function cohensKappa(first: readonly Label[], second: readonly Label[]): number {
  const counts = classCounts("cohensKappa", first, second, ["first", "second"]);
  const total = first.length;
  let [agree, chance] = [0, 0];
  for (const count of counts.values()) {
    agree += count.hits;
    chance += count.actual * count.predicted;
  }
  if (chance === total ** 2) return 0;
  return (agree * total - chance) / (total ** 2 - chance);
}
