// What a merge could not decide: both versions are kept where a person finds them, and no file is left broken.
import { lstatSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../whole.mjs";
import { settle } from "./cells.mjs";

/** @typedef {import("./git.mjs").Git} Git */
/** @typedef {import("./cells.mjs").Notebook} Notebook */

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
 */
function freeName(roots, path) {
  const [stem, ending] = isNotebook(path) ? [path.slice(0, -".ipynb".length), ".ipynb"] : [path, ""];
  for (let n = 1; ; n++) {
    const name = `${stem}.mine${n > 1 ? `-${n}` : ""}${ending}`;
    if (!roots.some((root) => stands(join(root, name)))) return name;
  }
}

/**
 * Joins a notebook that both sides changed.
 * @param {string} file
 * @param {import("./cells.mjs").Sides} sides
 * @returns {boolean} false where it, or one of the sides, is no notebook
 */
function settleNotebook(file, sides) {
  const merged = parseNotebook(readFileSync(file));
  if (!merged || !sides.yours || !sides.theirs) return false;
  const settled = settle(merged, sides);
  if (JSON.stringify(settled) !== JSON.stringify(merged)) writeWhole(file, `${JSON.stringify(settled, null, 1)}\n`);
  return true;
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
export function resolveAll({ work, root, git: { git, attempt, paths, blob }, base, yours, theirs }) {
  const has = (/** @type {string} */ commit, /** @type {string} */ path) =>
    attempt("cat-file", "-e", `${commit}:${path}`).ok;
  const sides = (/** @type {string} */ path) => ({
    base: parseNotebook(blob(base, path)),
    yours: parseNotebook(blob(yours, path)),
    theirs: parseNotebook(blob(theirs, path)),
  });
  /** Takes a file from a side as it is there. */
  const take = (/** @type {string} */ commit, /** @type {string} */ path) => git("checkout", "-q", commit, "--", path);

  /** @param {string} path @returns {string} */
  function keepBoth(path) {
    const mine = freeName([root, work], path);
    take(yours, path);
    git("rm", "-q", "--cached", "-f", "--", path);
    renameSync(join(work, path), join(work, mine));
    take(theirs, path);
    git("add", "-f", "--", mine);
    return `${path}: the course's version stands there; yours is kept as ${mine}`;
  }

  const undecided = paths("diff", "--name-only", "--diff-filter=U");
  const done = undecided.map((path) => {
    const [mine, other] = [has(yours, path), has(theirs, path)];
    if (mine && other) {
      if (isNotebook(path) && settleNotebook(join(work, path), sides(path))) {
        git("add", "--", path);
        return `${path}: both versions stand in it, look for "Update:"`;
      }
      return keepBoth(path);
    }
    if (mine) {
      take(yours, path);
      return `${path}: yours stays as it was; the course has renamed it or taken it away`;
    }
    if (other) {
      take(theirs, path);
      return `${path}: this is the course's version; you had renamed or deleted yours`;
    }
    if (!stands(join(work, path))) {
      git("rm", "-q", "--cached", "--", path);
      return "";
    }
    git("add", "-f", "--", path);
    return `${path}: both a file and a folder had this name; look at what stands there now`;
  });

  const changed = (/** @type {string} */ by) => paths("diff", "--name-only", "--diff-filter=M", base, by);
  const both = changed(yours).filter((path) => isNotebook(path) && !undecided.includes(path));
  const course = changed(theirs);
  for (const path of both.filter((each) => course.includes(each) && stands(join(work, each)))) {
    if (settleNotebook(join(work, path), sides(path))) git("add", "--", path);
  }
  return done.filter((line) => line !== "");
}
