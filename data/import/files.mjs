// What importers share: reading a publisher's file, and the numbers in it.
import { readFileSync } from "node:fs";
import Papa from "papaparse";

/** @typedef {Record<string, string | number | boolean | null | undefined>} Row a row of a table, by the columns of its table.json */

/** Rows of a publisher's CSV (or TSV, told by its name) as records of text. */
export function readCsv(/** @type {string} */ file) {
  const text = readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  const delimiter = file.endsWith(".tsv") ? "\t" : ",";
  const { data, errors } = Papa.parse(text, { header: true, delimiter, skipEmptyLines: "greedy" });
  if (errors[0]) throw new Error(`${file}: ${errors[0].message} (row ${errors[0].row})`);
  return /** @type {Record<string, string>[]} */ (data);
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
