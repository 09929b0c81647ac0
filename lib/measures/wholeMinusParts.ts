/** The two functions, G and g. */
export interface WholeAndParts<Whole, Part> {
  /** G: a number for the whole. */
  whole(Y: Whole): number;
  /** g: a number for part x_i; i counts from 0. */
  parts(x: Part, i: number): number;
}

/**
 * Emergence as the seminar's slides define it: a measure of the whole minus measures of its parts.
 *
 *     E(Y, X) = G(Y) - sum_i g(x_i)
 *
 * The caller chooses G and g. E has their unit, and it is 0 exactly if G is the sum over the parts. Which difference from 0 deserves the name emergence depends
 * on G and g: see `publishedChoices`.
 *
 * @param choice `whole`: G, `parts`: g
 * @returns E as a function of the whole Y and the list X of its parts; it throws a RangeError if G or g does not return a number
 * @example
 * import { wholeMinusParts } from "@emergence/lib/measures";
 * const E = wholeMinusParts({ whole: (crowd: number[]) => crowd.length ** 2, parts: (person: number) => person });
 * E([1, 1, 1], [1, 1, 1]); // => 6
 *
 * Source: the seminar's slides, "Definition", step 4.
 */
export function wholeMinusParts<Whole, Part>(
  choice: WholeAndParts<Whole, Part>,
): (Y: Whole, X: readonly Part[]) => number {
  if (typeof choice?.whole !== "function" || typeof choice.parts !== "function") {
    throw new TypeError("wholeMinusParts: needs { whole: (Y) => number, parts: (x, i) => number }");
  }
  return (Y, X) => {
    let value = numberOf("whole", choice.whole(Y));
    for (const [i, x] of X.entries()) value -= numberOf(`parts, part ${i}`, choice.parts(x, i));
    return value;
  };
}

function numberOf(name: string, value: unknown): number {
  if (typeof value === "number" && !Number.isNaN(value)) return value;
  throw new RangeError(`wholeMinusParts: ${name} gave ${String(value)}, needs a number`);
}
