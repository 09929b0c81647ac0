// The reference has every public name, with an example; its formulas say what the comments say.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { root } from "../../scripts/setup/places.mjs";
import { importLinks } from "../../scripts/site/page/importLinks.mjs";
import { partsOf } from "../../scripts/site/reference/comment.mjs";
import { type Module, readDeclarations } from "../../scripts/site/reference/declarations.mjs";
import { formulaTex, isFormula } from "../../scripts/site/reference/formula.mjs";
import { referencePages, toldIn } from "../../scripts/site/reference/index.mjs";
import { proseWith } from "../../scripts/site/reference/prose.mjs";

const rooms = readdirSync(join(root, "lib")).filter((name) => existsSync(join(root, "lib", name, "index.ts")));
/** Sources by what a cell imports. */
const sources: Readonly<Record<string, string>> = {
  ...Object.fromEntries(rooms.map((room) => [`@emergence/lib/${room}`, `lib/${room}/index.ts`])),
  "@emergence/plot": "plot/index.ts",
  "@emergence/data": "data/index.ts",
  "@emergence/data/frame": "data/frame.ts",
  "@emergence/run": "run/index.ts",
};

/** Names that a source exports by name, read without the compiler's checker, which the reference itself relies on. */
function exported(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(join(root, path), "utf8"), ts.ScriptTarget.ES2022);
  return file.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) {
      const clause = statement.exportClause;
      if (clause === undefined) return [];
      return ts.isNamespaceExport(clause) ? [clause.name.text] : clause.elements.map(({ name }) => name.text);
    }
    const isPublic =
      ts.canHaveModifiers(statement) && statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    return isPublic && ts.isFunctionDeclaration(statement) && statement.name ? [statement.name.text] : [];
  });
}

let modules: readonly Module[] = [];
let pages: ReturnType<typeof referencePages>;
beforeAll(() => {
  pages = referencePages({
    notebooks: [],
    readme: readFileSync(join(root, "README.md"), "utf8"),
    pages: new Set(["lib/fit/README.md"]),
  });
  modules = readDeclarations();
}, 120_000);

describe("the reference", () => {
  it("has a page for each module, and README a line on it", () => {
    expect(modules.map(({ specifier }) => specifier).sort()).toEqual(Object.keys(sources).sort());
    const index = pages.files.find(({ path }) => path === "reference/index.html")?.content ?? "";
    for (const { page } of modules) expect(index).toMatch(new RegExp(`href="${page}\\.html".*\\n<p>\\S`));
  });

  it.each(Object.entries(sources))("has every name of %s", (specifier, path) => {
    const module = modules.find((each) => each.specifier === specifier) as Module;
    const names = new Set(module.entries.map(({ name }) => name));
    const wanted = exported(path);
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.filter((name) => !names.has(name))).toEqual([]);
    const { content = "" } = pages.files.find((file) => file.path === `reference/${module.page}.html`) ?? {};
    expect([...names].filter((name) => !content.includes(`id="${name}"`))).toEqual([]);
  });

  it("says of every function what it does, and shows it at work", () => {
    const functions = modules.flatMap(({ specifier, entries }) =>
      entries
        .filter(({ kind }) => kind === "function")
        .map(({ name, comments }) => ({ name: `${specifier} ${name}`, comments })),
    );
    expect(functions.length).toBeGreaterThan(250);
    expect(functions.filter(({ comments }) => !comments.some(({ text }) => text !== ""))).toEqual([]);
    const silent = functions.filter(({ comments }) => !comments.some(({ examples }) => examples.length > 0));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it("leads from an import of a cell to the names", () => {
    const told = toldIn(modules);
    expect(told("@emergence/lib/metrics", "brier")).toBe("reference/metrics.html#brier");
    expect(told("@emergence/lib/metrics", "nothing")).toBeUndefined();
    const cell =
      '<span class="tok-keyword">import</span> { brier, mine } <span class="tok-keyword">from</span> <span class="tok-string">&quot;@emergence/lib/metrics&quot;</span>;';
    expect(importLinks(cell, told, "../")).toBe(
      '<span class="tok-keyword">import</span> { <a href="../reference/metrics.html#brier">brier</a>, mine } <span class="tok-keyword">from</span> <span class="tok-string">&quot;<a href="../reference/metrics.html">@emergence/lib/metrics</a>&quot;</span>;',
    );
  });

  it("is small enough for a site", () => {
    const bytes = pages.files.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
    expect(bytes).toBeLessThan(4e6);
  });

  it("is found by its names", () => {
    const found = pages.found.find(({ heading }) => heading === "brier");
    expect(found).toMatchObject({ href: "reference/metrics.html#brier", title: "@emergence/lib/metrics" });
    expect(found?.text).toContain("squared error");
  });
});

describe("a doc comment", () => {
  it("is taken apart: text, arguments, errors, example, source", () => {
    const comment = `/**
 * The score.
 *
 *     s = 1 / n
 *
 * @param n how many,
 *   at least one
 * @throws RangeError for 0
 * @example
 * score(2); // => 0.5
 *
 * Source: Author 2001.
 */`;
    expect(partsOf(comment)).toEqual({
      text: "The score.\n\n    s = 1 / n",
      parameters: [{ name: "n", text: "how many,\n  at least one" }],
      returns: undefined,
      errors: ["RangeError for 0"],
      examples: ["score(2); // => 0.5"],
      source: "Author 2001.",
    });
  });

  it.each([
    ["sum_i (p_i - t_i)^2", "\\sum_{i}\\;(p_{i} - t_{i})^{2}"],
    ["L / (1 + exp(-k (x - x0)))", "L / (1 + \\exp (-k\\;(x - x_{0})))"],
    ["I(V_t ; V_t+1)", "I(V_{t} ; V_{t+1})"],
    ["1 - <m^4> / (3 <m^2>^2)", "1 - \\langle m^{4}\\rangle  / (3 \\langle m^{2}\\rangle ^{2})"],
    ["x < y", "x \\lt  y"],
    ["e^(i xi)", "e^{i\\;\\xi }"],
    ["sqrt(s^2 / n)", "\\sqrt{s^{2} / n}"],
    ["the place of a rise", "\\text{the}\\;\\text{place}\\;\\text{of}\\;\\text{a}\\;\\text{rise}"],
    ["x^2 + 1e-6", "x^{2} + 10^{-6}"],
  ])("has the formula %s in TeX", (text, tex) => {
    expect(formulaTex(text)).toBe(tex);
  });

  it("keeps formulas, prose and code apart", () => {
    expect(isFormula("E = G(Y) - sum_i g(x_i)")).toBe(true);
    expect(isFormula("0 to 1")).toBe(false);
    expect(isFormula('fit("a"); // => 1')).toBe(false);
    const prose = proseWith((name) => (name === "fit" ? "fit.html#fit" : undefined));
    expect(prose.block("a `fit` of x < y * 2 * z")).toBe(
      '<p>a <a href="fit.html#fit"><code>fit</code></a> of x &lt; y * 2 * z</p>\n',
    );
    expect(prose.block("Below:\n\n    y = a + b x")).toContain('<span class="katex">');
    expect(prose.block("Below:\n\n    1,000  .5  .6  .7")).toContain("<pre>");
  });
});
