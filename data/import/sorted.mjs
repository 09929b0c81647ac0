// The order in which rows stand.

/** @typedef {import("./files.mjs").Row} Row */

/** Rows in the order of these columns, numbers by size: so that a table does not hang on the order of files in a folder. */
export function sortedBy(/** @type {Row[]} */ rows, /** @type {string[]} */ ...columns) {
  /** @type {(a: Row[string], b: Row[string]) => number} */
  const order = (a, b) =>
    typeof a === "number" && typeof b === "number" ? a - b : a === b ? 0 : String(a ?? "") < String(b ?? "") ? -1 : 1;
  return [...rows].sort((a, b) => columns.map((column) => order(a[column], b[column])).find((sign) => sign !== 0) ?? 0);
}
