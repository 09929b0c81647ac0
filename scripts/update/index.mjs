// Takes the course's changes into a person's copy and keeps the person's own work: it is committed first, a branch of
// its own keeps it as it was, notebooks are merged cell by cell, and what cannot be decided is kept twice. The merge is
// done in a folder apart; the person's own files change in one step at the end, or not at all.
import { join } from "node:path";
import { checkSpace } from "../setup/disk.mjs";
import { asOptions, configureGit } from "../setup/git.mjs";
import { withLock } from "../setup/lock.mjs";
import { venvPython } from "../setup/places.mjs";
import { diskFailure, Problem } from "../setup/problem.mjs";
import { mergeApart } from "./apart.mjs";
import { fetchCourse } from "./course.mjs";
import { GitFailure, gitIn } from "./git.mjs";
import { identity } from "./identity.mjs";
import { collisions, commitOpen, keepAsBranch, lookAtAll } from "./open.mjs";
import { report } from "./report.mjs";
import { checkState, waitForIndex } from "./state.mjs";
import { finishInterrupted, putInPlace } from "./unfinished.mjs";

/** @typedef {import("./git.mjs").Git} Git */

/** Bytes of a commit's files. @param {Git} git @param {string} commit @param {string[]} files */
function sizeOf({ git }, commit, files) {
  const asked = new Set(files);
  let size = 0;
  // mode, kind, id, size, a tab, path
  for (const entry of git("ls-tree", "-r", "-l", "-z", commit).split("\0")) {
    const [, bytes, path = ""] = /^\S+ \S+ \S+ +(\d+)\t(.*)$/s.exec(entry) ?? [];
    if (asked.has(path)) size += Number(bytes);
  }
  return size;
}

/**
 * @param {{ root: string, day?: string, at?: (moment: string) => void }} options at: see putInPlace
 * @returns {Promise<string[]>} what happened, in lines for a person; empty where there was nothing new
 */
export async function update({ root, day = new Date().toISOString().slice(0, 10), at }) {
  const git = gitIn(root, [...identity(root), ...asOptions(venvPython)]);
  const state = checkState(root, git);
  const wait = (/** @type {string} */ pid) =>
    console.log(`Another update (process ${pid}) is under way; waiting for it.`);
  try {
    return await withLock(
      join(state.folder, "emergence-update.lock"),
      () => takeIn({ root, day, at, git, ...state }),
      wait,
    );
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    const why = diskFailure(error.message) ?? `${error.message}.`;
    throw new Problem(`npm run update: ${why} Nothing was joined; what you have made stands in your folder as it did.`);
  }
}

/**
 * @param {{ root: string, day: string, at?: ((moment: string) => void) | undefined, git: Git, branch: string, folder: string,
 *   common: string }} clone
 * @returns {Promise<string[]>}
 */
async function takeIn({ root, day, at, git, branch, folder, common }) {
  const last = await finishInterrupted({ root, folder, git });
  const finished = [
    ...(last.isFinished ? ["The update before this one was interrupted; it has been finished now."] : []),
    ...last.saved,
  ];
  await waitForIndex(folder);
  const course = fetchCourse(git);
  const commits = git.git("rev-list", `HEAD..${course.ref}`).split("\n").filter(Boolean).length;
  if (commits === 0) return finished;
  const base = git.attempt("merge-base", "HEAD", course.ref);
  if (!base.ok)
    throw new Problem(
      `npm run update: ${branch} and ${course.name} have no common history: clone the course anew into another folder, and copy your notebooks into its notebooks/mine; nothing was changed.`,
    );

  const added = git.paths("diff", "--name-only", "--diff-filter=A", "--no-renames", base.out, course.ref);
  const inTheWay = collisions(root, git, added);
  const own = inTheWay.find((path) => path.startsWith("notebooks/mine/"));
  if (own)
    throw new Problem(
      `npm run update: the update brings a file named as yours, ${own}: rename yours and update again; nothing was changed.`,
    );
  const theirs = git.paths("diff", "--name-only", base.out, course.ref);
  // Both versions of what changed, in git and in the folder.
  checkSpace(root, { what: "the update", needed: 50e6 + 4 * sizeOf(git, course.ref, theirs) });

  configureGit({ root, python: venvPython });
  lookAtAll(root, git);
  const unsaved = commitOpen(git, day, inTheWay);
  const backup = keepAsBranch(git, day);
  const from = git.git("rev-parse", "HEAD");
  const yours = git.paths("diff", "--name-only", base.out, from);
  const safe = `your work stands as it was, also on the branch ${backup}`;

  /** @type {{ commit: string, kept: string[] }} */
  let merged;
  try {
    const message = `Update from ${course.name}`;
    const canForward = base.out === from;
    merged = canForward
      ? { commit: course.ref, kept: [] }
      : mergeApart({ root, common, git, message, base: base.out, yours: from, theirs: course.ref });
  } catch (error) {
    if (error instanceof Problem) throw error;
    const { message } = /** @type {Error} */ (error);
    const why = diskFailure(message) ?? `the merge failed (${message})`;
    throw new Problem(`npm run update: ${why} Nothing was joined; ${safe}.`);
  }

  const { failure, saved } = putInPlace({ root, folder, git }, { from, to: merged.commit }, at);
  if (failure) {
    const why = diskFailure(failure.why)
      ? "the disk is full: make room, and update again."
      : `the joined files could not be put in place (${failure.why.split("\n")[0]}).`;
    const also = saved.map((line) => ` ${line}.`).join("");
    throw new Problem(
      failure.isBack
        ? `npm run update: ${why} Nothing was joined; ${safe}.${also}`
        : `npm run update: ${why} Some files are in place and some are not: update again, which finishes it. Your work as it was is on the branch ${backup}.${also}`,
    );
  }
  return [
    ...finished,
    ...report({ course: course.name, commits, theirs, yours, kept: merged.kept, unsaved, branch, backup }),
    ...saved,
  ];
}
