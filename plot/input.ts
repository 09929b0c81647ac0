// Input checks of all figure functions, in one place so that their errors are alike.
import { type Kinds, partsOf, requireList, requireString, shown } from "@emergence/lib/core";
import type { Values } from "./figure";

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
    const blank = text === undefined || text === null || (typeof text === "string" && text.trim() === "");
    const got = blank ? "missing" : shown(text);
    throw new RangeError(`${where}: ${what} is ${got}, needs text such as ${JSON.stringify(example)}`);
  }
}

/** Throws unless both axes have titles; a figure without units cannot be read. */
export function requireAxes(where: string, options: { readonly x: string; readonly y: string }): void {
  requireText(where, "the x-axis title `x`", options?.x, "training compute (FLOPs)");
  requireText(where, "the y-axis title `y`", options?.y, "accuracy (share of questions)");
}

/** Throws unless the list is a nonempty array. */
export function requireSome(where: string, what: string, list: ArrayLike<unknown>): void {
  requireList(where, what, list, "an array");
  if (list.length === 0) throw new RangeError(`${where}: no ${what}, needs at least one`);
}

/** Throws unless the list is a nonempty array of objects whose parts are of their kinds. */
export function requireItems<Item>(where: string, what: string, list: readonly Item[], kinds: Kinds<Item>): void {
  requireSome(where, what, list);
  for (let i = 0; i < list.length; i++) {
    const item: unknown = list[i];
    if (typeof item !== "object" || item === null) {
      const needed = Object.keys(kinds).slice(0, 3).join(", ");
      throw new TypeError(
        `${where}: ${what.replace(/^(?!series)(.*)s$/, "$1")} ${i} is ${shown(item)}, needs { ${needed} }`,
      );
    }
    partsOf(where, item, kinds, `${what}[${i}]`);
  }
}

/** Throws unless the list is an array of texts. */
export function requireTexts(where: string, what: string, list: readonly string[]): void {
  requireSome(where, what, list);
  for (let i = 0; i < list.length; i++) requireString(where, `${what}[${i}]`, list[i]);
}
