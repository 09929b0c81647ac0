import { canonical, joined } from "./format.mjs";

/**
 * What each cell says, without digits: another version of Node may differ in a last place, but not in a word.
 * @param {import("./format.mjs").Notebook} notebook
 * @returns {string[][]} a list per cell, a text per output
 */
export function words(notebook) {
  return canonical(notebook).cells.map((/** @type {import("./format.mjs").Json} */ cell) =>
    (cell.outputs ?? []).map((/** @type {import("./format.mjs").Json} */ output) =>
      joined(output.text ?? output.data?.["text/plain"]).replace(/[-+\d.,eE]+/g, "#"),
    ),
  );
}
