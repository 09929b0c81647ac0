import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { overBudget } from "../../scripts/notebooks/budget.mjs";
import { formatted } from "../../scripts/notebooks/cellFormat.mjs";
import { createNotebook } from "../../scripts/notebooks/create.mjs";
import { cache, root } from "../../scripts/setup/places.mjs";
import { codeCells, compileAll, read, typeErrors } from "../notebooks/cells.js";
import { brokenRules } from "../notebooks/rules.js";

// Within the clone, so that cells find the kit.
let folder: string;
beforeEach(() => {
  mkdirSync(cache, { recursive: true });
  folder = mkdtempSync(join(cache, "new-notebook-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const texts = (path: string): string[] =>
  JSON.parse(readFileSync(join(folder, path), "utf8")).cells.map((cell: { source: string[] }) => cell.source.join(""));
const notebook = "notebooks/50-my-question.ipynb";
const solution = "solutions/50-my-question.ipynb";

describe("a new notebook", () => {
  it("has the form of the course: bets and reveals, checks, what stands, an exercise, sources", () => {
    expect(createNotebook("50-my-question", folder)).toEqual([notebook, solution]);
    expect(overBudget(join(folder, notebook), read(join(folder, notebook)))).toEqual([]);
    const all = texts(notebook).join("\n");
    expect(all).toMatch(/^# 50 · My question\n\n\*\*.*\?\*\*/);
    for (const part of [
      "Figure 1<!--hero-->",
      "What stands",
      "## Exercises",
      "What would change our mind",
      "## Sources",
    ])
      expect(all).toContain(part);
    expect(all).toContain("(../solutions/50-my-question.ipynb)");
  });

  it("compiles strict, keeps to the rules for cells and is formatted; so is its solution", () => {
    const files = createNotebook("closer/50-a-detail", folder).map((path) => join(folder, path));
    const programs = compileAll(files.map((file) => codeCells(read(file), file)));
    for (const program of programs) expect([typeErrors(program), brokenRules(program)]).toEqual([[], []]);
    const sources = programs.flatMap(({ cells }) => cells.map(({ source }) => source));
    expect(formatted(sources)).toEqual(sources);
  });

  it("has links that lead to the course from each folder", () => {
    const [closer = "", worked = ""] = createNotebook("closer/50-a-detail.ipynb", folder);
    expect(texts(closer).join()).toMatch(
      /\(\.\.\/00-start-here\.ipynb\).*\(\.\.\/\.\.\/solutions\/closer\/50-a-detail/s,
    );
    expect(texts(worked).join()).toContain("(../../notebooks/closer/50-a-detail.ipynb)");
    expect(createNotebook("mine/Versuch Ü 1", folder)).toEqual(["notebooks/mine/Versuch Ü 1.ipynb"]);
    const own = texts("notebooks/mine/Versuch Ü 1.ipynb");
    expect(own[0]).toMatch(/^# Versuch Ü 1\n/);
    expect(own.join()).not.toContain("Solutions");
  });

  it("writes over nothing, and leaves no half behind", () => {
    mkdirSync(join(folder, "solutions"));
    writeFileSync(join(folder, solution), "mine");
    expect(() => createNotebook("50-my-question", folder)).toThrow(
      /solutions.*is there already, and nothing was written over/,
    );
    expect(readFileSync(join(folder, solution), "utf8")).toBe("mine");
    expect(existsSync(join(folder, notebook))).toBe(false);
  });

  it.each([
    "",
    "Question",
    "50",
    "50-My-Question",
    "../50-a",
    "closer/mine/50-a",
    "mine/../50-a",
    "mine/-rf",
    "50-a b",
  ])("is not called %j", (name) => {
    expect(() => createNotebook(name, folder)).toThrow(/new-notebook: got the name .*needs.*nothing was written/);
  });

  it("runs as it stands, and its solution is right", { tags: ["slow"] }, () => {
    const files = createNotebook("50-my-question", folder).map((path) => join(folder, path));
    const program = join(root, "scripts", "notebooks.mjs");
    const { status, stdout } = spawnSync(process.execPath, [program, ...files], { cwd: root, encoding: "utf8" });
    expect(status, stdout).toBe(0);
    expect(overBudget(files[0] as string, read(files[0] as string))).toEqual([]);
    expect(readFileSync(files[0] as string, "utf8")).toMatch(/○ 1 ★☆☆ half of the words \(open\)/);
    expect(readFileSync(files[1] as string, "utf8")).toMatch(/✓ 1 ★☆☆ half of the words \(right\)/);
  });
});
