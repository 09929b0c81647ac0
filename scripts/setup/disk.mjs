// Is there room, and may we write? Asked before anything is changed.
// The default import: an old Node, which lacks statfsSync, must get as far as saying that it is too old.
import fs, { accessSync, constants, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "./problem.mjs";

/** What each part takes while it is made (measured: 0.53 and 0.36 GB), with room for npm's and pip's caches. */
export const room = { packages: 0.7e9, environment: 0.5e9 };

/** Bytes free for this user where the folder lies. */
export function freeSpace(/** @type {string} */ folder) {
  const { bavail, bsize } = fs.statfsSync(folder);
  return bavail * bsize;
}

/** Bytes that a folder holds. */
function sizeOf(/** @type {string} */ folder) {
  let size = 0;
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (entry.isFile()) size += statSync(join(entry.parentPath, entry.name)).size;
    }
  } catch {
    // It is not there, or is being removed.
  }
  return size;
}

/** Throws a Problem where the folder is read-only. */
export function checkWritable(/** @type {string} */ folder) {
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new Problem(
      `the folder ${folder} cannot be written: clone into a folder of your own, or have its owner changed, and start again.`,
    );
  }
}

export const gigabytes = (/** @type {number} */ bytes) => (bytes / 1e9).toFixed(bytes < 10e9 ? 2 : 0);

/**
 * Throws a Problem where too little room is left for what is still to be made.
 * @param {string} folder
 * @param {{ needed: number, what?: string, replaced?: string[], free?: number }} options replaced: folders that are
 *   removed first
 */
export function checkSpace(folder, options) {
  const { needed, what = "what is still to be set up", replaced = [], free = freeSpace(folder) } = options;
  if (free >= needed) return;
  // Only now, since it takes seconds: what goes makes room.
  const given = replaced.reduce((sum, each) => sum + sizeOf(each), 0);
  if (free + given >= needed) return;
  throw new Problem(
    `the disk has ${gigabytes(free)} GB free, ${what} needs ${gigabytes(needed - given)} GB: make room, and start again.`,
  );
}
