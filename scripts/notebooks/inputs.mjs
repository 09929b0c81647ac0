// What the outputs of a notebook depend on, as a fingerprint: its cells, the sources of the kit behind the names that it imports,
// the tables that it names, the installed packages, the kernel and Node's major version. Sources are read and not dist, where a file
// may lie whose source is gone.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative, sep } from "node:path";
import { root } from "../setup/places.mjs";
import { joined } from "./format.mjs";
import { askedOf, importsOf, readSource } from "./imports.mjs";
import { countsFor } from "./named.mjs";
import { readNotebook } from "./refresh.mjs";
import { words } from "./words.mjs";

/** @typedef {{ cells: string, all: string }} Inputs fingerprints: of the code alone, and of all that the outputs depend on */

const { resolve } = createRequire(join(root, "notebooks", "cell.js"));

const hashOf = (/** @type {string[]} */ texts) =>
  createHash("sha256").update(JSON.stringify(texts)).digest("hex").slice(0, 16);

/** Files of a folder that count, at any depth; neither what is built or installed nor what is only for a reader. */
const filesIn = (/** @type {string} */ folder, extensions = /\.(ts|cjs|csv|json)$/) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => extensions.test(file) && !/(^|[\\/])(dist|node_modules)[\\/]/.test(file))
    .map((file) => join(folder, file));

/** The source that an import means, or undefined if it is not of the kit. */
function sourceOf(/** @type {string} */ name, /** @type {string} */ importer) {
  const path = name.startsWith(".")
    ? join(dirname(importer), name)
    : name.startsWith("@emergence/")
      ? resolve(name)
      : "";
  const source = path.replace(`${sep}dist${sep}`, sep).replace(/\.js$/, "");
  return [`${source}.ts`, join(source, "index.ts"), source].find((file) => source !== "" && existsSync(file));
}

/**
 * Each file is read once, whichever notebooks it is an input of.
 * @typedef {{ hash: string, imports: import("./imports.mjs").Import[], handsOn?: import("./imports.mjs").HandedOn[] }} Known
 * @type {Map<string, Known>}
 */
const known = new Map();

function look(/** @type {string} */ file) {
  const text = readFileSync(file, "utf8");
  const { code, imports, handsOn } = file.endsWith(".ts") ? readSource(text) : { code: text, imports: [] };
  /** @type {Known} */
  const found = { hash: hashOf([relative(root, file).replaceAll(sep, "/"), code]), imports };
  if (handsOn !== undefined) found.handsOn = handsOn;
  known.set(file, found);
  return found;
}

/** Files that are read while a workspace runs: its imports do not say so. @type {Map<string, string[]>} */
const opened = new Map([
  ["data", filesIn(join(root, "data", "tables"))],
  ["run", filesIn(join(root, "run"))],
]);

/** The sources that give these names, and what those import at any depth. A file that only hands on names is none of them. */
function addImports(
  /** @type {import("./imports.mjs").Import[]} */ imports,
  /** @type {string} */ importer,
  /** @type {Map<string, string>} */ hashes,
) {
  for (const { from, names } of imports) {
    const source = sourceOf(from, importer);
    if (source === undefined) continue;
    if (from.startsWith("@"))
      for (const file of opened.get(relative(root, source).split(sep)[0] ?? "") ?? []) addFile(file, hashes);
    const { handsOn } = known.get(source) ?? look(source);
    if (handsOn === undefined) addFile(source, hashes);
    else addImports(askedOf(handsOn, names), source, hashes);
  }
}

function addFile(/** @type {string} */ file, /** @type {Map<string, string>} */ hashes) {
  if (hashes.has(file)) return;
  const { hash, imports, handsOn } = known.get(file) ?? look(file);
  if (handsOn !== undefined) return;
  hashes.set(file, hash);
  addImports(imports, file, hashes);
}

/** What runs of the kernel, less what words an error: a notebook that is noted has none. */
const kernel = filesIn(join(root, "scripts", "kernel"), /\.cjs$/).filter((file) => basename(file) !== "traceback.cjs");

/** Installed packages that cells may run on, as `path version`; tools of development are none. */
function installedPackages() {
  /** @type {{ packages: Record<string, { version?: string, dev?: boolean }> }} */
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  return Object.entries(packages).flatMap(([path, { version, dev }]) =>
    path.includes("node_modules/") && !dev ? [`${path} ${version}`] : [],
  );
}

/** @returns {string[]} the code of a notebook's cells */
const codeOf = (/** @type {import("./format.mjs").Notebook} */ { cells }) =>
  cells.filter((cell) => cell.cell_type === "code").map((cell) => joined(cell.source));

/** @returns {Map<string, string>} hashes of the files that count, by path */
function filesBehind(/** @type {string[]} */ code, /** @type {string} */ path) {
  /** @type {Map<string, string>} */
  const hashes = new Map();
  for (const file of kernel) addFile(file, hashes);
  addImports(code.flatMap(importsOf), path, hashes);
  const counts = countsFor(code, [...hashes.keys()]);
  return new Map([...hashes].filter(([file]) => counts(file)));
}

/**
 * The files that a notebook's outputs depend on, beside itself.
 * @param {string} path
 */
export const inputFiles = (path) => [...filesBehind(codeOf(readNotebook(path)), path).keys()];

/**
 * @param {string} path
 * @returns {Inputs}
 */
export function inputsOf(path) {
  const notebook = readNotebook(path);
  const code = codeOf(notebook);
  const cells = hashOf(code);
  // The committed outputs count by their words, which is what a run is compared with.
  const said = JSON.stringify(words(notebook));
  const [major = ""] = process.versions.node.split(".");
  const contents = [...filesBehind(code, path).values()].sort();
  return { cells, all: hashOf([cells, said, major, ...installedPackages(), ...contents]) };
}
