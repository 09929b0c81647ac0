// What this clone's own git config needs, so that notebooks neither look changed after a mere Save nor break in a merge.
// Local to the clone; nothing of the user's own git is touched.
import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { root as kit } from "./places.mjs";
import { gitEnvironment } from "./variables.mjs";

/** @typedef {{ root: string, python: string }} Clone python: .venv's, which has nbdime */

/** How nbdime merges: conflicts marked in the cells, outputs in conflict cleared. */
export const mergeOptions = ["--merge-strategy", "inline", "--output-strategy", "clear-all"];

const attributes = "*.ipynb diff=jupyternotebook merge=jupyternotebook";
// git hands these lines to a POSIX shell, on Windows too.
const quoted = (/** @type {string} */ path) => `'${path.replaceAll("\\", "/").replaceAll("'", "'\\''")}'`;

/**
 * @param {string} clean path of the filter
 * @param {string} driver what merges notebooks
 * @returns {Record<string, string>}
 */
function settings(clean, driver, /** @type {string} */ nbdime) {
  return {
    "filter.notebook.clean": `${quoted(process.execPath)} ${quoted(clean)} %f`,
    "filter.notebook.smudge": "cat",
    "merge.jupyternotebook.name": "notebooks, cell by cell",
    "merge.jupyternotebook.driver": `${driver} %O %A %B %L %P`,
    "diff.jupyternotebook.command": `${nbdime}.diffdriver diff`,
  };
}

/** Nothing of a person's own Python reaches in, whatever shell git is called from. @param {string} python */
const nbdimeOf = (python) => `${quoted(python)} -I -X utf8 -m nbdime.vcs.git`;

/** Paths within the clone, since the linked work trees of one repository share its config. @param {Clone} clone */
function wanted({ root, python }) {
  const inside = relative(root, python);
  const near = inside.startsWith("..") ? python : inside;
  const driver = `${quoted(process.execPath)} 'scripts/update/driver.mjs' ${quoted(near)}`;
  return settings("scripts/notebooks/clean.mjs", driver, nbdimeOf(near));
}

/**
 * The same for one git command of an update in any folder: `-c` and its values. Notebooks in conflict stay so here: the update
 * ends each conflict by itself, and says how.
 * @param {string} python
 */
export function asOptions(python) {
  const nbdime = nbdimeOf(python);
  const driver = `${nbdime}.mergedriver merge ${mergeOptions.join(" ")}`;
  const all = settings(join(kit, "scripts", "notebooks", "clean.mjs"), driver, nbdime);
  return Object.entries(all).flatMap(([key, value]) => ["-c", `${key}=${value}`]);
}

const git = (/** @type {string} */ root, /** @type {string[]} */ ...args) =>
  spawnSync("git", args, { cwd: root, encoding: "utf8", windowsHide: true, env: gitEnvironment() });

/**
 * Why git cannot work here, or null. A zip download is no clone, nor is a copy inside somebody's other repository.
 * @param {string} root
 * @returns {{ what: string, fix: string } | null}
 */
export function cloneProblem(root) {
  if (!existsSync(join(root, ".git")))
    return {
      what: "this folder is no git clone",
      fix: "clone the repository instead of downloading it, and copy your notebooks into the clone's notebooks/mine",
    };
  const { status, error, stderr } = git(root, "rev-parse", "--git-dir");
  if (error) return { what: "git was not found", fix: "install it from git-scm.com" };
  if (status === 0) return null;
  return /dubious ownership/.test(stderr)
    ? {
        what: "git does not trust this folder, because another user owns it",
        fix: `if it is yours: git config --global --add safe.directory "${root}"`,
      }
    : { what: `git cannot read this clone (${stderr.split("\n")[0]?.trim()})`, fix: "clone the course anew" };
}

/** Attributes of this clone alone: without .venv, git's own text merge is the better one. */
function attributesFile(/** @type {string} */ root) {
  return resolve(root, git(root, "rev-parse", "--git-path", "info/attributes").stdout.trim());
}

const hasAttributes = (/** @type {string} */ file) =>
  existsSync(file) && readFileSync(file, "utf8").includes(attributes);

/**
 * The settings that differ from what this clone needs.
 * @param {Clone} clone
 */
export function gitProblems(clone) {
  const lines = git(clone.root, "config", "--local", "--list", "-z").stdout.split("\0");
  const wrong = Object.entries(wanted(clone)).filter(([key, value]) => !lines.includes(`${key}\n${value}`));
  const names = wrong.map(([key]) => key);
  return hasAttributes(attributesFile(clone.root)) ? names : [...names, "info/attributes"];
}

/** Sets them; again and again with the same result. */
export function configureGit(/** @type {Clone} */ clone) {
  for (const [key, value] of Object.entries(wanted(clone))) git(clone.root, "config", "--local", key, value);
  const file = attributesFile(clone.root);
  if (hasAttributes(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${existsSync(file) && !readFileSync(file, "utf8").endsWith("\n") ? "\n" : ""}${attributes}\n`);
}
