import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { measure } from "../../scripts/notebooks/budget.mjs";
import { figureOutputs } from "../../scripts/notebooks/figures.mjs";
import { joined, type Notebook } from "../../scripts/notebooks/format.mjs";
import { notebooksIn } from "../../scripts/notebooks/select.mjs";
import { root } from "../../scripts/setup/places.mjs";
import { type Cell, codeCells, compile, compileAll, type Program, read, typeErrors } from "./cells.js";
import { brokenRules, codeLines } from "./rules.js";

const made = (...sources: string[]): Cell[] =>
  sources.map((source, index) => ({
    number: index + 1,
    source,
    file: join(root, "notebooks", `cell-${index + 1}.ts`),
  }));

describe("the check of cells", () => {
  it("lets a cell see the names, types and imports of those before it", () => {
    const cells = made(
      'import { join } from "node:path";\ninterface Row { a: number }',
      "const row: Row = { a: 1 };",
      "join(String(row.a));",
    );
    expect(typeErrors(compile(cells))).toEqual([]);
  });

  it("lets a later cell declare a name again, and takes the later one from there on", () => {
    const cells = made("const a = 1;", 'const a = "text";', "a.length;");
    expect(typeErrors(compile(cells))).toEqual([]);
  });

  it("allows await at top level and a bare last expression", () => {
    expect(typeErrors(compile(made("const value = await Promise.resolve(1);\nvalue + 1")))).toEqual([]);
  });

  it("is strict and names the cell and the line", () => {
    const cells = made("const rows: (number | null)[] = [1];", "// first line\nconst sum: number = rows[0];");
    expect(typeErrors(compile(cells))).toEqual([
      expect.stringMatching(/^cell 2, line 2: Type 'number \| null' is not assignable/),
    ]);
  });

  it("knows a name only after the cell that makes it", () => {
    expect(typeErrors(compile(made("later;", "const later = 1;")))).toEqual([
      "cell 1, line 1: Cannot find name 'later'.",
    ]);
  });

  it.each([
    [
      "a loop that counts in a top-level variable",
      ["let sum = 0;\nfor (let i = 0; i < 9; i += 1) sum += i;"],
      /500 times slower/,
    ],
    ["a while over an earlier cell's variable", ["let left = 9;", "while (left > 0) break;"], /500 times slower/],
    ["a sum over for-of", ["let sum = 0;\nfor (const x of [1]) sum += x;"], /500 times slower/],
    ["for await at top level", ["for await (const x of [Promise.resolve(1)]) console.log(x);"], /for await/],
    [
      "a private path",
      ['import { spread } from "@emergence/lib/dist/fit/spread.js";'],
      /imports @emergence\/lib\/dist/,
    ],
    ["a relative path", ['import { help } from "./help";'], /imports \.\/help/],
    ["require", ['const fs = require("node:fs");'], /calls require/],
    ["a shorthand of an earlier cell's name", ["const x = 1;", "const f = () => ({ x });"], /shorthand \{ x \}/],
    [
      "a renamed property of an earlier cell's value",
      ["const pairs = [{ tuned: 1 }];", "pairs.map(({ tuned: name }) => name);"],
      /\{ tuned: name \} renames a property/,
    ],
    [
      "a renamed property of an earlier cell's type, in a function",
      [
        "interface Pair { tuned: number }",
        "function f(pair: Pair) {\n  const { tuned: t = 0 } = pair;\n  return t;\n}",
      ],
      /\{ tuned: t = 0 \} renames a property/,
    ],
    ["seventeen lines", [Array.from({ length: 17 }, (_, i) => `const a${i} = ${i};`).join("\n")], /17 lines of code/],
  ])("refuses %s", (_, sources, message) => {
    expect(brokenRules(compile(made(...sources)))).toEqual([expect.stringMatching(message)]);
  });

  it.each([
    [
      "a loop in a function",
      "function sum() {\n  let total = 0;\n  for (let i = 0; i < 9; i += 1) total += i;\n  return total;\n}",
    ],
    ["a loop that only shows", "const names = [1, 2];\nfor (const name of names) console.log(name);"],
    [
      "for await in a function",
      "async function all(xs: AsyncIterable<number>) {\n  for await (const x of xs) console.log(x);\n}",
    ],
    ["a renamed property of its own value", "const pairs = [{ tuned: 1 }];\npairs.map(({ tuned: name }) => name);"],
    ["a renamed property of another type", 'Object.entries({ a: "b" }).map(({ length: n }) => n);'],
    ["a shorthand of its own name", "const x = 1;\nconst point = { x };"],
  ])("accepts %s", (_, source) => {
    expect(brokenRules(compile(made(source)))).toEqual([]);
  });

  it("counts lines of code, not comments or blank lines", () => {
    expect(codeLines("// one\n\n/* two\n three */\nconst a = `x\ny`; // four\n")).toBe(2);
  });
});

const paths = [...notebooksIn("notebooks"), ...notebooksIn("solutions")];
const notebooks = paths.map(read);
const programs = compileAll(notebooks.map((notebook, index) => codeCells(notebook, paths[index] as string)));
const all = paths.map((path, index) => [path, notebooks[index] as Notebook, programs[index] as Program] as const);
describe.skipIf(all.length === 0).each(all)("%s", (path, notebook, program) => {
  it("compiles strict, cell after cell", () => {
    expect(typeErrors(program)).toEqual([]);
  });

  it("keeps to the rules for cells", () => {
    expect(brokenRules(program)).toEqual([]);
  });

  if (!notebooksIn("notebooks").includes(path)) return; // solutions need no figures of their own
  it("shows two figures, checks three claims and sets exercises", () => {
    expect(figureOutputs(notebook).length, "figures").toBeGreaterThanOrEqual(2);
    expect(measure(notebook).checks, "checks").toBeGreaterThanOrEqual(3);
    const prose = notebook.cells.filter((cell) => cell.cell_type === "markdown").map((cell) => joined(cell.source));
    expect(
      prose.some((text) => /^#+ .*exercise/im.test(text)),
      `a heading "Exercises" in ${basename(path)}`,
    ).toBe(true);
  });
});
