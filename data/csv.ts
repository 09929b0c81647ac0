// From a CSV file to rows of values: what `load` and `readTable` share.
import { parse } from "papaparse";
import { cellValue, cut, quoted, type Value } from "./cell";
import type { Field } from "./descriptor";

/** Throws an error that names the function and the file; the problem begins with a colon, a comma or a verb. */
export type Fail = (problem: string) => never;

/** A line of a file: its cells, and where it stands, as a reader counts rows and as an editor counts lines. */
export type Line = { readonly cells: readonly string[]; readonly place: string };

/** The text of bytes in UTF-8, byte order mark included, or undefined where they are no UTF-8. */
export function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Cells of a text whose lines end in \n, header first. A cell in quotation marks may hold line breaks, so that a row's
 * line is counted, not taken from its number.
 */
export function linesOf(text: string, delimiter: string, fail: Fail): Line[] {
  const { data, errors } = parse<string[]>(text, { delimiter, newline: "\n" });
  let line = 1;
  const lines = data.map((cells, row) => {
    const place = `row ${row} (line ${line})`;
    line += 1 + cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
    return { cells, place };
  });
  for (const { message, row = 0 } of errors) fail(`, ${lines[row]?.place ?? `row ${row}`}: ${message}`);
  return lines;
}

/** A column to read: what its cells must be, and where they stand in a line. */
export type Column = { readonly field: Field; readonly index: number };

/**
 * Rows of values out of lines of cells. `plain` turns a cell as it is written into one as a schema means it: no blanks
 * around it, nothing where a value is missing, digits with a decimal point.
 */
export function rowsOf(
  lines: readonly Line[],
  columns: readonly Column[],
  fail: Fail,
  plain: (cell: string, field: Field) => string = (cell) => cell,
): Record<string, Value>[] {
  return lines.map(({ cells, place }) => {
    const row: Record<string, Value> = {};
    for (const { field, index } of columns) {
      const cell = cells[index] ?? "";
      const { value, needs } = cellValue(plain(cell, field), field);
      if (needs) fail(`, ${place}, column ${field.name}: found ${cell ? quoted(cell) : "nothing"}, needs ${needs}`);
      row[field.name] = value;
    }
    return row;
  });
}

/** The first row whose key stands in an earlier row already is a fault. */
export function requireUnique(
  rows: readonly Record<string, Value>[],
  lines: readonly Line[],
  key: readonly string[],
  fail: Fail,
): void {
  const places = new Map<string, string>();
  for (const [i, row] of rows.entries()) {
    const found = JSON.stringify(key.map((name) => row[name]));
    const place = lines[i]?.place ?? "";
    const first = places.get(found);
    if (first) fail(`, ${place}: the key (${key.join(", ")}) = ${cut(found)} stands in ${first} already`);
    places.set(found, place);
  }
}
