// Tables that a spreadsheet opens. Where students' words come in, none of them is a formula.
import Papa from "papaparse";

/** A text that a spreadsheet would take for a formula stands behind an apostrophe. @param {unknown} value */
const plain = (value) => (typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value);

/** Marked as UTF-8, which Excel does not guess. @param {unknown[][]} rows */
export const writeCsv = (rows) => `\uFEFF${Papa.unparse(rows.map((row) => row.map(plain)))}\r\n`;

/** @param {string} text @returns {Record<string, string>[]} rows by the names of the first; commas or semicolons, as spreadsheets write them */
export function readCsv(text) {
  const { data, meta } = Papa.parse(text, { header: true, skipEmptyLines: true, delimitersToGuess: [",", ";"] });
  const names = meta.fields ?? [];
  return /** @type {Record<string, string>[]} */ (data)
    .filter((row) => names.some((name) => row[name]))
    .map((row) => Object.fromEntries(names.map((name) => [name, row[name] ?? ""])));
}
