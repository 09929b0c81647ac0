// A stamp says what a finished step was made from, and how many files that made. It lies inside what the step makes, is
// removed before the step begins and written after it has wholly succeeded: a step that was interrupted has none.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { writeWhole } from "../whole.mjs";
import { readOurs } from "./ours.mjs";

const file = (/** @type {string} */ folder) => join(folder, ".emergence-setup.json");

/** First 16 hex digits of the SHA-256 of one of the kit's files. */
export function hashOf(/** @type {string} */ path) {
  return createHash("sha256").update(readOurs(path)).digest("hex").slice(0, 16);
}

/** Files of a folder, without caches: those have a dot before their name or their folder's, or lie in __pycache__. */
function countFiles(/** @type {string} */ folder) {
  const isCache = (/** @type {string} */ path) => /(^|[\\/])(\.|__pycache__[\\/])/.test(path);
  return readdirSync(folder, { withFileTypes: true, recursive: true }).filter(
    (entry) => entry.isFile() && !isCache(relative(folder, join(entry.parentPath, entry.name))),
  ).length;
}

/**
 * @param {string} folder
 * @returns {Record<string, string | number> | null} null where the step never finished
 */
export function readStamp(folder) {
  try {
    return JSON.parse(readFileSync(file(folder), "utf8"));
  } catch {
    return null;
  }
}

/** How many files are gone since the step finished; 0 where none are, or nothing is known. */
export function lostFiles(/** @type {string} */ folder) {
  const files = readStamp(folder)?.files;
  return typeof files === "number" ? Math.max(0, files - countFiles(folder)) : 0;
}

/** Whether the stamp is there and says exactly this. */
export function says(/** @type {string} */ folder, /** @type {Record<string, string>} */ content) {
  const stamp = readStamp(folder);
  return stamp !== null && Object.entries(content).every(([key, value]) => stamp[key] === value);
}

/** The same, and nothing of what it stands for was deleted since. */
export function isStamped(/** @type {string} */ folder, /** @type {Record<string, string>} */ content) {
  // Earlier versions of the kit did not count files.
  return says(folder, content) && readStamp(folder)?.files !== undefined && lostFiles(folder) === 0;
}

export function writeStamp(/** @type {string} */ folder, /** @type {Record<string, string>} */ content) {
  writeWhole(file(folder), JSON.stringify({ ...content, files: countFiles(folder) }));
}

export function removeStamp(/** @type {string} */ folder) {
  rmSync(file(folder), { force: true });
}
