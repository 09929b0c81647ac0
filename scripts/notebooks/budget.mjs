// How much a notebook may hold, so that a reader can follow it in 45 minutes, and what each holds.
import { basename } from "node:path";
import { figureOutputs } from "./figures.mjs";
import { joined } from "./format.mjs";
import { label } from "./select.mjs";

/** @typedef {import("./format.mjs").Notebook} Notebook */
/** @typedef {{ cells: number, words: number, figures: number, lines: number, checks: number }} Budget the most of each */

/** @type {Record<"main" | "closer" | "reference", Budget>} */
export const budgets = {
  main: { cells: 50, words: 2000, figures: 8, lines: 150, checks: 12 },
  closer: { cells: 70, words: 2000, figures: 10, lines: 150, checks: 12 },
  // One table after the other, each with a figure and its checks: a book to look things up in.
  reference: { cells: 150, words: 2000, figures: 40, lines: 750, checks: 100 },
};
const fewestChecks = 3;
const mostClaims = 3;
const fewestBets = 2;
/** Lines of one cell, and columns of one line. */
export const cell = { lines: 16, columns: 96 };

/** Which budget a notebook has. @returns {keyof typeof budgets} */
function kindOf(/** @type {string} */ path) {
  if (label(path).includes("/closer/")) return "closer";
  return /^(reference|gallery)/.test(basename(path)) ? "reference" : "main";
}

const isCode = (/** @type {import("./format.mjs").Json} */ { cell_type }) => cell_type === "code";
const isExercise = (/** @type {string} */ source) => /^exercise\(/m.test(source);
const count = (/** @type {string[]} */ sources, /** @type {RegExp} */ call) =>
  sources.reduce((sum, source) => sum + (source.match(call)?.length ?? 0), 0);

/** Words of prose: what a reader reads, neither addresses nor markup. */
export const wordsOf = (/** @type {string} */ text) =>
  text
    .replace(/<!--[\s\S]*?-->|<[^>]+>|\]\([^)]*\)/g, " ")
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** What a notebook holds. */
export function measure(/** @type {Notebook} */ notebook) {
  const sources = notebook.cells.filter(isCode).map((one) => joined(one.source));
  const told = sources.filter((source) => !isExercise(source)).flatMap((source) => source.split("\n"));
  const prose = notebook.cells.filter((one) => one.cell_type === "markdown").map((one) => joined(one.source));
  const claims = count(sources, /(?<![\w.])claim\(/g);
  return {
    cells: notebook.cells.length,
    words: prose.reduce((sum, text) => sum + wordsOf(text), 0),
    figures: figureOutputs(notebook).length,
    lines: told.filter((line) => line.trim() !== "").length,
    checks: count(sources, /(?<![\w.])check\(/g) + claims,
    claims,
    bets: count(sources, /(?<![\w.])predict\(/g),
    reveals: count(sources, /(?<![\w.])reveal\(/g),
  };
}

/**
 * Where a notebook exceeds its budget, in sentences.
 * @param {string} path
 * @param {Notebook} notebook
 */
export function overBudget(path, notebook) {
  const kind = kindOf(path);
  const held = measure(notebook);
  const most = budgets[kind];
  const said = /** @type {(keyof Budget)[]} */ (Object.keys(most))
    .filter((what) => held[what] > most[what])
    .map((what) => `${held[what]} ${what}, at most ${most[what]}`);
  if (held.checks < fewestChecks) said.push(`${held.checks} checks, at least ${fewestChecks}`);
  if (held.claims > mostClaims) said.push(`${held.claims} claims, at most ${mostClaims}`);
  if (kind === "main" && held.bets < fewestBets) said.push(`${held.bets} bets, at least ${fewestBets}`);
  if (held.bets !== held.reveals) said.push(`${held.bets} bets, but ${held.reveals} are revealed`);
  const bare = figureOutputs(notebook).filter(({ metadata }) => metadata.caption === undefined).length;
  if (bare > 0 && kind !== "reference") said.push(`${bare} figures have no caption`);
  return [...said, ...cellComplaints(notebook)];
}

/** Cells that are too long or too wide, and code that follows code without a sentence. */
function cellComplaints(/** @type {Notebook} */ { cells }) {
  return cells.flatMap((one, index) => {
    if (!isCode(one)) return [];
    const lines = joined(one.source).split("\n");
    const widest = Math.max(...lines.map((line) => line.length));
    /** @type {string[]} */
    const said = [];
    if (lines.length > cell.lines) said.push(`cell ${index + 1}: ${lines.length} lines, at most ${cell.lines}`);
    if (widest > cell.columns) said.push(`cell ${index + 1}: ${widest} columns, at most ${cell.columns}`);
    const before = cells[index - 1];
    if (before !== undefined && isCode(before)) said.push(`cell ${index + 1}: code after code without a sentence`);
    return said;
  });
}
