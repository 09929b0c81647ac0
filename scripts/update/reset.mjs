// Gives back a notebook as the course has it. The course's version is the one of the last update, which fits the library that
// stands here; nothing is fetched. A person's own version is moved beside, by a rename, never written over.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { serialize } from "../notebooks/format.mjs";
import { cloneProblem } from "../setup/git.mjs";
import { Problem } from "../setup/problem.mjs";
import { freeName, parseNotebook, stands } from "./conflicts.mjs";
import { courseRef, remoteOf } from "./course.mjs";
import { gitIn } from "./git.mjs";
import { moveToFree } from "./place.mjs";

/** @typedef {import("./git.mjs").Git} Git */

/** The last commit of the course that is part of what stands here. @param {Git} git */
function lastOfCourse(git) {
  const { attempt } = git;
  const remote = remoteOf(git, "npm run reset");
  const symbolic = attempt("symbolic-ref", "-q", `refs/remotes/${remote}/HEAD`).out;
  const branches = [courseRef, symbolic, ...["main", "master"].map((name) => `refs/remotes/${remote}/${name}`)];
  const found = branches.find((ref) => ref !== "" && attempt("rev-parse", "--verify", "-q", ref).ok);
  const base = found === undefined ? undefined : attempt("merge-base", "HEAD", found);
  if (base?.ok) return base.out;
  throw new Problem(
    `npm run reset: this clone does not know what the course (${remote}) holds: \`npm run update\` first; nothing was changed.`,
  );
}

/** The notebook that a name means, among the course's. @param {string} name @param {string[]} known paths */
function pathOf(name, known) {
  const asked = name.replaceAll("\\", "/").replace(/^(\.\/)?notebooks\/|\.ipynb$/g, "");
  const short = (/** @type {string} */ path) => path.replace(/^notebooks\/|\.ipynb$/g, "");
  const found =
    known.filter((path) => short(path) === asked).length > 0
      ? known.filter((path) => short(path) === asked)
      : known.filter((path) => short(path).startsWith(`${asked}-`));
  if (found.length === 1 && found[0] !== undefined) return found[0];
  throw new Problem(
    found.length === 0
      ? `npm run reset: the course has no notebook called ${name}; it has ${known.map(short).join(", ")}. Nothing was changed.`
      : `npm run reset: ${name} may be ${found.map(short).join(" or ")}: say which; nothing was changed.`,
  );
}

/** Whether two files are the same notebook, but for what a mere Save changes. @param {Buffer} one @param {Buffer} other */
function isSame(one, other) {
  if (one.equals(other)) return true;
  const [a, b] = [one, other].map(parseNotebook);
  try {
    return a !== undefined && b !== undefined && serialize(a) === serialize(b);
  } catch {
    return false; // another nbformat
  }
}

/**
 * @param {{ root: string, names: string[] }} options
 * @returns {string[]} what was done, a line a notebook
 */
export function reset({ root, names }) {
  const problem = cloneProblem(root);
  if (problem) throw new Problem(`npm run reset: ${problem.what}: ${problem.fix}, then reset again.`);
  const git = gitIn(root);
  const base = lastOfCourse(git);
  const known = git.paths("ls-tree", "-r", "--name-only", base, "notebooks/").filter((path) => path.endsWith(".ipynb"));
  // All names are understood before anything is moved.
  const paths = [...new Set(names.map((name) => pathOf(name, known)))];
  return paths.map((path) => resetOne({ root, path, course: git.blob(base, path) ?? Buffer.alloc(0) }));
}

/** @param {{ root: string, path: string, course: Buffer }} options */
function resetOne({ root, path, course }) {
  const file = join(root, path);
  const isThere = stands(file);
  if (isThere && isSame(readFileSync(file), course)) return `${path}: this is the course's version already.`;
  const fresh = `${file}.${process.pid}.tmp`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(fresh, course);
    let name = "";
    if (isThere) {
      do name = freeName([root], path, "mine");
      while (!moveToFree(file, join(root, name)));
    }
    // Only where the name is still free: an editor may have saved in this moment.
    if (!moveToFree(fresh, file))
      throw new Problem(
        `npm run reset: ${path} was saved while it was reset: that stands there${name && `, and what was there before is ${name}`}. Close it in JupyterLab and reset again.`,
      );
    const kept = name ? `; yours is ${name}` : "; you had deleted yours";
    return `${path}: the course's version is back${kept}. If it is open in JupyterLab: File, Reload Notebook from Disk.`;
  } finally {
    rmSync(fresh, { force: true });
  }
}
