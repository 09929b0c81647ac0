// The course's tree as students get it, written into a folder of its own.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { serialize } from "../notebooks/format.mjs";
import { label, notebooksIn, select } from "../notebooks/select.mjs";
import { root } from "../setup/places.mjs";
import { Problem } from "../setup/problem.mjs";
import { writeWhole } from "../whole.mjs";
import { handedOut } from "./notebook.mjs";
import { handedReadme } from "./readme.mjs";

/**
 * What stays with the teacher: solutions, pages for teachers, what is done to the course on a push, tests of how notebooks are written.
 * `.github/README.md` is handed out: it is what GitHub shows students first.
 */
const kept = [/^solutions\//, /^docs\/teaching\//, /^\.github\/(?!README\.md$)/, /^test\/notebooks\/.*\.test\.ts$/];

export const staysWithTeacher = (/** @type {string} */ path) => kept.some((own) => own.test(path));

/** Says what an earlier hand-out wrote, so that the next one takes away what is handed out no longer, and nothing else. */
const list = ".hand-out";

/** Files of the course that git knows of and that are there. @returns {string[]} */
const tracked = () =>
  execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 })
    .split("\0")
    .filter((path) => path !== "" && existsSync(join(root, path)));

/** @returns {string[]} */
function writtenBefore(/** @type {string} */ folder) {
  if (!existsSync(folder)) return [];
  const there = readdirSync(folder).filter((name) => name !== ".git");
  if (there.length === 0) return [];
  if (there.includes(list)) return readFileSync(join(folder, list), "utf8").split("\n").filter(Boolean);
  throw new Problem(
    `${folder} holds files that no hand-out has written: name an empty folder, or one of an earlier hand-out.`,
  );
}

/**
 * @param {{ folder: string, names?: string[] }} options names: of notebooks, by default all; with each come its closer looks
 * @returns {{ files: number, notebooks: number, removed: number }}
 */
export function writeHandOut({ folder, names = [] }) {
  const before = writtenBefore(folder);
  const chosen = new Set(select(names, { solutions: false }).flatMap(withCloser).map(label));
  const files = tracked().filter((path) => !staysWithTeacher(path));
  const isNotebook = (/** @type {string} */ path) => /^notebooks\/(closer\/)?[^/]+\.ipynb$/.test(path);
  const given = files.filter((path) => !isNotebook(path) || chosen.has(path));
  const now = new Set(given);
  for (const path of given) {
    const to = join(folder, path);
    if (isNotebook(path)) writeWhole(to, serialize(handedOut(JSON.parse(readFileSync(join(root, path), "utf8")))));
    else if (path === "README.md") writeWhole(to, handedReadme(readFileSync(join(root, path), "utf8"), now));
    else {
      mkdirSync(dirname(to), { recursive: true });
      cpSync(join(root, path), to);
    }
  }
  const gone = before.filter((path) => !now.has(path));
  for (const path of gone) rmSync(join(folder, path), { force: true });
  writeWhole(join(folder, list), `${given.join("\n")}\n`);
  return { files: given.length, notebooks: given.filter(isNotebook).length, removed: gone.length };
}

/** A notebook and those that go deeper into it. */
const withCloser = (/** @type {string} */ path) => {
  const number = /^notebooks\/(\d\d)/.exec(label(path))?.[1];
  const closer = notebooksIn("notebooks").filter(
    (one) => number && label(one).startsWith(`notebooks/closer/${number}-`),
  );
  return [path, ...closer];
};
