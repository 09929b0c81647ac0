// From a CSV file to rows of values: what `load` and `readTable` share.
import { parse } from "papaparse";
import { cellValue, cut, quoted, type Value } from "./cell";
import type { Field } from "./descriptor";

/** Throws an error that names the function and the file; the problem begins with a colon, a comma or a verb. */
export type Fail = (problem: string) => never;

/** A line of a file: its cells, and where it stands, as a reader counts rows and as an editor counts lines. */
export type Line = { readonly cells: readonly string[]; readonly place: string; readonly line: number };

/** The place is put into words only where an error needs it: a file has many lines. */
class Placed implements Line {
  constructor(
    readonly cells: readonly string[],
    private readonly row: number,
    readonly line: number,
  ) {}
  get place(): string {
    return `row ${this.row} (line ${this.line})`;
  }
  as(row: number): Placed {
    return new Placed(this.cells, row, this.line);
  }
}

/** The lines below a header, whatever stands above them, counted from 1. */
export const counted = (lines: readonly Line[]): Line[] =>
  lines.map((line, i) => (line instanceof Placed ? line.as(i + 1) : line));

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
export function linesOf(
  text: string,
  delimiter: string,
  fail: Fail,
  options: { readonly skipBlank?: boolean } = {},
): Line[] {
  const { data, errors } = parse<string[]>(text, { delimiter, newline: "\n" });
  const starts: number[] = [];
  const mayBreak = text.includes('"');
  let line = 1;
  for (const cells of data) {
    starts.push(line);
    line += 1;
    if (mayBreak) for (const cell of cells) line += cell.split("\n").length - 1;
  }
  for (const { message, row = 0 } of errors) {
    fail(
      `, line ${starts[row] ?? row + 1}: ${message}. A cell in quotation marks ends with one; a quotation mark within it is written twice`,
    );
  }
  const lines: Line[] = [];
  for (const [i, cells] of data.entries())
    if (!options.skipBlank || cells.some((cell) => cell.trim() !== ""))
      lines.push(new Placed(cells, lines.length, starts[i] as number));
  return lines;
}

/** A column to read: what its cells must be, and where they stand in a line. */
export type Column = { readonly field: Field; readonly index: number };

/** Rows of values out of lines of cells. */
export function rowsOf(lines: readonly Line[], columns: readonly Column[], fail: Fail): Record<string, Value>[] {
  return lines.map(({ cells }, i) => {
    const row: Record<string, Value> = {};
    for (const { field, index } of columns) {
      const cell = cells[index] ?? "";
      const { value, needs } = cellValue(cell, field);
      if (needs) fail(misfit(lines[i] as Line, field.name, cell, needs));
      row[field.name] = value;
    }
    return row;
  });
}

/** A cell that is not what its column needs. */
export const misfit = ({ place }: Line, column: string, cell: string, needs: string): string =>
  `, ${place}, column ${column}: found ${cell ? quoted(cell) : "nothing"}, needs ${needs}`;

/** The first row whose key stands in an earlier row already is a fault. */
export function requireUnique(
  rows: readonly Record<string, Value>[],
  lines: readonly Line[],
  key: readonly string[],
  fail: Fail,
): void {
  const places = new Map<string, number>();
  for (const [i, row] of rows.entries()) {
    const found = JSON.stringify(key.map((name) => row[name]));
    const first = places.get(found);
    if (first !== undefined)
      fail(
        `, ${lines[i]?.place}: the key (${key.join(", ")}) = ${cut(found)} stands in ${lines[first]?.place} already`,
      );
    places.set(found, i);
  }
}
