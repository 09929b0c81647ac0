// Importers: data/tables/NAME/import.mjs reads the publisher's files and gives rows, nothing else.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { csvOf, importerFile, tableNames } from "./table.mjs";

/**
 * @typedef {object} Importer
 * @property {string[]} sources files or folders that it reads, within the folder of the publishers' files
 * @property {(raw: string) => import("./table.mjs").Row[]} rows in the order in which they are to stand
 */

/** Tables that have an importer; the others were typed by hand, so that their CSV is the source. */
export const importedTables = () => tableNames().filter((name) => existsSync(importerFile(name)));

/** The CSV of every table whose sources are there, by name, and the sources that are absent. */
export async function importRows(/** @type {string} */ raw) {
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  /** @type {{ source: string, table: string }[]} */
  const absent = [];
  for (const name of importedTables()) {
    /** @type {Importer} */
    const { sources, rows } = await import(pathToFileURL(importerFile(name)).href);
    const missing = sources.filter((source) => !existsSync(join(raw, source)));
    absent.push(...missing.map((source) => ({ source, table: name })));
    if (missing.length > 0) continue;
    try {
      files.set(name, csvOf(name, rows(raw)));
    } catch (error) {
      throw new Error(`import: ${name}: ${/** @type {Error} */ (error).message}`, { cause: error });
    }
  }
  return { files, absent };
}
