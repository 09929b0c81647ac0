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
 * Cells of a text whose lines end in \n, header first, as row 0. A cell in quotation marks may hold line breaks, so that
 * a row's line is counted, not taken from its number.
 */
export function linesOf(text: string, delimiter: string, fail: Fail, options: { skipBlank?: boolean } = {}): Line[] {
  const { data, errors } = parse<string[]>(text, { delimiter, newline: "\n" });
  const starts: number[] = [];
  let line = 1;
  for (const cells of data) {
    starts.push(line);
    line += 1 + cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
  }
  for (const { message, row = 0 } of errors) fail(`, line ${starts[row] ?? row + 1}: ${message}`);
  return data
    .map((cells, i) => ({ cells, line: starts[i] ?? 0 }))
    .filter(({ cells }) => !options.skipBlank || cells.some((cell) => cell.trim() !== ""))
    .map(({ cells, line }, row) => ({ cells, place: `row ${row} (line ${line})` }));
}

/** A column to read: what its cells must be, and where they stand in a line. */
export type Column = { readonly field: Field; readonly index: number };

/** How a reader takes cells that are not written as a schema means them. */
export type Reading = {
  /** The cell without blanks around it, nothing where a value is missing, digits with a decimal point */
  readonly plain: (cell: string, field: Field) => string;
  /** What to do where a value is missing, for the error */
  readonly ifMissing: (field: Field) => string;
};

const asWritten: Reading = { plain: (cell) => cell, ifMissing: () => "" };

/** Rows of values out of lines of cells. */
export function rowsOf(
  lines: readonly Line[],
  columns: readonly Column[],
  fail: Fail,
  { plain, ifMissing }: Reading = asWritten,
): Record<string, Value>[] {
  return lines.map(({ cells, place }) => {
    const row: Record<string, Value> = {};
    for (const { field, index } of columns) {
      const written = cells[index] ?? "";
      const cell = plain(written, field);
      const { value, needs } = cellValue(cell, field);
      if (needs) {
        const found = written ? quoted(written) : "nothing";
        fail(`, ${place}, column ${field.name}: found ${found}, needs ${needs}${cell === "" ? ifMissing(field) : ""}`);
      }
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
