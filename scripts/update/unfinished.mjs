// The last step of an update puts the joined files into the person's folder. Where it is killed or fails, some are
// there, some are not, one may be cut off; all of them are in commits, so the step can be finished or taken back.
import { existsSync, lstatSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freeSpace } from "../setup/disk.mjs";
import { writeWhole } from "../whole.mjs";
import { stands } from "./conflicts.mjs";

/** @typedef {import("./git.mjs").Git} Git */
/** @typedef {{ from: string, to: string }} Step commits */

const marker = (/** @type {string} */ folder) => join(folder, "emergence-update.json");

/** @param {string} folder @returns {Step | null} */
function readMarker(folder) {
  try {
    return JSON.parse(readFileSync(marker(folder), "utf8"));
  } catch {
    return null;
  }
}

/** A file as git would keep it, and its bytes; null for a folder. @param {string} root @param {string} path @param {Git} git */
function read(root, path, { attempt }) {
  const file = join(root, path);
  const stat = lstatSync(file);
  if (stat.isDirectory()) return null;
  if (stat.isSymbolicLink()) return { bytes: Buffer.from(readlinkSync(file)), id: "" };
  return { bytes: readFileSync(file), id: attempt("hash-object", `--path=${path}`, "--", file).out };
}

/**
 * Makes the files that a step changes those of one of its commits, without touching what a person has edited since.
 * @param {string} root
 * @param {Git} git
 * @param {Step} step
 * @param {string} target one of the two
 */
function bringTo(root, git, { from, to }, target) {
  /** @type {string[]} */
  const wanted = [];
  /** @type {string[]} */
  const gone = [];
  for (const path of git.paths("diff", "--name-only", "--no-renames", from, to)) {
    const now = stands(join(root, path)) ? read(root, path, git) : undefined;
    const as = (/** @type {string} */ commit) => {
      const blob = git.blob(commit, path);
      if (!now || !blob) return blob === now ? "whole" : "other"; // both null: a folder stands where there is no file
      if (now.id === git.attempt("rev-parse", `${commit}:${path}`).out || blob.equals(now.bytes)) return "whole";
      return blob.subarray(0, now.bytes.length).equals(now.bytes) ? "cut off" : "other";
    };
    const isEdited = now !== undefined && [from, to].every((commit) => as(commit) === "other");
    if (isEdited || as(target) === "whole") continue;
    if (git.attempt("cat-file", "-e", `${target}:${path}`).ok) wanted.push(path);
    else if (now) gone.push(path);
  }
  for (const path of gone) rmSync(join(root, path)); // first, since it makes room
  git.git("reset", "-q", target);
  if (wanted.length > 0) git.git("checkout", "-q", target, "--", ...wanted);
}

/**
 * @param {string} root
 * @param {string} folder of git
 * @param {Git} git
 * @param {Step} step
 * @returns {{ why: string, isBack: boolean } | null} why it failed, and whether all is as before; if not, the next
 *   update finishes it
 */
export function putInPlace(root, folder, git, step) {
  writeWhole(marker(folder), JSON.stringify(step));
  const { ok, error } = git.attempt("merge", "-q", "--ff-only", step.to);
  // Git does not always say that it is the disk that is full.
  const why = !ok && freeSpace(root) < 5e6 ? `No space left on device. ${error}` : error;
  try {
    if (!ok) bringTo(root, git, step, step.from);
  } catch {
    return { why, isBack: false }; // the marker stays
  }
  rmSync(marker(folder), { force: true });
  return ok ? null : { why, isBack: true };
}

/**
 * Finishes an update that was killed in its last step.
 * @param {string} root
 * @param {string} folder of git
 * @param {Git} git
 * @returns {Promise<boolean>} whether there was one
 */
export async function finishInterrupted(root, folder, git) {
  const step = readMarker(folder);
  if (!step) return false;
  // The git that was killed left its lock; one that outlived the update gives it back by itself.
  const lock = join(folder, "index.lock");
  for (let look = 0; existsSync(lock) && look < 50; look++) await sleep(200);
  rmSync(lock, { force: true });
  const isOpen = git.attempt("rev-parse", "HEAD").out === step.from && git.attempt("cat-file", "-e", step.to).ok;
  if (isOpen) bringTo(root, git, step, step.to);
  rmSync(marker(folder), { force: true });
  return isOpen;
}
