// What the outputs of a notebook depend on, as a fingerprint: its cells, the sources of the kit that it imports at any depth,
// the tables that it names, the installed packages, the kernel and Node's major version. Sources are read and not dist, where a file
// may lie whose source is gone.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { root } from "../setup/places.mjs";
import { joined } from "./format.mjs";
import { countsFor } from "./named.mjs";
import { readNotebook } from "./refresh.mjs";
import { words } from "./words.mjs";

/** @typedef {{ cells: string, all: string }} Inputs fingerprints: of the code alone, and of all that the outputs depend on */

const { resolve } = createRequire(join(root, "notebooks", "cell.js"));

/** What a text imports when it runs; types alone do not count. */
function importsOf(/** @type {string} */ text) {
  const running = text.replace(/^(?:import|export) type\s[^;]*?\bfrom\s*"[^"]*"/gm, "");
  return [...running.matchAll(/\b(?:from|import)\s*\(?\s*(["'])([^"'\n]+)\1/g)].map(([, , name = ""]) => name);
}

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

/** Each file is read once, whichever notebooks it is an input of. @type {Map<string, { hash: string, leadsTo: string[] }>} */
const known = new Map();

/** The hash of a file, and the files that count with it. */
function look(/** @type {string} */ file) {
  const text = readFileSync(file, "utf8");
  const leadsTo = file.endsWith(".ts") ? sourcesOf(text, file) : [];
  const found = { hash: hashOf([relative(root, file).replaceAll(sep, "/"), text]), leadsTo };
  known.set(file, found);
  return found;
}

/** Sources of the kit that a text imports. A room of lib reads nothing else; the other workspaces also open files, and count whole. */
function sourcesOf(/** @type {string} */ text, /** @type {string} */ importer) {
  return importsOf(text).flatMap((name) => {
    const source = sourceOf(name, importer);
    if (source === undefined) return [];
    const [workspace = ""] = relative(root, source).split(sep);
    return name.startsWith(".") || workspace === "lib" ? [source] : [source, ...filesIn(join(root, workspace))];
  });
}

function addFile(/** @type {string} */ file, /** @type {Map<string, string>} */ hashes) {
  if (hashes.has(file)) return;
  const { hash, leadsTo } = known.get(file) ?? look(file);
  hashes.set(file, hash);
  for (const each of leadsTo) addFile(each, hashes);
}

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
  const hashes = new Map();
  const imported = code.flatMap((cell) => sourcesOf(cell, path));
  for (const file of [...filesIn(join(root, "scripts", "kernel")), ...imported]) addFile(file, hashes);
  const counts = countsFor(code);
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
