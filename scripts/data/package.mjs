// data/datapackage.json and everything else that follows from the tables' folders.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../whole.mjs";
import { licensesSource, readmeSource } from "./readme.mjs";
import { csvFile, dataFolder, readJson, resourceOf, tableNames } from "./table.mjs";
import { typesSource } from "./types.mjs";

/** @typedef {import("./table.mjs").Resource} Resource */

const header = {
  $schema: "https://specs.frictionlessdata.io/schemas/tabular-data-package.json",
  profile: "tabular-data-package",
  name: "emergence-data",
  title: "Tables for the seminar on emergence",
  description:
    "Figures on language models, benchmarks, small networks, technologies and physical systems, each read out of its publisher's file by a script.",
};

/**
 * Every table as its folder says, ordered by name.
 * @param {string} caller the command, for its errors
 * @param {Map<string, Buffer>} [files] rows that are not yet written, by table
 */
export function resourcesOf(caller, files = new Map()) {
  const licenses = readJson(join(dataFolder, "licenses.json"));
  return tableNames().map((name) => {
    const file = csvFile(name);
    if (!files.has(name) && !existsSync(file)) throw new Error(`${caller}: data/tables/${name}/${name}.csv is missing`);
    return resourceOf(name, files.get(name) ?? readFileSync(file), licenses, caller);
  });
}

/** Files of data/ that follow from the tables' folders, by path. A test holds them to it. */
export const generated = (
  /** @type {Resource[]} */ resources,
  /** @type {Map<string, Buffer>} */ files = new Map(),
) => ({
  "datapackage.json": `${JSON.stringify({ ...header, resources }, null, 2)}\n`,
  "schema.ts": typesSource(resources),
  "README.md": readmeSource(resources, (name) => files.get(name) ?? readFileSync(csvFile(name))),
  "LICENSES.md": licensesSource(resources),
});

/**
 * Writes what is not as the tables' folders say it: rows first, then all that is generated. Everything is made before
 * anything is written, so that a fault leaves data/ as it was.
 * @param {string} caller
 * @param {Map<string, Buffer>} [files]
 * @returns {Resource[]} the tables whose rows or description have changed
 */
export function writePackage(caller, files) {
  const file = join(dataFolder, "datapackage.json");
  /** @type {Resource[]} */
  const before = existsSync(file) ? readJson(file).resources : [];
  const known = new Set(before.map((resource) => JSON.stringify(resource)));
  const resources = resourcesOf(caller, files);
  const outputs = Object.entries(generated(resources, files)).map(([path, content]) => ({ path, content }));
  const rows = [...(files ?? [])].map(([name, content]) => ({ path: `tables/${name}/${name}.csv`, content }));
  for (const { path, content } of [...rows, ...outputs]) {
    const target = join(dataFolder, path);
    if (!existsSync(target) || !readFileSync(target).equals(Buffer.from(content))) writeWhole(target, content);
  }
  return resources.filter((resource) => !known.has(JSON.stringify(resource)));
}
