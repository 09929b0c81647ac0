// What importers share: reading a publisher's file, and the numbers in it.
import { readFileSync } from "node:fs";
import { linesOf } from "../dist/csv.js";

/** @typedef {Record<string, string | number | boolean | null | undefined>} Row a row of a table, by the columns of its table.json */

/** Rows of a publisher's CSV (or TSV, told by its name) as records of text. */
export function readCsv(/** @type {string} */ file) {
  const text = readFileSync(file, "utf8")
    .replace(/^\uFEFF/, "")
    .replaceAll("\r\n", "\n");
  const fail = (/** @type {string} */ problem) => {
    throw new RangeError(`${file}${problem}`);
  };
  const [header, ...lines] = linesOf(text, file.endsWith(".tsv") ? "\t" : ",", fail, { skipBlank: true });
  const names = header?.cells ?? [];
  return lines.map(({ cells, place }) => {
    if (cells.length !== names.length) fail(`, ${place}: found ${cells.length} cells, needs ${names.length}`);
    return /** @type {Record<string, string>} */ (Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ""])));
  });
}

export const readJson = (/** @type {string} */ file) => JSON.parse(readFileSync(file, "utf8"));

/** A number that must be there: an empty or unreadable cell throws. */
export function numeric(/** @type {unknown} */ value) {
  const number = typeof value === "string" && value.trim() === "" ? Number.NaN : Number(value);
  if (value === null || !Number.isFinite(number))
    throw new RangeError(`needs a number, found ${JSON.stringify(value)}`);
  return number;
}

/** A number, or null where the publisher left the cell empty. */
export const numericOrNull = (/** @type {unknown} */ value) =>
  value === undefined || value === null || /^(NaN|NA|-|\?)?$/.test(String(value).trim()) ? null : numeric(value);

/** To so many significant digits, as a number: what the tables that state a rounding use. */
export const significant = (/** @type {number} */ value, digits = 6) => Number(value.toPrecision(digits));
