// What has changed in this clone, by git.
import { spawnSync } from "node:child_process";
import { root } from "../setup/places.mjs";
import { Problem } from "../setup/problem.mjs";

/** @returns {string | undefined} undefined where git fails */
function git(/** @type {string[]} */ ...args) {
  const { status, stdout } = spawnSync("git", args, { cwd: root, encoding: "utf8", windowsHide: true });
  return status === 0 ? stdout : undefined;
}

const paths = (/** @type {string | undefined} */ text) => (text ?? "").split("\0").filter((path) => path !== "");

/** All files that git knows, or would take. @returns {string[]} */
export const allFiles = () => paths(git("ls-files", "-z", "--cached", "--others", "--exclude-standard"));

/** Where this branch left the one that it goes back to; HEAD where there is no such branch. */
function base() {
  for (const branch of ["@{upstream}", "origin/HEAD", "origin/main", "main"]) {
    const found = git("merge-base", "HEAD", branch)?.trim();
    if (found) return found;
  }
  return "HEAD";
}

/**
 * Files that differ from a commit, or else from where this branch began: committed since, staged, changed or new.
 * @param {string} [since]
 * @returns {string[] | null} null: this is no clone
 */
export function changedFiles(since) {
  if (git("rev-parse", "--git-dir") === undefined) return null;
  const changed = git("diff", "--name-only", "--no-renames", "-z", since ?? base(), "--");
  if (changed === undefined) throw new Problem(`npm run check: git knows no commit ${since ?? base()}.`);
  return [...new Set([...paths(changed), ...paths(git("ls-files", "-z", "--others", "--exclude-standard"))])];
}
