import { requireSameLength } from "../core/require";
import { briefly, isList } from "../core/shown";

/** The name of a class. */
export type Label = string | number | boolean;

/** Counts of a class: hits, actual labels and predicted labels. */
export interface ClassCount {
  hits: number;
  actual: number;
  predicted: number;
}

/** Counts per class, for every class among the actual or predicted labels; errors call the two lists by the names given. */
export function classCounts(
  caller: string,
  actual: readonly Label[],
  predicted: readonly Label[],
  [one, other]: readonly [one: string, other: string] = ["actual", "predicted"],
): ReadonlyMap<Label, ClassCount> {
  const lists = { [one]: actual, [other]: predicted };
  for (const [name, labels] of Object.entries(lists)) {
    if (!isList(labels)) throw new TypeError(`${caller}: ${name} is ${briefly(labels)}, needs an array of labels`);
  }
  requireSameLength(caller, { [`${one} labels`]: actual, [`${other} labels`]: predicted });
  if (actual.length === 0) throw new RangeError(`${caller}: no labels, needs one or more`);
  requireLabels(caller, lists);
  const counts = new Map<Label, ClassCount>();
  const at = (label: Label) => {
    const own = counts.get(label) ?? { hits: 0, actual: 0, predicted: 0 };
    counts.set(label, own);
    return own;
  };
  for (let i = 0; i < actual.length; i++) {
    const [label, said] = [actual[i] as Label, predicted[i] as Label];
    at(label).actual++;
    at(said).predicted++;
    if (label === said) at(label).hits++;
  }
  return counts;
}

/**
 * Throws unless all labels are numbers, all strings or all booleans: the number 1, the text "1" and true would count as three classes that never match, and
 * NaN as a class of its own.
 */
function requireLabels(caller: string, lists: Readonly<Record<string, ArrayLike<unknown>>>): void {
  let first: { readonly at: string; readonly label: unknown } | undefined;
  for (const [name, labels] of Object.entries(lists)) {
    for (let i = 0; i < labels.length; i++) {
      const label = labels[i];
      if (label === first?.label && label !== undefined) continue;
      const at = `${name}[${i}]`;
      if (!(typeof label === "string" || typeof label === "boolean" || Number.isFinite(label))) {
        throw new RangeError(
          `${caller}: ${at} is ${briefly(label)}, needs a label (a finite number, a string or a boolean): leave out such answers in both lists, or give them a class of their own, such as "none"`,
        );
      }
      first ??= { at, label };
      if (typeof label !== typeof first.label) {
        throw new RangeError(
          `${caller}: ${at} is ${briefly(label)} (a ${typeof label}) but ${first.at} is ${briefly(first.label)} (a ${typeof first.label}), needs labels of one type: convert all by String or all by Number`,
        );
      }
    }
  }
}
