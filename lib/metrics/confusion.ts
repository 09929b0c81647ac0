import { requireSameLength } from "../core/require";
/** The name of a class. */
export type Label = string | number | boolean;

/** Counts of a class: hits, actual labels and predicted labels. */
export interface ClassCount {
  hits: number;
  actual: number;
  predicted: number;
}

/** Counts per class, for every class among the actual or predicted labels. */
export function classCounts(
  caller: string,
  actual: readonly Label[],
  predicted: readonly Label[],
): ReadonlyMap<Label, ClassCount> {
  requireSameLength(caller, { "actual labels": actual, "predicted labels": predicted });
  if (actual.length === 0) throw new RangeError(`${caller}: no labels, needs one or more`);
  const counts = new Map<Label, ClassCount>();
  const at = (label: Label) => {
    const own = counts.get(label) ?? { hits: 0, actual: 0, predicted: 0 };
    counts.set(label, own);
    return own;
  };
  for (const [i, label] of actual.entries()) {
    const said = predicted[i] as Label;
    at(label).actual++;
    at(said).predicted++;
    if (label === said) at(label).hits++;
  }
  return counts;
}
