// What a merge could not decide: both versions are kept where a person finds them, and no file is left broken.
import { lstatSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../whole.mjs";
import { mergeByIds } from "./byids.mjs";
import { isNote, openIn, settle } from "./cells.mjs";
import { joinText } from "./lists.mjs";

/** @typedef {import("./git.mjs").Git} Git */
/** @typedef {import("./notebook.mjs").Notebook} Notebook */

const isNotebook = (/** @type {string} */ path) => path.endsWith(".ipynb");

/** @param {Buffer | null} content @returns {Notebook | undefined} undefined where it is no whole notebook */
export function parseNotebook(content) {
  try {
    const notebook = JSON.parse(String(content));
    return Array.isArray(notebook.cells) ? notebook : undefined;
  } catch {
    return undefined;
  }
}

/** Whether anything has this name, be it a link to nowhere. */
export function stands(/** @type {string} */ path) {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * A name beside a file that is free in every one of the folders: nothing is ever written over.
 * @param {string[]} roots
 * @param {string} path
 * @param {"mine" | "course"} whose
 */
export function freeName(roots, path, whose) {
  const [stem, ending] = isNotebook(path) ? [path.slice(0, -".ipynb".length), ".ipynb"] : [path, ""];
  for (let n = 1; ; n++) {
    const name = `${stem}.${whose}${n > 1 ? `-${n}` : ""}${ending}`;
    if (!roots.some((root) => stands(join(root, name)))) return name;
  }
}

/**
 * Joins a notebook that both sides changed.
 * @param {string} file
 * @param {import("./notebook.mjs").Sides} sides
 * @returns {"cells" | "metadata" | "nothing" | null} what was open in it (see openIn); null also where it, or one of the
 *   sides, is no notebook: then nothing is written
 */
export function settleNotebook(file, sides) {
  const merged = parseNotebook(readFileSync(file));
  const { base, yours, theirs } = sides;
  if (!merged || !yours || !theirs) return null;
  const write = (/** @type {Notebook} */ settled) => writeWhole(file, `${JSON.stringify(settled, null, 1)}\n`);
  const open = openIn(merged, sides);
  const own = open === null && base ? mergeByIds({ base, yours, theirs }) : null;
  if (own) {
    write(settle(own, sides));
    return own.cells.some((cell) => isNote(cell) && !yours.cells.includes(cell)) ? "cells" : "nothing";
  }
  const settled = settle(merged, sides);
  if (JSON.stringify(settled) !== JSON.stringify(merged)) write(settled);
  return open;
}

const joined = {
  cells: 'both versions stand in it, look for "Update:"',
  metadata: "joined; where both had changed a label of the notebook or of a cell, yours stands",
  nothing: "joined; cells had been moved or deleted, so look whether their order is what you want",
};

/** Files in conflict, and which sides have one: git numbers the common one 1, yours 2, the course's 3. @param {Git} git */
function undecided({ git }) {
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  // mode, id, stage, a tab, path
  for (const entry of git("ls-files", "-u", "-z").split("\0").filter(Boolean)) {
    const path = entry.slice(entry.indexOf("\t") + 1);
    found.set(path, (found.get(path) ?? new Set()).add(entry.slice(0, entry.indexOf("\t")).slice(-1)));
  }
  return found;
}

/** Files that a side has changed since the common commit: by their names then, their names now. @param {Git} git @param {string} base @param {string} by */
function changed({ git }, base, by) {
  const fields = git("diff", "--name-status", "-M", "--diff-filter=MR", "-z", base, by).split("\0");
  /** @type {Map<string, string>} */
  const found = new Map();
  for (let i = 0; i + 1 < fields.length; i += 2) {
    const path = fields[i + 1] ?? "";
    found.set(path, fields[i]?.startsWith("R") ? (fields[++i + 1] ?? "") : path);
  }
  return found;
}

/**
 * Ends every conflict of a merge under way in `work`, and looks after the notebooks that were merged without one.
 * @param {object} merge
 * @param {string} merge.work the folder of the merge
 * @param {string} merge.root the person's own, in which no name may be taken that is in use
 * @param {Git} merge.git in `work`
 * @param {string} merge.base commit, as the next two
 * @param {string} merge.yours
 * @param {string} merge.theirs
 * @returns {string[]} what was done, a line a file
 */
export function resolveAll({ work, root, git: repository, base, yours, theirs }) {
  const { git, attempt, blob } = repository;
  const has = (/** @type {string} */ commit, /** @type {string} */ path) =>
    attempt("cat-file", "-e", `${commit}:${path}`).ok;

  /** Puts one side's file beside, under a free name. @param {"--ours" | "--theirs"} side @param {string} path @param {string} name */
  function putBeside(side, path, name) {
    git("checkout", "-q", side, "--", path);
    renameSync(join(work, path), join(work, name));
    git("add", "-f", "--", name);
  }

  /** @param {string} path @param {Set<string>} stages @returns {string} */
  function resolve(path, stages) {
    if (stages.has("2") && stages.has("3")) {
      const [common, mine, other] = [":1", ":2", ":3"].map((stage) => parseNotebook(blob(stage, path)));
      const sides = { base: common, yours: mine, theirs: other };
      // Two notebooks of one name that have nothing in common are not joined.
      const open = isNotebook(path) && stages.has("1") ? settleNotebook(join(work, path), sides) : null;
      if (open) {
        git("add", "--", path);
        return `${path}: ${joined[open]}`;
      }
      const text = isNotebook(path)
        ? null
        : joinText(path, { base: blob(":1", path), yours: blob(":2", path), theirs: blob(":3", path) });
      if (text !== null && lstatSync(join(work, path)).isFile()) {
        git("checkout", "-q", "--theirs", "--", path); // for its mode
        writeFileSync(join(work, path), text);
        git("add", "-f", "--", path);
        return "";
      }
      const name = freeName([root, work], path, "mine");
      putBeside("--ours", path, name);
      git("checkout", "-q", "--theirs", "--", path);
      git("add", "-f", "--", path);
      const isBroken = isNotebook(path) && !mine;
      const why = isBroken ? ", for it is no whole notebook (cut off, or with git's conflict marks in it)" : "";
      return `${path}: the course's version stands there; yours is kept as ${name}${why}`;
    }
    if (stages.has("2") && has(yours, path)) {
      // As it was: where both have renamed a file, git puts its own mixture here.
      git("checkout", "-q", yours, "--", path);
      return `${path}: yours stays as it was; the course has renamed it or taken it away`;
    }
    if (stages.has("3") && has(theirs, path)) {
      git("checkout", "-q", theirs, "--", path);
      return `${path}: this is the course's version; you had renamed or deleted yours`;
    }
    if (stages.has("2") || stages.has("3")) {
      // A file where the other side has a folder or a link of that name: git has put it aside as NAME~COMMIT.
      const own = stages.has("2");
      const asked = path.replace(/~[^/~]*$/, "");
      const name = freeName([root, work], asked, own ? "mine" : "course");
      putBeside(own ? "--ours" : "--theirs", path, name);
      git("rm", "-q", "--cached", "-f", "--", path);
      return own
        ? `${asked}: the course has something else of this name; yours is kept as ${name}`
        : `${asked}: yours keeps this name; what the course has of this name is ${name}`;
    }
    git("rm", "-q", "--cached", "--", path);
    return "";
  }

  const open = undecided(repository);
  const done = [...open].map(([path, stages]) => resolve(path, stages));

  const course = changed(repository, base, theirs);
  for (const [before, mine] of changed(repository, base, yours)) {
    const other = course.get(before);
    const path = mine === before ? (other ?? "") : mine;
    if (other === undefined || !isNotebook(path) || open.has(path) || !stands(join(work, path))) continue;
    const versions = [blob(base, before), blob(yours, mine), blob(theirs, other)].map(parseNotebook);
    const [common, yourNotebook, theirNotebook] = versions;
    settleNotebook(join(work, path), { base: common, yours: yourNotebook, theirs: theirNotebook });
    git("add", "--", path);
  }
  return done.filter((line) => line !== "");
}
