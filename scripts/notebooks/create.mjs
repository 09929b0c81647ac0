// A new notebook in the form of the course, with its worked exercise where the course has one.
import { linkSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { root as kit } from "../setup/places.mjs";
import { Problem } from "../setup/problem.mjs";
import { serialize } from "./format.mjs";
import { newCells, solvedCells } from "./newCells.mjs";

const forms = "16-my-question, closer/16-a-detail or mine/anything";

/** What a name asks for. @returns {{ folder: "" | "closer" | "mine", stem: string }} */
function parse(/** @type {string} */ name) {
  const plain = name.replace(/^notebooks\//, "").replace(/\.ipynb$/, "");
  const [, folder = "", stem = ""] = /^(?:(closer|mine)\/)?([^/\\]+)$/.exec(plain) ?? [];
  const isGood = folder === "mine" ? /^[\p{L}\p{N}][\p{L}\p{N} _-]*$/u : /^\d\d[a-z]?(-[a-z0-9]+)+$/;
  if (isGood.test(stem)) return { folder: /** @type {"" | "closer" | "mine"} */ (folder), stem };
  throw new Problem(
    `npm run new-notebook: got the name "${name}", needs two digits and words in small letters, joined by dashes (in mine/ any letters, digits, dashes): ${forms}; nothing was written.`,
  );
}

/** "16-my-question" is "16 · My question". */
function titleOf(/** @type {string} */ stem) {
  const [, number, words = ""] = /^(\d\d[a-z]?)-(.*)$/.exec(stem) ?? [null, "", stem];
  const said = words.replaceAll("-", " ").trim();
  const sentence = said.charAt(0).toUpperCase() + said.slice(1);
  return number ? `${number} · ${sentence}` : sentence;
}

/** @param {import("./newCells.mjs").NewCell[]} cells */
function fileOf(cells) {
  const made = cells.map(({ tags = [], ...cell }) => ({
    ...cell,
    metadata: tags.length > 0 ? { tags } : {},
    ...(cell.cell_type === "code" && { execution_count: null, outputs: [] }),
  }));
  return serialize({ cells: made, metadata: {}, nbformat: 4, nbformat_minor: 5 });
}

/** Writes a file whole, or not at all where something has its name. @param {string} file @param {string} content */
function writeNew(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, content);
    linkSync(beside, file);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
    throw new Problem(
      `npm run new-notebook: ${relative(kit, file)} is there already, and nothing was written over: take another name.`,
    );
  } finally {
    rmSync(beside, { force: true });
  }
}

/**
 * Writes a new notebook and, unless it is in mine/, its solution.
 * @param {string} name `16-my-question`, `closer/16-a-detail`, `mine/anything`
 * @param {string} [root] the clone
 * @returns {string[]} what was written, as paths in the clone
 */
export function createNotebook(name, root = kit) {
  const { folder, stem } = parse(name);
  const path = join("notebooks", folder, `${stem}.ipynb`);
  const solution = folder === "mine" ? null : join("solutions", folder, `${stem}.ipynb`);
  const linked = (/** @type {string} */ from, /** @type {string} */ to) =>
    relative(dirname(from), to).replaceAll("\\", "/");
  const title = titleOf(stem);
  const up = folder === "" ? "" : "../";
  const cells = newCells({ title, up, solution: solution && linked(path, solution) });
  writeNew(join(root, path), fileOf(cells));
  if (solution === null) return [path];
  try {
    writeNew(join(root, solution), fileOf(solvedCells({ title, notebook: linked(solution, path) })));
  } catch (error) {
    rmSync(join(root, path));
    throw error;
  }
  return [path, solution];
}
