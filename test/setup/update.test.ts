import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { configureGit } from "../../scripts/setup/git.mjs";
import { venvPython } from "../../scripts/setup/places.mjs";
import { separate } from "../../scripts/update/cells.mjs";
import { update } from "../../scripts/update/index.mjs";

let folder = "";
let upstream = "";
let student = "";
const day = "2026-01-02";
const notebookName = "notebooks/00-start-here.ipynb";

function git(cwd: string, ...args: string[]): string {
  const me = ["-c", "user.name=T", "-c", "user.email=t@localhost"];
  const { status, stdout, stderr } = spawnSync("git", [...me, ...args], { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
  return stdout;
}

function write(base: string, path: string, text: string): void {
  mkdirSync(dirname(join(base, path)), { recursive: true });
  writeFileSync(join(base, path), text);
}

const read = (base: string, path: string): string => readFileSync(join(base, path), "utf8");

const code = (id: string, source: string, output?: string) => ({
  cell_type: "code",
  execution_count: output ? 1 : null,
  id,
  metadata: {},
  outputs: output ? [{ name: "stdout", output_type: "stream", text: [output] }] : [],
  source: source.split(/(?<=\n)/),
});
const prose = (id: string, source: string) => ({ cell_type: "markdown", id, metadata: {}, source: [source] });

function notebook(...cells: object[]): string {
  const metadata = { kernelspec: { display_name: "TypeScript", language: "typescript", name: "tslab" } };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

interface Cell {
  id: string;
  cell_type: string;
  source: string[];
}
const cellsOf = (path: string): Cell[] => JSON.parse(read(student, path)).cells;
const sources = (path: string): string[] => cellsOf(path).map((cell) => cell.source.join(""));

const first = [
  prose("intro", "# Start here"),
  code("run", "console.log(1);"),
  prose("between", "Now an exercise."),
  code("exercise", "const answer = 0; // your turn"),
  prose("end", "Sources"),
];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "update-"));
  upstream = join(folder, "upstream");
  student = join(folder, "student");
  mkdirSync(upstream);
  git(upstream, "init", "-q", "-b", "main");
  write(upstream, ".gitignore", "notebooks/mine/*\n!notebooks/mine/README.md\n");
  write(upstream, "lib/a.ts", "export const a = 1;\n");
  write(upstream, notebookName, notebook(...first));
  git(upstream, "add", "-A");
  git(upstream, "commit", "-q", "-m", "First");
  git(folder, "clone", "-q", "upstream", "student");
  configureGit({ root: student, python: venvPython });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function publish(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) write(upstream, path, text);
  git(upstream, "add", "-A");
  git(upstream, "commit", "-q", "-m", "Next");
}

describe("npm run update", () => {
  it("keeps cells that were run, an exercise filled in and a notebook in mine, and takes the course's change", async () => {
    const own = notebook(code("own", "const mine = 42;", "42\n"));
    write(student, "notebooks/mine/own.ipynb", own);
    const ran = [code("run", "console.log(1);", "1\n"), first[2], code("exercise", "const answer = 7;", "7\n")];
    write(student, notebookName, notebook(first[0] as object, ...(ran as object[]), first[4] as object));
    publish({
      [notebookName]: notebook(
        prose("intro", "# Start here, revised"),
        ...first.slice(1),
        prose("new", "One more source"),
      ),
      "data/tables/x.csv": "a\n1\n",
    });

    const lines = await update({ root: student, day });

    const merged = sources(notebookName);
    expect(merged).toEqual([
      "# Start here, revised",
      "console.log(1);",
      "Now an exercise.",
      "const answer = 7;",
      "Sources",
      "One more source",
    ]);
    expect(read(student, "notebooks/mine/own.ipynb")).toBe(own);
    expect(read(student, "data/tables/x.csv")).toBe("a\n1\n");
    expect(git(student, "status", "--porcelain")).toBe("");
    expect(git(student, "show", `before-update-${day}:${notebookName}`)).toContain("const answer = 7;");
    expect(lines.join("\n")).toContain("1 commit from origin/main");
    expect(lines.join("\n")).toContain(`joined in: ${notebookName}`);
  });

  it("keeps both versions of a cell that both changed, as cells of a valid notebook", async () => {
    const changed = (source: string) => notebook(...first.slice(0, 3), code("exercise", source), first[4] as object);
    write(student, notebookName, changed("const answer = 7;"));
    publish({ [notebookName]: changed("const answer: number = 0; // revised") });

    const lines = await update({ root: student, day });

    const merged = sources(notebookName);
    expect(merged).toContain("const answer = 7;");
    expect(merged).toContain("const answer: number = 0; // revised");
    expect(merged.join("\n")).not.toMatch(/^(<{7}|={7}|>{7})/m);
    const ids = cellsOf(notebookName).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(git(student, "status", "--porcelain")).toBe("");
    expect(lines.join("\n")).toContain("both versions stand in it");
  });

  it("keeps both cells where both put one in at the same place", async () => {
    const withCell = (id: string, source: string) =>
      notebook(...first.slice(0, 3), code(id, source), ...first.slice(3));
    write(student, notebookName, withCell("a1", "const mine = 1;\nconsole.log(mine);"));
    publish({ [notebookName]: withCell("b1", "import { fit } from 'theirs';") });
    await update({ root: student, day });
    const merged = sources(notebookName);
    expect(merged.filter((source) => /mine = 1|theirs/.test(source))).toHaveLength(2);
    expect(merged.join("\n")).not.toMatch(/^(<{7}|={7}|>{7})/m);
  });

  it("takes the course's version of other files and keeps the person's beside it", async () => {
    write(student, "lib/a.ts", "export const a = 2;\n");
    publish({ "lib/a.ts": "export const a = 3;\n" });
    await update({ root: student, day });
    expect(read(student, "lib/a.ts")).toBe("export const a = 3;\n");
    expect(read(student, "lib/a.ts.mine")).toBe("export const a = 2;\n");
  });

  it("keeps an untracked file where the course brings one of the same name", async () => {
    write(student, "notes.txt", "mine\n");
    publish({ "notes.txt": "theirs\n" });
    await update({ root: student, day });
    expect(git(student, "show", `before-update-${day}:notes.txt`)).toBe("mine\n");
    expect([read(student, "notes.txt"), read(student, "notes.txt.mine")]).toEqual(["theirs\n", "mine\n"]);
  });

  it("leaves a notebook that the person changed and the course removed", async () => {
    write(student, notebookName, notebook(code("run", "console.log(2);")));
    git(upstream, "rm", "-q", notebookName);
    git(upstream, "commit", "-q", "-m", "Remove");
    await update({ root: student, day });
    expect(sources(notebookName)).toEqual(["console.log(2);"]);
  });

  it("does nothing where the course has nothing new, and leaves open changes open", async () => {
    write(student, "lib/a.ts", "export const a = 2;\n");
    expect(await update({ root: student, day })).toEqual([]);
    expect(git(student, "status", "--porcelain")).toBe(" M lib/a.ts\n");
  });

  it("counts up the backup's name on a second update of a day", async () => {
    publish({ "b.txt": "1\n" });
    await update({ root: student, day });
    publish({ "b.txt": "2\n" });
    expect((await update({ root: student, day })).at(-1)).toContain(`before-update-${day}-2`);
  });

  it("says so in one sentence, with nothing changed, where the course cannot be reached", async () => {
    git(student, "remote", "set-url", "origin", join(folder, "gone"));
    write(student, "lib/a.ts", "export const a = 2;\n");
    await expect(update({ root: student, day })).rejects.toThrow(
      /origin \(.*gone\) could not be reached .*nothing was changed/,
    );
    expect(git(student, "log", "--oneline").trim().split("\n")).toHaveLength(1);
  });

  it("refuses without a branch, in the middle of a merge, and outside a clone", async () => {
    git(student, "checkout", "-q", "--detach");
    await expect(update({ root: student, day })).rejects.toThrow(/you are on no branch/);
    write(student, ".git/MERGE_HEAD", `${git(student, "rev-parse", "HEAD")}`);
    await expect(update({ root: student, day })).rejects.toThrow(/under way/);
    rmSync(join(student, ".git"), { recursive: true });
    await expect(update({ root: student, day })).rejects.toThrow(/no git clone/);
  });
});

describe("separate", () => {
  it("leaves cells without conflict marks alone", () => {
    const cell = code("a", "const rule = 1;\n=======\n");
    expect(separate([cell])).toEqual([cell]);
  });
  it("splits a cell where only some lines differ into two whole versions", () => {
    const text = "const a = 1;\n<<<<<<< local\nf(1);\n=======\nf(2);\n>>>>>>> remote\nend();";
    const [, yours, theirs] = separate([code("a", text)]).map(({ source }) => [source].flat().join(""));
    expect(yours).toBe("const a = 1;\nf(1);\nend();");
    expect(theirs).toBe("const a = 1;\nf(2);\nend();");
  });
});
