// Numbers of figures in prose. Text refers to a figure by its key, `Figure 3<!--jump-->`; the runner keeps the number.
import { joined } from "./format.mjs";

/** @typedef {import("./format.mjs").Notebook} Notebook */

const reference = /\bFigure (?:\d+|\?)(?=<!--\s*([\w-]+)\s*-->)/g;

/**
 * The numbers of the figures in a notebook's outputs, by key.
 * @param {Notebook} notebook
 * @returns {Map<string, number>}
 */
export function figureNumbers(notebook) {
  const captions = notebook.cells
    .flatMap((cell) => cell.outputs ?? [])
    .flatMap((output) => output.metadata?.caption ?? []);
  return new Map(captions.map(({ key, number }) => [key, number]));
}

/**
 * Writes the figures' numbers into the text that refers to them (in place).
 * @param {Notebook} notebook as it has been run
 * @returns {string[]} keys that no figure has
 */
export function numberReferences(notebook) {
  const numbers = figureNumbers(notebook);
  /** @type {string[]} */
  const unknown = [];
  for (const cell of notebook.cells) {
    if (cell.cell_type !== "markdown") continue;
    cell.source = joined(cell.source).replace(reference, (text, key) => {
      const number = numbers.get(key);
      if (number === undefined) unknown.push(key);
      return number === undefined ? text : `Figure ${number}`;
    });
  }
  return unknown;
}
