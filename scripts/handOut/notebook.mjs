// A notebook as students get it: exercises open, their judges sealed, no way to a solution.
import { joined } from "../notebooks/format.mjs";
import { namesOf, sealCell } from "./seal.mjs";

/** @typedef {import("../notebooks/format.mjs").Notebook} Notebook */
/** @typedef {import("../notebooks/format.mjs").Json} Json */

const plotImport = /(import \{[^}]*?)(\s*\} from "@emergence\/plot";)/;

const link = String.raw`\[[^\]]*\]\([^)]*solutions\/[^)]*\)`;
const inParentheses = new RegExp(String.raw` \(${link}\)`, "g");
const asSentence = new RegExp(String.raw` *(?:Solutions?: )?${link}\.?`, "g");

/** A text without what leads to the solutions. */
const withoutSolutions = (/** @type {string} */ text) => text.replace(inParentheses, "").replace(asSentence, "");

/** The import of figures and checks with `sealed` among its names, in order. */
const importing = (/** @type {string} */ source) =>
  source.replace(
    plotImport,
    (_, /** @type {string} */ names, /** @type {string} */ end) => `${names.replace(/,$/, "")}, sealed${end}`,
  );

/** @param {Notebook} notebook @returns {Notebook} */
export function handedOut(notebook) {
  /** @type {Set<string>} */
  const known = new Set();
  let isSealed = false;
  /** @type {Json[]} */
  const cells = notebook.cells.map((cell) => {
    const source = joined(cell.source);
    if (cell.cell_type !== "code") return { ...cell, source: withoutSolutions(source) };
    for (const name of namesOf(source)) known.add(name);
    const sealed = sealCell(source, known);
    isSealed ||= sealed !== source;
    return { ...cell, source: sealed };
  });
  if (!isSealed) return { ...notebook, cells };
  const first = cells.findIndex(({ cell_type, source }) => cell_type === "code" && plotImport.test(source));
  if (first < 0) throw new Error("no cell imports @emergence/plot, and an exercise is there");
  return {
    ...notebook,
    cells: cells.map((cell, i) => (i === first ? { ...cell, source: importing(cell.source) } : cell)),
  };
}
