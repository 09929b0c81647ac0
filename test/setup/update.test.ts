import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { configureGit } from "../../scripts/setup/git.mjs";
import { root, venvPython } from "../../scripts/setup/places.mjs";
import { gitIn } from "../../scripts/update/git.mjs";
import { update } from "../../scripts/update/index.mjs";
import { changedByBoth, commitMade } from "../../scripts/update/remake.mjs";
import { code, git, notebook, prose, read, write } from "./clones.js";

let folder = "";
let upstream = "";
let student = "";
const day = "2026-01-02";
const notebookName = "notebooks/00-start-here.ipynb";

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

  it("gives advice on a detached HEAD that keeps its commits", async () => {
    git(student, "checkout", "-q", "--detach");
    write(student, "lib/mine.ts", "mine\n");
    git(student, "add", "-A");
    git(student, "commit", "-q", "-m", "Mine");
    publish({ "b.txt": "1\n" });
    await expect(update({ root: student, day })).rejects.toThrow("`git switch -c my-work`");
    git(student, "switch", "-q", "-c", "my-work");
    await update({ root: student, day });
    expect([read(student, "lib/mine.ts"), read(student, "b.txt")]).toEqual(["mine\n", "1\n"]);
  });

  it("names the commands where git is in the middle of something, and refuses outside a clone", async () => {
    write(student, "lib/a.ts", "export const a = 2;\n");
    git(student, "commit", "-q", "-a", "-m", "Mine");
    publish({ "lib/a.ts": "export const a = 3;\n" });
    expect(() => git(student, "pull", "-q", "--no-rebase")).toThrow();
    const said =
      /a merge is under way \(1 in conflict: lib\/a.ts\).*`git merge --abort`.*`git add -A`, then `git commit/;
    await expect(update({ root: student, day })).rejects.toThrow(said);
    git(student, "merge", "--abort");
    git(student, "bisect", "start");
    await expect(update({ root: student, day })).rejects.toThrow("`git bisect reset`");
    rmSync(join(student, ".git"), { recursive: true });
    await expect(update({ root: student, day })).rejects.toThrow(/no git clone/);
  });

  it("writes over no file, keeps bytes as they are and takes every name as it is written", async () => {
    const picture = Buffer.from([137, 80, 255, 254, 0, 13, 10, 10]);
    const names = ["README.md", "p.png", ":(top)x", "*.txt", "-rf", "ü ☕.txt"];
    publish(Object.fromEntries(names.map((name) => [name, "first\n"])));
    git(student, "pull", "-q");
    for (const name of names) write(student, name, `mine ${name}\n`);
    writeFileSync(join(student, "p.png"), picture);
    write(student, "README.md.mine", "untracked\n");
    write(student, "README.md.mine-2/file", "untracked too\n");
    write(student, "extra", "a file\n");
    git(student, "update-index", "--assume-unchanged", "ü ☕.txt");
    publish({ ...Object.fromEntries(names.map((name) => [name, "theirs\n"])), "extra/in-a-folder": "theirs\n" });

    const lines = (await update({ root: student, day })).join("\n");

    expect(lines).toContain("README.md: the course's version stands there; yours is kept as README.md.mine-3");
    expect(lines).toContain("extra: the course has something else of this name; yours is kept as extra.mine");
    expect(read(student, "README.md.mine")).toBe("untracked\n");
    expect(read(student, "README.md.mine-3")).toBe("mine README.md\n");
    expect(readFileSync(join(student, "p.png.mine"))).toEqual(picture);
    expect(read(student, "extra.mine")).toBe("a file\n");
    for (const name of names.slice(2)) {
      expect(read(student, name)).toBe("theirs\n");
      expect(read(student, `${name}.mine`)).toBe(`mine ${name}\n`);
    }
  });

  it("keeps a notebook that is no whole one beside the course's, and says which; and an edit to one that was renamed", async () => {
    const other = "notebooks/01-other.ipynb";
    publish({ [other]: notebook(...first) });
    git(student, "pull", "-q");
    const cut = notebook(...first, code("own", "mine")).slice(0, -30);
    write(student, notebookName, cut);
    write(student, other, notebook(...first.slice(0, 4), prose("end", "My sources")));
    git(upstream, "mv", other, "notebooks/01-renamed.ipynb");
    publish({
      [notebookName]: notebook(prose("intro", "# Revised"), ...first.slice(1)),
      "notebooks/01-renamed.ipynb": notebook(...first.slice(0, 4), prose("end", "Their sources")),
    });

    const lines = (await update({ root: student, day })).join("\n");

    const mine = "notebooks/00-start-here.mine.ipynb";
    expect(lines).toContain(
      `${notebookName}: the course's version stands there; yours is kept as ${mine}, for it is no`,
    );
    expect(read(student, mine)).toBe(cut);
    expect(sources(notebookName)[0]).toBe("# Revised");
    expect(sources("notebooks/01-renamed.ipynb").slice(-2)).toEqual(["My sources", "Their sources"]);
  });

  it("keeps beside what the person saves while the joined files are put in place", async () => {
    const mine = (source: string) => notebook(...first.slice(0, 3), code("exercise", source), first[4] as object);
    write(student, notebookName, mine("const answer = 7;"));
    publish({ [notebookName]: notebook(prose("intro", "# Revised"), ...first.slice(1)) });
    const at = (moment: string) => {
      if (moment === "marked") write(student, notebookName, mine("const answer = 8;"));
    };
    const lines = (await update({ root: student, day, at })).join("\n");
    const name = notebookName.replace(".ipynb", ".mine.ipynb");
    expect(lines).toContain(`what was saved is kept as ${name}, so look at both`);
    expect(sources(name)).toContain("const answer = 8;");
    expect([sources(notebookName)[0], sources(notebookName)[3]]).toEqual(["# Revised", "const answer = 7;"]);
    expect(git(student, "status", "--porcelain")).toBe(`?? ${name}\n`);
  });

  it("finishes an update that was killed while it put the files in place, and leaves what was edited since", async () => {
    const names = ["a", "b", "c", "d"].map((name) => `${name}.txt`);
    publish(Object.fromEntries([...names, "gone.txt"].map((name) => [name, "first\n"])));
    git(student, "pull", "-q");
    write(student, "lib/a.ts", "mine\n");
    git(upstream, "rm", "-q", "gone.txt");
    publish(Object.fromEntries(names.map((name) => [name, "theirs, a longer text\n"])));
    await update({ root: student, day });
    const to = git(student, "rev-parse", "HEAD").trim();
    const from = git(student, "rev-parse", `before-update-${day}`).trim();
    // One file is in place, one is as it was, one cut off, one missing and one edited by the person afterwards.
    git(student, "reset", "-q", "--hard", from);
    write(student, "a.txt", "theirs, a longer text\n");
    write(student, "b.txt", "theirs, a lo");
    rmSync(join(student, "c.txt"));
    write(student, "lib/a.ts", "mine, later\n");
    write(student, ".git/emergence-update.json", JSON.stringify({ from, to }));

    expect((await update({ root: student, day })).join()).toContain("interrupted; it has been finished");

    expect(git(student, "rev-parse", "HEAD").trim()).toBe(to);
    expect(names.map((name) => read(student, name))).toEqual(names.map(() => "theirs, a longer text\n"));
    expect(existsSync(join(student, "gone.txt"))).toBe(false);
    expect(git(student, "status", "--porcelain")).toBe(" M lib/a.ts\n");
    expect(read(student, "lib/a.ts")).toBe("mine, later\n");
    expect(await update({ root: student, day })).toEqual([]);
  });
});

describe("what commands write", () => {
  it("is known to have been changed by both, and is committed where it was made anew, and nothing else", async () => {
    const [page, lists] = ["FIDELITY.md", "data/LICENSES.md"];
    publish({ [page]: "1\n", [lists]: "1\n", "b.txt": "1\n" });
    git(student, "pull", "-q");
    write(student, page, "mine\n");
    publish({ [page]: "theirs\n", [lists]: "theirs\n" });
    await update({ root: student, day });
    const own = gitIn(student, ["-c", "user.name=T", "-c", "user.email=t@localhost"]);
    expect(changedByBoth(own)).toEqual([page]);
    expect(commitMade(own)).toEqual([]);
    write(student, page, "both\n");
    write(student, "b.txt", "open\n");
    expect(commitMade(own)).toEqual([page]);
    expect(git(student, "status", "--porcelain")).toBe(" M b.txt\n");
    expect(changedByBoth(own)).toEqual([]);
  });
});

describe("git pull, and whatever else merges in a clone", () => {
  const driver = `'${process.execPath}' '${join(root, "scripts/update/driver.mjs")}' '${venvPython}' %O %A %B %L %P`;
  const changed = (source: string) => notebook(...first.slice(0, 3), code("exercise", source), first[4] as object);

  it("joins notebooks by cells, and where both have changed one, both versions stand in it", () => {
    expect(git(student, "config", "merge.jupyternotebook.driver")).toContain("'scripts/update/driver.mjs'");
    git(student, "config", "merge.jupyternotebook.driver", driver); // this clone has no scripts of its own
    write(student, notebookName, changed("const answer = 7;"));
    git(student, "commit", "-q", "-a", "-m", "Mine");
    publish({ [notebookName]: changed("const answer: number = 0; // revised") });
    git(student, "-c", "pull.rebase=false", "pull", "-q");
    expect(sources(notebookName)).toEqual([
      "# Start here",
      "console.log(1);",
      "Now an exercise.",
      expect.stringContaining("you and the course both changed what stands here"),
      "const answer = 7;",
      "const answer: number = 0; // revised",
      "Sources",
    ]);
    expect(git(student, "status", "--porcelain")).toBe("");
  });

  it("leaves a notebook that cannot be joined as it was, in conflict", () => {
    git(student, "config", "merge.jupyternotebook.driver", driver);
    const cut = changed("const answer = 7;").slice(0, -30);
    write(student, notebookName, cut);
    git(student, "commit", "-q", "-a", "-m", "Mine");
    publish({ [notebookName]: changed("revised") });
    expect(() => git(student, "-c", "pull.rebase=false", "pull", "-q")).toThrow();
    expect(read(student, notebookName)).toBe(cut);
    expect(git(student, "status", "--porcelain")).toContain(`UU ${notebookName}`);
  });
});
