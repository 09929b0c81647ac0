// Which tables and which files of the register a notebook can read: those that its cells name, and the tables that the
// loaders of the data do. A table that nobody here names cannot change what the notebook says.
import { readFileSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { root } from "../setup/places.mjs";

const data = join(root, "data");
/** Made from the descriptions of all tables; what they say of one stands in its folder, too. */
const ofAllTables = ["schema.ts", "datapackage.json"];

/** Strings of a text, and the starts of its templates: a start names whatever begins like it, and so does a string that ends with a dash. */
const starts = (/** @type {string} */ text) =>
  [...text.matchAll(/["'`]([\w-]+)(["'`]|\$\{)/g)].map(([, start = "", end]) => ({
    start,
    whole: end !== "${" && !start.endsWith("-"),
  }));

/** What each loader of the data names. @type {Map<string, ReturnType<typeof starts>>} */
const byLoader = new Map();

/** What those of these files name that are loaders. */
function loaderStarts(/** @type {string[]} */ files) {
  const loaders = files.filter((file) => file.endsWith(".ts") && dirname(file) === data);
  return loaders.flatMap((file) => {
    const found = byLoader.get(file) ?? starts(readFileSync(file, "utf8"));
    byLoader.set(file, found);
    return found;
  });
}

/** Names of a file of the register. @type {Map<string, string[]>} */
const ids = new Map();

function idsOf(/** @type {string} */ file) {
  const found =
    ids.get(file) ?? [...readFileSync(file, "utf8").matchAll(/^ {2}"?([\w-]+)"?: \{/gm)].map(([, id = ""]) => id);
  ids.set(file, found);
  return found;
}

/**
 * Tells which files of the data count for a notebook.
 * @param {string[]} code its cells
 * @param {string[]} files what it imports at any depth
 * @returns {(file: string) => boolean} true for a file of another workspace
 */
export function countsFor(code, files) {
  const cells = code.join("\n");
  // A list of all tables or values is whatever there is.
  const all = /\b(tables|referenceIds)\b|\b(load|reference|table)\(`\$\{/.test(cells);
  const inCells = starts(cells);
  const inBoth = [...inCells, ...loaderStarts(files)];
  const names = (/** @type {string} */ name, /** @type {typeof inCells} */ list) =>
    list.some(({ start, whole }) => (whole ? name === start : name.startsWith(start)));
  return (file) => {
    const [workspace, folder = "", name = ""] = relative(root, file).split(sep);
    if (workspace !== "data" || all) return true;
    if (folder === "tables") return names(name, inBoth);
    if (folder === "reference" && name !== "entry.ts") return idsOf(file).some((id) => names(id, inCells));
    return !ofAllTables.includes(basename(file));
  };
}
