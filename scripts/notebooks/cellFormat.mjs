// Cells in the project's own format, at the width of a notebook's page.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { cache } from "../setup/places.mjs";
import { Problem } from "../setup/problem.mjs";
import { cell } from "./budget.mjs";
import { joined } from "./format.mjs";

/** @typedef {import("./format.mjs").Notebook} Notebook */

const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
const options = {
  root: true,
  vcs: { enabled: false },
  formatter: { indentStyle: "space", indentWidth: 2, lineWidth: cell.columns },
};

/**
 * The code of each cell, formatted.
 * @param {readonly string[]} sources
 * @returns {string[]}
 */
export function formatted(sources) {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "cells-"));
  try {
    const files = sources.map((_, index) => join(folder, `cell-${index + 1}.ts`));
    writeFileSync(join(folder, "biome.json"), JSON.stringify(options));
    for (const [index, source] of sources.entries()) writeFileSync(files[index] ?? "", source);
    const { status, stderr } = spawnSync(process.execPath, [biome, "format", "--write", "."], {
      cwd: folder,
      encoding: "utf8",
    });
    if (status !== 0) throw new Problem(`a cell cannot be formatted:\n${stderr}`);
    return files.map((file) => readFileSync(file, "utf8").trimEnd());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Formats the code cells of a notebook (in place).
 * @param {Notebook} notebook
 * @returns {boolean} whether a cell has changed
 */
export function formatCells(notebook) {
  const cells = notebook.cells.filter(({ cell_type }) => cell_type === "code");
  const before = cells.map(({ source }) => joined(source));
  const after = formatted(before);
  for (const [index, one] of cells.entries()) one.source = after[index];
  return after.some((source, index) => source !== before[index]);
}
