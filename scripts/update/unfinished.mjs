// The last step of an update puts the joined files into the person's folder. Where it is killed or fails, some are
// there and some are not; all of them are in commits or were moved aside, so the step can be finished or taken back. What
// the person saves meanwhile is kept under a second name.
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freeSpace } from "../setup/disk.mjs";
import { writeWhole } from "../whole.mjs";
import { stands } from "./conflicts.mjs";
import { differing, exchange, placeOf } from "./place.mjs";

/** @typedef {import("./git.mjs").Git} Git */
/** @typedef {{ from: string, to: string }} Step commits */
/** @typedef {{ root: string, folder: string, git: Git }} Clone folder: of git */

const marker = (/** @type {string} */ folder) => join(folder, "emergence-update.json");
/** The mode of a submodule, of which an update makes only the folder; and of no file. */
const [submodule, none] = ["160000", "000000"];

/** @param {string} folder @returns {Step | null} */
function readMarker(folder) {
  try {
    return JSON.parse(readFileSync(marker(folder), "utf8"));
  } catch {
    return null;
  }
}

/** @param {Clone} clone */
function open({ root, folder, git }) {
  const place = placeOf(root, folder);
  const [before, after] = [join(place, "index-from"), join(place, "index-to")];
  const files = exchange(root, place);

  return {
    files,
    /** The clone's own index knows which files stand as they are in the commit, without a look into them. */
    takeIndex() {
      const own = join(folder, "index");
      const { atime, mtime } = statSync(own);
      mkdirSync(place, { recursive: true });
      copyFileSync(own, before);
      utimesSync(before, atime, mtime); // git looks into files that are not older than the index
    },
    /** Checks the new files out beside the person's. @param {Step} step */
    prepare({ from, to }) {
      rmSync(files.fresh, { recursive: true, force: true });
      mkdirSync(files.fresh, { recursive: true });
      if (!existsSync(before)) git.withIndex(before).git("read-tree", from);
      rmSync(after, { force: true });
      const there = git.withIndex(after).in(files.fresh, `--git-dir=${folder}`, `--work-tree=${files.fresh}`);
      there.git("read-tree", from);
      there.git("read-tree", "-m", "-u", from, to);
    },
    /** Names that the step changes, those that it takes away first. @param {Step} step */
    changes({ from, to }) {
      const fields = git.git("diff", "--raw", "--no-renames", "-z", from, to).split("\0");
      /** @type {{ put: string[], remove: string[] }} */
      const found = { put: [], remove: [] };
      for (let i = 0; i + 1 < fields.length; i += 2) {
        const [old = "", mode = ""] = fields[i]?.slice(1).split(" ") ?? [];
        const path = fields[i + 1] ?? "";
        const isThere = mode === submodule && (old === submodule || stands(join(root, path)));
        if (mode === none && old !== submodule) found.remove.push(path);
        else if (mode !== none && !isThere && files.waits(path)) found.put.push(path); // not what is left in git only
      }
      return found;
    },
    /** Puts beside what the person saved while files were exchanged. @returns {string[]} a line a file */
    settle() {
      const saved = (/** @type {string} */ work, /** @type {string} */ index) =>
        differing(work, folder, git.withIndex(index)).map(
          (path) =>
            `${path}: it was saved while the update put its files in place; what was saved is kept as ${files.putBeside(work, path)}, so look at both`,
        );
      return [
        ...files.asides().flatMap((work) => saved(work, before)),
        ...files.backs().flatMap((work) => saved(work, after)),
      ];
    },
  };
}

/** Moves the branch, unless it has moved meanwhile. @param {Git} git @param {Step} step */
function moveBranch({ git }, { from, to }) {
  git("update-ref", "-m", "npm run update", "HEAD", to, from);
  git("reset", "-q");
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
 * Finishes a step without touching what a person has edited since it was killed.
 * @param {Clone} clone
 * @param {Step} step
 */
function finish(clone, step) {
  const { root, git } = clone;
  const { files, prepare, changes } = open(clone);
  prepare(step);
  const { put, remove } = changes(step);
  for (const path of [...remove, ...put]) {
    const now = stands(join(root, path)) ? read(root, path, git) : undefined;
    const as = (/** @type {string} */ commit) => {
      const blob = git.blob(commit, path);
      if (!now || !blob) return blob === now ? "whole" : "other"; // both null: a folder stands where there is no file
      if (now.id === git.attempt("rev-parse", `${commit}:${path}`).out || blob.equals(now.bytes)) return "whole";
      return blob.subarray(0, now.bytes.length).equals(now.bytes) ? "cut off" : "other";
    };
    const [before, after] = [as(step.from), as(step.to)];
    const isEdited = now !== undefined && before === "other" && after === "other";
    const isDone = after === "whole" && before !== "whole"; // where both are, only the file's mode differs
    if (isEdited || isDone) continue;
    if (now && before !== "whole") rmSync(join(root, path)); // a piece of what is in a commit
    if (put.includes(path)) files.put(path);
    else files.remove(path);
  }
  if (git.git("rev-parse", "HEAD") === step.from) moveBranch(git, step);
  else git.git("reset", "-q");
}

/**
 * @param {Clone} clone
 * @param {Step} step
 * @param {(moment: string) => void} [at] told of each moment; a test saves and kills at them
 * @returns {{ failure?: { why: string, isBack: boolean }, saved: string[] }} failure: why, and whether all is as before;
 *   if not, the next update finishes it; saved: what the person saved meanwhile, a line a file
 */
export function putInPlace(clone, step, at = () => {}) {
  const { root, folder, git } = clone;
  const { files, takeIndex, prepare, changes, settle } = open(clone);
  /** @type {string[]} */
  const begun = [];
  try {
    files.clear();
    takeIndex();
    prepare(step);
    at("prepared");
    const { put, remove } = changes(step);
    writeWhole(marker(folder), JSON.stringify(step));
    at("marked");
    for (const path of remove) {
      begun.push(path);
      files.remove(path);
      at(`removed ${path}`);
    }
    for (const path of put) {
      begun.push(path);
      files.put(path, () => at(`moved ${path}`));
      at(`placed ${path}`);
    }
    moveBranch(git, step);
    at("joined");
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    // Git does not always say that it is the disk that is full.
    const why = freeSpace(root) < 5e6 ? `No space left on device. ${message}` : message;
    try {
      if (git.git("rev-parse", "HEAD") === step.to) return { failure: { why, isBack: false }, saved: settle() };
      for (const path of begun.reverse()) files.restore(path);
      const saved = settle();
      rmSync(marker(folder), { force: true });
      rmSync(files.fresh, { recursive: true, force: true }); // the disk may be full
      return { failure: { why, isBack: true }, saved };
    } catch {
      return { failure: { why, isBack: false }, saved: [] }; // the marker stays
    }
  }
  const saved = settle();
  at("settled");
  rmSync(marker(folder), { force: true });
  return { saved };
}

/**
 * Finishes an update that was killed in its last step, and looks once more at what the one before moved aside.
 * @param {Clone} clone
 * @returns {Promise<{ isFinished: boolean, saved: string[] }>} whether there was one, and what was saved meanwhile
 */
export async function finishInterrupted(clone) {
  const { folder, git } = clone;
  const step = readMarker(folder);
  let isFinished = false;
  if (step) {
    // The git that was killed left its lock; one that outlived the update gives it back by itself.
    const lock = join(folder, "index.lock");
    for (let look = 0; existsSync(lock) && look < 50; look++) await sleep(200);
    rmSync(lock, { force: true });
    const head = git.attempt("rev-parse", "HEAD").out;
    isFinished = [step.from, step.to].includes(head) && git.attempt("cat-file", "-e", step.to).ok;
    if (isFinished) finish(clone, step);
  }
  const { files, settle } = open(clone);
  const saved = settle();
  rmSync(marker(folder), { force: true });
  files.clear();
  return { isFinished, saved };
}
