// Files that come with the kit: where a person has lost or broken one, git has it.
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { root } from "./places.mjs";
import { Problem } from "./problem.mjs";

/** @param {string} path @param {string} what is wrong with it */
function damaged(path, what) {
  const name = relative(root, path);
  return new Problem(
    `${name} ${what}: put back the course's with \`git checkout HEAD -- "${name}"\`, and start again.`,
  );
}

/** The text of a file of the kit's. Throws a Problem where it is gone. */
export function readOurs(/** @type {string} */ path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw damaged(path, `cannot be read (${/** @type {NodeJS.ErrnoException} */ (error).code})`);
  }
}

/** The same for a file of JSON. @returns {any} */
export function readOurJson(/** @type {string} */ path) {
  try {
    return JSON.parse(readOurs(path));
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw damaged(path, "is broken (cut off, mistyped, or with git's conflict marks in it)");
  }
}
