// Input checks of all figure functions, in one place so that their errors are alike.
import { shown } from "@emergence/lib/core";
import type { Values } from "./figure";

/** A list of anything, such as numbers and gaps. */
export function requireList(
  where: string,
  what: string,
  values: unknown,
  needs: string,
): asserts values is ArrayLike<unknown> {
  const isList =
    typeof values === "object" && values !== null && typeof (values as ArrayLike<unknown>).length === "number";
  if (!isList) throw new TypeError(`${where}: ${what} is ${shown(values)}, needs ${needs}`);
}

/** A plain array, for JSON: values that are not finite become null, which Plotly draws as a gap. */
export function plain(where: string, what: string, values: Values): (number | null)[] {
  requireList(where, what, values, "an array of numbers");
  return Array.from(values, (value, i) => {
    if (value === null || value === undefined) return null;
    if (typeof value !== "number") {
      throw new TypeError(`${where}: ${what}[${i}] is ${shown(value)}, needs a number or null`);
    }
    return Number.isFinite(value) ? value : null;
  });
}

/** Throws unless `got` equals `needed`: `lines: "acc" has 3 x but 2 y`. */
export function sameLength(where: string, whose: string, needed: number, unit: string, got: number, of: string): void {
  if (needed !== got) throw new RangeError(`${where}: ${whose} has ${needed} ${unit} but ${got} ${of}`);
}

/** Throws unless the text is nonempty. */
export function requireText(where: string, what: string, text: unknown, example: string): asserts text is string {
  if (typeof text !== "string" || text.trim() === "") {
    throw new RangeError(`${where}: ${what} is missing, needs text such as ${JSON.stringify(example)}`);
  }
}

/** Throws unless both axes have titles; a figure without units cannot be read. */
export function requireAxes(where: string, options: { readonly x: string; readonly y: string }): void {
  requireText(where, "the x-axis title `x`", options?.x, "training compute (FLOPs)");
  requireText(where, "the y-axis title `y`", options?.y, "accuracy (share of questions)");
}

/** Throws unless a series, a group, a panel is an object. */
export function requireEach(where: string, what: string, list: readonly unknown[], needs: string): void {
  const odd = list.findIndex((one) => typeof one !== "object" || one === null);
  if (odd >= 0) throw new TypeError(`${where}: ${what} ${odd} is ${shown(list[odd])}, needs ${needs}`);
}

/** Throws unless the list is a nonempty array. */
export function requireSome(where: string, what: string, list: ArrayLike<unknown>): void {
  if (!Array.isArray(list)) throw new TypeError(`${where}: ${what} is ${typeof list}, needs an array`);
  if (list.length === 0) throw new RangeError(`${where}: no ${what}, needs at least one`);
}
