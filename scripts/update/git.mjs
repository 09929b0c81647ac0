// Git, called so that a person's own settings of it change nothing.
import { spawnSync } from "node:child_process";
import { gitEnvironment } from "../setup/variables.mjs";

/** What a person's own settings of git could change in an update: nothing signs, hooks, asks, moves or resolves by itself. */
const plain = {
  "core.hooksPath": "/dev/null",
  "commit.gpgSign": "false",
  "merge.ff": "true",
  "merge.autoStash": "false",
  "merge.verifySignatures": "false",
  "merge.renames": "true",
  "merge.directoryRenames": "false",
  "rerere.enabled": "false",
  "submodule.recurse": "false",
  "fetch.recurseSubmodules": "false",
  "color.ui": "false",
};
const settings = Object.entries(plain).flatMap(([key, value]) => ["-c", `${key}=${value}`]);

/** Git has refused what was to be expected of it. */
export class GitFailure extends Error {}

/**
 * Git in one folder.
 * @param {string} root
 * @param {string[]} [options] for every call, before the command's name
 * @param {Record<string, string>} [own] variables
 * @returns {Git}
 */
export function gitIn(root, options = [], own = {}) {
  /** @param {string[]} args */
  const attempt = (...args) => {
    const { status, stdout, stderr } = spawnSync("git", [...settings, ...options, ...args], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      env: { ...gitEnvironment(), ...own },
      windowsHide: true,
    });
    return { ok: status === 0, out: (stdout ?? "").trimEnd(), error: (stderr ?? "").trim() };
  };
  /** @param {string[]} args */
  const git = (...args) => {
    const { ok, out, error } = attempt(...args);
    if (!ok) throw new GitFailure(`git ${args[0]} failed: ${(error || out).split("\n")[0]}`);
    return out;
  };
  /** @param {string[]} args */
  const paths = (...args) =>
    git(...args, "-z")
      .split("\0")
      .filter(Boolean);
  const blob = (/** @type {string} */ commit, /** @type {string} */ path) => {
    const { status, stdout } = spawnSync("git", [...settings, "cat-file", "blob", `${commit}:${path}`], {
      cwd: root,
      maxBuffer: 1 << 29,
      env: { ...gitEnvironment(), ...own },
      windowsHide: true,
    });
    return status === 0 ? stdout : null;
  };
  /** @type {Git["in"]} */
  const elsewhere = (folder, ...more) => gitIn(folder, [...options, ...more], own);
  /** @type {Git["withIndex"]} */
  const withIndex = (file) => gitIn(root, options, { ...own, GIT_INDEX_FILE: file });
  return { attempt, git, paths, blob, in: elsewhere, withIndex };
}

/**
 * @typedef {object} Git
 * @property {(...args: string[]) => { ok: boolean, out: string, error: string }} attempt
 * @property {(...args: string[]) => string} git as attempt, where failure is unexpected: throws
 * @property {(...args: string[]) => string[]} paths that a command prints, one each
 * @property {(commit: string, path: string) => Buffer | null} blob a file as a commit has it, to the byte
 * @property {(folder: string, ...options: string[]) => Git} in the same in another folder
 * @property {(file: string) => Git} withIndex the same with another index than the clone's
 */
