import { shown } from "@emergence/lib/core";
import type { Bracket } from "./brackets";
import { requireTexts, sameLength } from "./input";

/**
 * Brackets for the rows (or columns) of a heat map that is sorted by kind: one per run of rows of one kind, with their number.
 *
 * @param places names of the rows, in the order of the map
 * @param kinds the kind of each row
 * @throws RangeError for lists of different lengths, or a kind whose rows do not stand together
 * @example
 * bracketsOf(["binding", "islands", "ellipsis"], ["early", "late", "late"]);
 * // => [{ from: "binding", to: "binding", text: "early (1)" }, { from: "islands", to: "ellipsis", text: "late (2)" }]
 */
export function bracketsOf(places: readonly string[], kinds: readonly string[]): Bracket[] {
  requireTexts("bracketsOf", "places", places);
  requireTexts("bracketsOf", "kinds", kinds);
  sameLength("bracketsOf", "the map", places.length, "places", kinds.length, "kinds");
  const rows = new Map<string, number[]>();
  kinds.forEach((kind, i) => {
    rows.set(kind, [...(rows.get(kind) ?? []), i]);
  });
  return [...rows].map(([kind, own]) => {
    const [first, last] = [own[0] as number, own.at(-1) as number];
    if (last - first >= own.length)
      throw new RangeError(`bracketsOf: rows of kind ${shown(kind)} stand apart, needs rows sorted by kind`);
    return { from: places[first] as string, to: places[last] as string, text: `${kind} (${own.length})` };
  });
}
