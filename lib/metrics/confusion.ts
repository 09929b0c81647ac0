import { requireList, shown } from "../core/require";
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
  for (const [name, labels] of Object.entries({ actual, predicted })) {
    requireList(caller, name, labels, "an array of labels");
    for (let i = 0; i < labels.length; i++) requireLabel(caller, name, i, labels[i]);
  }
  if (actual.length !== predicted.length) {
    throw new RangeError(`${caller}: ${actual.length} actual but ${predicted.length} predicted labels`);
  }
  if (actual.length === 0) throw new RangeError(`${caller}: no labels, needs one or more`);
  const counts = new Map<Label, ClassCount>();
  const at = (label: Label) => {
    const own = counts.get(label) ?? { hits: 0, actual: 0, predicted: 0 };
    counts.set(label, own);
    return own;
  };
  for (let i = 0; i < actual.length; i++) {
    const label = actual[i] as Label;
    const said = predicted[i] as Label;
    at(label).actual++;
    at(said).predicted++;
    if (label === said) at(label).hits++;
  }
  return counts;
}

function requireLabel(caller: string, name: string, i: number, label: unknown): void {
  if (typeof label === "string" || typeof label === "boolean" || (typeof label === "number" && !Number.isNaN(label)))
    return;
  throw new RangeError(`${caller}: ${name}[${i}] is ${shown(label)}, needs text, a number, true or false`);
}
