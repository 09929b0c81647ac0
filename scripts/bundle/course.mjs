// git's part of a bundle: the branch that is checked out, with its history, as one file that git clones from.
import { spawnSync } from "node:child_process";
import { cloneProblem } from "../setup/git.mjs";
import { root } from "../setup/places.mjs";
import { Problem } from "../setup/problem.mjs";
import { gitEnvironment } from "../setup/variables.mjs";

/** @param {string[]} args */
function git(...args) {
  const { status, stdout, stderr } = spawnSync("git", args, { cwd: root, encoding: "utf8", env: gitEnvironment() });
  return { ok: status === 0, text: stdout.trim(), why: stderr.trim() };
}

/** An address that others may have: without a name or password in it; none for a folder of this machine. @param {string} address */
export function publicAddress(address) {
  const plain = address.replace(/^(https?:\/\/)[^/@]*@/, "$1");
  return /^(https?:\/\/|ssh:\/\/|[\w.-]+@[\w.-]+:)/.test(plain) ? plain : null;
}

/**
 * @param {string} file
 * @returns {{ branch: string, commit: string, origin: string | null, uncommitted: boolean }}
 */
export function bundleCourse(file) {
  const problem = cloneProblem(root);
  if (problem) throw new Problem(`npm run bundle: ${problem.what}: ${problem.fix}.`);
  const branch = git("symbolic-ref", "--short", "HEAD");
  if (!branch.ok) throw new Problem("npm run bundle: no branch is checked out: git switch to the one of your course.");
  if (git("rev-parse", "--is-shallow-repository").text === "true")
    throw new Problem("npm run bundle: this clone has only a part of the history: git fetch --unshallow, then again.");
  const made = git("bundle", "create", "--quiet", file, "HEAD", branch.text);
  if (!made.ok) throw new Problem(`npm run bundle: git could not pack the branch ${branch.text}: ${made.why}`);
  return {
    branch: branch.text,
    commit: git("rev-parse", "HEAD").text,
    origin: publicAddress(git("remote", "get-url", "origin").text),
    uncommitted: git("status", "--porcelain", "--untracked-files=no").text !== "",
  };
}
