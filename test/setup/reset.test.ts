import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { serialize } from "../../scripts/notebooks/format.mjs";
import { update } from "../../scripts/update/index.mjs";
import { reset } from "../../scripts/update/reset.mjs";
import { code, git, notebook, prose, read, write } from "./clones.js";

let folder = "";
let upstream = "";
let student = "";
const name = "notebooks/04-s-curves.ipynb";
const mine = "notebooks/04-s-curves.mine.ipynb";
const course = notebook(prose("intro", "# Curves"), code("exercise", "const answer = 0;"));
const answered = notebook(prose("intro", "# Curves"), code("exercise", "const answer = 7;", "7\n"));
const revised = notebook(prose("intro", "# Curves, revised"), code("exercise", "const answer = 0;"));

function publish(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) write(upstream, path, text);
  git(upstream, "add", "-A");
  git(upstream, "commit", "-q", "-m", "Next");
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "reset-"));
  [upstream, student] = [join(folder, "upstream"), join(folder, "student")];
  mkdirSync(upstream);
  git(upstream, "init", "-q", "-b", "main");
  publish({ [name]: course, "notebooks/closer/04-duel.ipynb": course, "notebooks/07-pairs.ipynb": course });
  publish({ "notebooks/07b-others.ipynb": course });
  git(folder, "clone", "-q", "upstream", "student");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("npm run reset", () => {
  it("brings the course's version back and keeps the person's beside, as often as it is asked", () => {
    write(student, name, answered);
    expect(reset({ root: student, names: ["04"] })).toEqual([
      expect.stringContaining(`${name}: the course's version is back; yours is ${mine}.`),
    ]);
    expect([read(student, name), read(student, mine)]).toEqual([course, answered]);
    write(student, name, "cut off {");
    reset({ root: student, names: ["notebooks/04-s-curves.ipynb"] });
    expect([read(student, name), read(student, mine)]).toEqual([course, answered]);
    expect(read(student, "notebooks/04-s-curves.mine-2.ipynb")).toBe("cut off {");
    expect(readdirSync(join(student, "notebooks")).filter((each) => each.endsWith(".tmp"))).toEqual([]);
  });

  it("keeps nothing where only a Save has touched it, and brings back what was deleted", () => {
    write(student, name, serialize(JSON.parse(course)));
    const saved = JSON.parse(course);
    saved.cells[1].metadata = { trusted: true };
    write(student, name, JSON.stringify(saved));
    expect(reset({ root: student, names: ["04-s-curves"] })).toEqual([
      `${name}: this is the course's version already.`,
    ]);
    rmSync(join(student, name));
    expect(reset({ root: student, names: ["04"] }).join()).toContain("you had deleted yours");
    expect(read(student, name)).toBe(course);
    expect(readdirSync(join(student, "notebooks"))).not.toContain("04-s-curves.mine.ipynb");
  });

  it("gives the version of the last update, not one that is not here yet; committed work counts as the person's", async () => {
    write(student, name, answered);
    git(student, "commit", "-q", "-a", "-m", "Mine");
    publish({ [name]: revised });
    git(student, "fetch", "-q");
    reset({ root: student, names: ["04"] });
    expect([read(student, name), read(student, mine)]).toEqual([course, answered]);
    await update({ root: student });
    git(upstream, "branch", "-m", "main", "trunk");
    publish({ "a.txt": "1\n" });
    await update({ root: student });
    write(student, name, answered);
    reset({ root: student, names: ["04"] });
    expect(read(student, name)).toBe(revised);
    expect(read(student, "notebooks/04-s-curves.mine-2.ipynb")).toBe(answered);
  });

  it("says what it needs, with nothing moved", () => {
    write(student, name, answered);
    const attempt =
      (...names: string[]) =>
      () =>
        reset({ root: student, names });
    expect(attempt("04", "99")).toThrow(
      /no notebook called 99; it has 04-s-curves, .*closer\/04-duel.*Nothing was changed/,
    );
    expect(attempt("0")).toThrow(/no notebook called 0/);
    publish({ "notebooks/07-third.ipynb": course });
    git(student, "pull", "-q");
    expect(attempt("07")).toThrow("07 may be 07-pairs or 07-third: say which; nothing was changed.");
    git(student, "remote", "remove", "origin");
    expect(attempt("04")).toThrow(/npm run reset: this clone does not know where the course is/);
    rmSync(join(student, ".git"), { recursive: true });
    expect(attempt("04")).toThrow(/npm run reset: this folder is no git clone/);
    expect(read(student, name)).toBe(answered);
  });
});
