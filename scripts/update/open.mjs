// A person's open work, before an update: all of it gets into a commit, and onto a branch.
import { lstatSync } from "node:fs";
import { dirname, join } from "node:path";
import { stands } from "./conflicts.mjs";

/** @typedef {import("./git.mjs").Git} Git */

const isFile = (/** @type {string} */ path) => stands(path) && !lstatSync(path).isDirectory();

const isSparse = (/** @type {Pick<Git, "attempt">} */ { attempt }) =>
  attempt("config", "--type=bool", "core.sparseCheckout").out === "true";

/** Files and folders that stand, unknown to git, where the course puts a file: a merge would refuse or overwrite them. */
export function collisions(/** @type {string} */ root, /** @type {Git} */ { paths }, /** @type {string[]} */ added) {
  const tracked = new Set(paths("ls-files"));
  const found = added.flatMap((path) => {
    // A file of the person's may also have the name of a folder of the course's.
    for (let part = path; part !== "."; part = dirname(part)) {
      if (part === path ? stands(join(root, part)) : isFile(join(root, part))) return tracked.has(part) ? [] : [part];
    }
    return [];
  });
  return [...new Set(found)];
}

/** Git looks away from files that a person has told it to; a merge would write over what is in them. @param {string} root @param {Git} git */
export function lookAtAll(root, { git, attempt }) {
  const sparse = isSparse({ attempt });
  const entries = git("ls-files", "-v", "-z").split("\0").filter(Boolean);
  for (const entry of entries) {
    const [tag = "", path] = [entry.slice(0, 1), entry.slice(2)];
    if (/[a-z]/.test(tag)) git("update-index", "--no-assume-unchanged", "--", path);
    if (/s/i.test(tag) && (!sparse || stands(join(root, path)))) git("update-index", "--no-skip-worktree", "--", path);
  }
}

/** Commits all that is open. @param {Git} git @param {string} day @param {string[]} inTheWay @returns {boolean} whether anything was */
export function commitOpen({ git, attempt }, day, inTheWay) {
  const commit = () => {
    if (attempt("diff", "--cached", "--quiet").ok) return false;
    git("commit", "-q", "-m", `My work before the update of ${day}`);
    return true;
  };
  // What was staged and edited again afterwards is a version of its own.
  const staged = !attempt("diff", "--quiet").ok && commit();
  git("add", "-u");
  if (inTheWay.length > 0) git("add", "-f", ...(isSparse({ attempt }) ? ["--sparse"] : []), "--", ...inTheWay);
  return commit() || staged;
}

/** Makes a branch of a free name at HEAD. @param {Git} git @param {string} day */
export function keepAsBranch({ git }, day) {
  const names = git("for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads").split("\n");
  const isTaken = (/** @type {string} */ name) => names.some((each) => `${each}/`.toLowerCase().startsWith(`${name}/`));
  let name = `before-update-${day}`;
  for (let n = 2; isTaken(name); n++) name = `before-update-${day}-${n}`;
  git("branch", "--no-track", name, git("rev-parse", "HEAD"));
  return name;
}
