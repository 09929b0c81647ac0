// What the columns of a file without a schema are: numbers, flags or text, whichever all their cells are.
import { quoted } from "./cell";
import type { Line } from "./csv";
import { orderOf } from "./dates";
import type { Field } from "./descriptor";
import { isNumber, plainNumber } from "./numerals";

/** Words for a missing number, flag or date. In a column of text they may be words (NA is Namibia): there only an empty cell is missing. */
const absent = new Set([
  "",
  ..."na n/a #n/a #na n.a. n.a nan #nan null #null! nil none missing <na> - -- \u2013 \u2014 ? . .. ... : #div/0! #value! #ref! #num!".split(
    " ",
  ),
]);

const longestAbsent = [...absent].reduce((most, { length }) => Math.max(most, length), 0);

/** Whether a cell of a column holds no value. */
export function isAbsentAs(cell: string, type: string, missing: ReadonlySet<string>): boolean {
  if (cell === "" || (missing.size > 0 && missing.has(cell))) return true;
  if (type === "string" || cell.length > longestAbsent) return false;
  const first = cell.charCodeAt(0);
  return !(first >= 48 && first <= 57) && absent.has(cell.toLowerCase()); // a digit begins none of the words
}

/** A number whose zeros in front are no digits of a code, such as a postal one. */
const isCode = (cell: string): boolean => /^[+-]?0\d/.test(cell);

/** An integer with more digits than a number keeps: it is a code. Zeros at its end tell a rounded quantity, such as 10^24. */
const isTooLong = (cell: string): boolean =>
  cell.length > 15 &&
  /^[+-]?\d+$/.test(cell) &&
  !Number.isSafeInteger(Number(cell)) &&
  /^[+-]?\d{16,}?(?<!0)0*$/.test(cell);

/** A number beyond 1.8e308, of which a program would make infinity. */
const isTooLarge = (cell: string): boolean =>
  /e\+?\d{3}/i.test(cell) && !Number.isFinite(Number(plainNumber(cell, ".") ?? plainNumber(cell, ",")));

/** The type of each column; a remark where a column that looks like numbers is text. */
export function inferred(
  names: readonly string[],
  texts: readonly (readonly string[])[],
  lines: readonly Line[],
  missing: ReadonlySet<string>,
  remark: (text: string) => void,
): Field[] {
  return names.map((name, index) => {
    const cells = texts[index] as readonly string[];
    const isMissing = (cell: string): boolean => isAbsentAs(cell, "number", missing);
    const odd = cells.findIndex(
      (cell) => !isMissing(cell) && (!isNumber(cell) || isCode(cell) || isTooLong(cell) || isTooLarge(cell)),
    );
    if (odd < 0) return { name, type: "number", description: "" };
    if (cells.every((cell) => isMissing(cell) || /^(true|false)$/i.test(cell)))
      return { name, type: "boolean", description: "" };
    const why = whyText(
      name,
      cells.filter((cell) => !isMissing(cell)),
      cells[odd] as string,
      lines[odd]?.place ?? "",
    );
    if (why) remark(why);
    return { name, type: "string", description: "" };
  });
}

function whyText(name: string, cells: readonly string[], odd: string, place: string): string | undefined {
  const column = `column ${name} is read as text:`;
  const say = `say { ${JSON.stringify(name)}: "number" } in the schema`;
  const order = orderOf(cells);
  if (order !== undefined) {
    const form = order === "either" ? 'order: "DMY" or "MDY"' : `order: "${order}"`;
    return `${column} ${quoted(odd)} (${place}) is a date; { ${JSON.stringify(name)}: { type: "date", ${form} } } in the schema makes it YYYY-MM-DD`;
  }
  if (isTooLong(odd)) return `${column} ${quoted(odd)} (${place}) has more digits than a number keeps (2^53)`;
  if (isCode(odd))
    return `${column} ${quoted(odd)} (${place}) begins with 0, as codes do; if these are numbers, ${say}`;
  const numbers = cells.filter(isNumber).length;
  if (isTooLarge(odd)) return `${column} ${quoted(odd)} (${place}) is larger than a number can be`;
  if (2 * numbers <= cells.length) return undefined;
  return `${column} ${quoted(odd)} (${place}) is no number, but ${numbers} of ${cells.length} cells are; if it means a missing value, say { missing: [${quoted(odd)}] }`;
}
