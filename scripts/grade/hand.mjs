// A folder of submissions as a learning platform gives it out: who handed in what.
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { Problem } from "../setup/problem.mjs";

/** @typedef {{ student: string, files: string[] }} HandIn paths, the newest first */

/**
 * The student in a name: Moodle writes `Surname Name_123_assignsubmission_file_`, Canvas `surnamename_LATE_123_456_file`.
 * @param {string} name without `.ipynb`
 * @returns {{ who: string, number: string }}
 */
export function studentIn(name) {
  const moodle = /^(.+?)_(\d+)_assignsubmission_file(_|$)/.exec(name);
  const canvas = /^([^_]+)_(?:LATE_)?(\d+)_\d+_/.exec(name);
  const [, who = name, number = ""] = moodle ?? canvas ?? [];
  return { who: who.trim(), number };
}

/** The notebooks in a folder at any depth, but for checkpoints. @param {string} folder @returns {string[]} */
function notebooksBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith(".") && name !== "node_modules" && name !== "__MACOSX")
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return notebooksBelow(path);
      return entry.isFile() && /\.ipynb$/i.test(entry.name) ? [path] : [];
    });
}

const newestFirst = (/** @type {string[]} */ paths) =>
  paths
    .map((path) => ({ path, time: statSync(path).mtimeMs }))
    .sort((one, other) => other.time - one.time || (one.path < other.path ? 1 : -1))
    .map(({ path }) => path);

/** @param {string} folder @returns {HandIn[]} in the order of names */
export function handedIn(folder) {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new Problem(
      `${folder} is not a folder; npm run grade needs one with a notebook or a folder for each student.`,
    );
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    ({ name }) => !name.startsWith(".") && name !== "__MACOSX",
  );
  const found = entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return [{ ...studentIn(entry.name), files: notebooksBelow(path) }];
    // A link might lead to a solution.
    return entry.isFile() && /\.ipynb$/i.test(entry.name)
      ? [{ ...studentIn(basename(entry.name, ".ipynb")), files: [path] }]
      : [];
  });
  if (found.length === 0)
    throw new Problem(
      `${folder} has no .ipynb and no folder of a student; npm run grade needs one of them for each student.`,
    );
  /** @type {Map<string, { who: string, number: string, files: string[] }>} */
  const people = new Map();
  for (const one of found) {
    const key = `${one.who}\n${one.number}`;
    const known = people.get(key);
    if (known) known.files.push(...one.files);
    else people.set(key, { ...one });
  }
  const all = [...people.values()];
  const isShared = (/** @type {string} */ who) => all.filter((one) => one.who === who).length > 1;
  return all
    .map(({ who, number, files }) => ({
      student: isShared(who) && number ? `${who} (${number})` : who,
      files: newestFirst(files),
    }))
    .sort((one, other) => one.student.localeCompare(other.student, "en"));
}

/** How a file is called in a table. @param {string} folder @param {string} path */
export const nameIn = (folder, path) => relative(folder, path).replaceAll("\\", "/");
