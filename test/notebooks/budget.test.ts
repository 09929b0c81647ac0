import { describe, expect, it } from "vitest";
import { measure, overBudget } from "../../scripts/notebooks/budget.mjs";
import { formatted } from "../../scripts/notebooks/cellFormat.mjs";
import { joined, type Notebook } from "../../scripts/notebooks/format.mjs";
import { figureNumbers, numberReferences } from "../../scripts/notebooks/references.mjs";
import { label, notebooksIn } from "../../scripts/notebooks/select.mjs";
import { read } from "./cells.js";

const all = notebooksIn("notebooks");
const code = (source: string) => ({ cell_type: "code", source, outputs: [], metadata: {} });
const prose = (source: string) => ({ cell_type: "markdown", source, metadata: {} });
const made = (...cells: object[]) => ({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }) as unknown as Notebook;
const figure = (key: string, number: number) => ({
  ...code("show(figure)"),
  outputs: [{ data: { "application/vnd.plotly.v1+json": {} }, metadata: { caption: { key, number, text: key } } }],
});

describe("the budget", () => {
  it("counts what a reader meets: words without addresses, code without exercises, claims among checks", () => {
    const notebook = made(
      prose("# Two words\nand [a link](https://example.org/a/b) <!-- not this -->"),
      code('check("a", true);\n\nclaim("b", f, 1, { c: 2 });\nrecheck("not one");'),
      code('exercise("1", NaN, (a) => a > 1);'),
    );
    expect(measure(notebook)).toMatchObject({ cells: 3, words: 5, lines: 3, checks: 2, claims: 1, bets: 0 });
  });
  it("says what is too much, cell by cell", () => {
    const long = Array.from({ length: 17 }, (_, i) => `f(${i});`).join("\n");
    const said = overBudget(all[0] as string, made(prose("words"), code(long), code(`f("${"x".repeat(100)}");`)));
    expect(said).toEqual([
      "0 checks, at least 3",
      "0 bets, at least 2",
      "cell 2: 17 lines, at most 16",
      "cell 3: 106 columns, at most 96",
      "cell 3: code after code without a sentence",
    ]);
  });
  it("wants a caption under each figure and a reveal for each bet", () => {
    const bare = { ...figure("a", 1), outputs: [{ data: { "application/vnd.plotly.v1+json": {} }, metadata: {} }] };
    const said = overBudget(all[0] as string, made(bare, prose("b"), code('predict("c", d);\npredict("e", d);')));
    expect(said).toContain("1 figures have no caption");
    expect(said).toContain("2 bets, but 0 are revealed");
  });

  it.each(all.map((path) => [label(path), path]))("holds for %s", (_, path) => {
    expect(overBudget(path, read(path))).toEqual([]);
  });
  it.each(all.map((path) => [label(path), path]))("finds the cells of %s formatted", (_, path) => {
    const sources = read(path)
      .cells.filter((cell) => cell.cell_type === "code")
      .map((cell) => joined(cell.source));
    expect(formatted(sources)).toEqual(sources);
  });
});

describe("numbers of figures in prose", () => {
  it("are those of the figures, by key", () => {
    const notebook = made(
      prose("See Figure ?<!--jump--> and Figure 9<!-- smooth -->, not Figure 7."),
      figure("jump", 1),
      figure("smooth", 2),
    );
    expect(figureNumbers(notebook)).toEqual(
      new Map([
        ["jump", 1],
        ["smooth", 2],
      ]),
    );
    expect(numberReferences(notebook)).toEqual([]);
    expect(notebook.cells[0]?.source).toBe("See Figure 1<!--jump--> and Figure 2<!-- smooth -->, not Figure 7.");
  });
  it("name the key that no figure has, and leave the text", () => {
    const notebook = made(prose("See Figure 3<!--gone-->."));
    expect(numberReferences(notebook)).toEqual(["gone"]);
    expect(notebook.cells[0]?.source).toBe("See Figure 3<!--gone-->.");
  });
  it.each(all.map((path) => [label(path), path]))("are right in %s", (_, path) => {
    const notebook = read(path);
    const before = notebook.cells.map((cell) => joined(cell.source));
    expect(numberReferences(notebook)).toEqual([]);
    expect(notebook.cells.map((cell) => joined(cell.source))).toEqual(before);
  });
});
