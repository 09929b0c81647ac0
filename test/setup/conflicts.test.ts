// The kinds of conflict of kinds.ts in one update of a student's clone, and again where a teacher's fork stands between.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { configureGit } from "../../scripts/setup/git.mjs";
import { venvPython } from "../../scripts/setup/places.mjs";
import { update } from "../../scripts/update/index.mjs";
import { git, prose, read, write } from "./clones.js";
import { type Kind, kinds, notes } from "./kinds.js";

type Files = Readonly<Record<string, string | null>>;

/** Words of its own for each kind, without which git takes one deleted notebook for another that is new. */
function withWords(text: string, kind: Kind): string {
  let parsed: { cells: object[] };
  try {
    parsed = JSON.parse(text);
  } catch {
    return text; // no whole notebook
  }
  const words = Array.from({ length: 60 }, (_, i) => `word-${kinds.indexOf(kind)}-${i}\n`).join("");
  const made = `${JSON.stringify({ ...parsed, cells: [...parsed.cells, prose("words", words)] }, null, 1)}\n`;
  return text.includes("\r\n") ? made.replaceAll("\n", "\r\n") : made;
}

function put(folder: string, kind: Kind, files: Files): void {
  for (const [path, text] of Object.entries(files))
    if (text === null) rmSync(join(folder, path));
    else write(folder, path, path.endsWith(".ipynb") ? withWords(text, kind) : text);
}

function commit(folder: string): void {
  git(folder, "add", "-A");
  git(folder, "commit", "-q", "-m", "A state");
}

/** What a file says now, in the form of `Kind.after`. */
function stateOf(folder: string, path: string, like: string | readonly string[] | null): string | string[] | null {
  if (!existsSync(join(folder, path))) return null;
  const text = read(folder, path);
  if (typeof like === "string" && like.startsWith("raw:")) return `raw:${text}`;
  if (!path.endsWith(".ipynb")) return text.replaceAll("\r\n", "\n");
  const cells: { source: string[]; outputs?: { text?: string[] }[] }[] = JSON.parse(text).cells;
  const told = cells.filter(({ source }) => !source[0]?.startsWith("word-"));
  return told.map((cell) => {
    const source = cell.source.join("").replaceAll("\r\n", "\n");
    const said = (cell.outputs ?? []).flatMap((output) => output.text ?? []).join("");
    const note = Object.entries(notes).find(([, part]) => source.startsWith("**Update:**") && source.includes(part));
    return note?.[0] ?? (said ? `${source}\n=> ${said.trim()}` : source);
  });
}

const tried = ["the course", "a teacher's fork of the course"];
describe.each(tried)("an update from %s", { tags: ["slow"] }, (from) => {
  let folder = "";
  let student = "";
  let said: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "conflicts-"));
    const course = join(folder, "course");
    student = join(folder, "student");
    mkdirSync(course);
    git(course, "init", "-q", "-b", "main");
    write(course, ".gitignore", "notebooks/mine/*\n");
    write(course, ".gitattributes", "* text=auto eol=lf\n");
    for (const kind of kinds) put(course, kind, kind.before ?? {});
    commit(course);
    // The teacher has an edit of his own, so that his history parts from the course's.
    const isFork = from !== "the course";
    if (isFork) {
      git(folder, "clone", "-q", "-o", "upstream", "course", "fork");
      write(join(folder, "fork"), "course.json", '{ "title": "Ours" }\n');
      commit(join(folder, "fork"));
    }
    git(folder, "clone", "-q", isFork ? "fork" : "course", "student");
    configureGit({ root: student, python: venvPython });
    for (const kind of kinds) put(course, kind, kind.course);
    commit(course);
    if (isFork) await update({ root: join(folder, "fork") });
    for (const kind of kinds) put(student, kind, kind.mine);
    // A rename is known to git where it is committed; all else lies open in the folder.
    for (const { mine } of kinds.filter(({ mine: files }) => Object.values(files).includes(null)))
      git(student, "add", "-A", "--", ...Object.keys(mine));
    said = await update({ root: student });
  }, 600_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(kinds.map((kind) => [kind.what, kind] as const))("%s", (_, { after, mine, says }: Kind) => {
    for (const [path, wanted] of Object.entries(after)) expect(stateOf(student, path, wanted), path).toEqual(wanted);
    const lines = said
      .filter((line) => line.startsWith("  "))
      .filter((line) => Object.keys({ ...after, ...mine }).some((path) => line.startsWith(`  ${path}:`)));
    if (says) expect(lines.join("\n")).toMatch(says);
    else expect(lines).toEqual([]);
  });

  it("leaves nothing open, and all as it was on a branch", () => {
    expect(git(student, "status", "--porcelain")).toBe("");
    const branch = /git branch (before-update-[\w-]+)/.exec(said.join("\n"))?.[1] as string;
    for (const kind of kinds)
      for (const [path, text] of Object.entries(kind.mine)) {
        if (text === null || path.includes("/mine/")) continue;
        const before = path.endsWith(".ipynb") ? withWords(text, kind) : text;
        expect(git(student, "show", `${branch}:${path}`), path).toBe(before.replaceAll("\r\n", "\n"));
      }
  });

  it("finds nothing new the next time", async () => {
    expect(await update({ root: student })).toEqual([]);
  });
});
