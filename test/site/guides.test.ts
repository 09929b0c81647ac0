// The guides beside the notebooks: their code runs as it stands, and what they name is there.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as core from "@emergence/lib/core";
import * as fit from "@emergence/lib/fit";
import * as forecast from "@emergence/lib/forecast";
import * as measures from "@emergence/lib/measures";
import * as metrics from "@emergence/lib/metrics";
import * as results from "@emergence/lib/results";
import * as stats from "@emergence/lib/stats";
import * as systems from "@emergence/lib/systems";
import * as plot from "@emergence/plot";
import * as run_ from "@emergence/run";
import { describe, expect, it, vi } from "vitest";
import * as data from "../../data/index";
import * as definitions from "../../lib/definitions/index";
import { budgets, cell } from "../../scripts/notebooks/budget.mjs";
import { type Json, joined } from "../../scripts/notebooks/format.mjs";
import { readNotebook } from "../../scripts/notebooks/refresh.mjs";
import { root } from "../../scripts/setup/places.mjs";
import { guides, shelvesFor } from "../../scripts/site/guides.mjs";
import { pictureOf } from "../../scripts/site/page/outputs.mjs";
import { codeOf, run, typeFaults } from "../page";

const modules = {
  "@emergence/data": data,
  "@emergence/lib/core": core,
  "@emergence/lib/definitions": definitions,
  "@emergence/lib/fit": fit,
  "@emergence/lib/forecast": forecast,
  "@emergence/lib/measures": measures,
  "@emergence/lib/metrics": metrics,
  "@emergence/lib/results": results,
  "@emergence/lib/stats": stats,
  "@emergence/lib/systems": systems,
  "@emergence/plot": plot,
  "@emergence/run": run_,
};
const read = (path: string) => readFileSync(join(root, path), "utf8");

describe.each(["docs/which-measure.md", "docs/cheat-sheet.md"])("%s", (path) => {
  const page = read(path);

  it("runs as it stands, and gives the values that it promises", () => {
    const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
    try {
      expect(run(codeOf(page), modules)).toBeGreaterThan(7);
    } finally {
      log.mockRestore();
    }
  });

  it("has the types that it needs, strict", () => {
    expect(typeFaults(codeOf(page))).toEqual([]);
  });

  it("names functions that there are", () => {
    const known = new Set([
      ...Object.values(modules).flatMap(Object.keys),
      ...["curves", "causalEmergence"].flatMap((name) =>
        Object.keys({ ...fit, ...measures }[name as "curves"]).map((each) => `${name}.${each}`),
      ),
      ...Object.keys(fit.curves),
    ]);
    const methods = ["band", "predict", "Number"];
    const called = [...page.matchAll(/`([a-z]\w*(?:\.\w+)?)\(/g)].map(([, name = ""]) => name);
    // In tables, names stand alone in backticks.
    const listed = page
      .split("\n")
      .filter((line) => line.startsWith("| ") && path.includes("which"))
      .flatMap((line) => [...line.matchAll(/`([a-z]\w*[A-Z]\w*(?:\.\w+)?)`/g)].map(([, name = ""]) => name));
    expect([...called, ...listed].filter((name) => !known.has(name) && !methods.includes(name))).toEqual([]);
    expect(called.length + listed.length).toBeGreaterThan(9);
  });
});

describe("docs/how-a-notebook-is-told.md", () => {
  const page = read("docs/how-a-notebook-is-told.md");

  it("has the numbers of the budget", () => {
    const { cells, words, figures, lines, checks } = budgets.main;
    const rows = { cells, words, figures, "lines of code": lines, "checks and claims": checks };
    for (const [name, most] of Object.entries({
      ...rows,
      "lines of a cell": cell.lines,
      "columns of a line": cell.columns,
    }))
      expect(page).toContain(`| ${name} | ${most.toLocaleString("en")} |`);
  });

  it("names tests that there are", () => {
    const named = [...page.matchAll(/`(test\/[^`]+)`/g)].map(([, path = ""]) => path);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

/** Scripts of package.json that a page names as commands. */
const commandsIn = (text: string) =>
  [...text.matchAll(/`npm (?:run )?([a-z][\w:-]*)/g)].map(([, name = ""]) => name).filter((name) => !isOfNpm(name));
const isOfNpm = (name: string) => ["cache", "config"].includes(name);
const { scripts } = JSON.parse(read("package.json"));

describe("docs/commands.md", () => {
  it("names every command, and none that there is not", () => {
    // npm runs `prepare` itself.
    const wanted = Object.keys(scripts).filter((name) => name !== "prepare");
    expect([...new Set(commandsIn(read("docs/commands.md")))].sort()).toEqual(wanted.sort());
  });
});

describe("docs/cheat-sheet.md", () => {
  it("names commands that there are", () => {
    const named = commandsIn(read("docs/cheat-sheet.md"));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it("fits on two pages: some 60 lines of 80 letters each", () => {
    const lines = read("docs/cheat-sheet.md")
      .split("\n")
      .filter((line) => line.trim() !== "" && !line.startsWith("```"));
    expect(lines.length).toBeLessThanOrEqual(120);
  });
});

describe("docs/dependencies.md", () => {
  const rows = read("docs/dependencies.md").matchAll(/^\| (?:Python: )?([^|]+?) \| [^|]{5,} \|$/gm);
  const told = [...rows].flatMap(([, names = ""]) => names.split(", "));
  const packages = ["", "lib/", "plot/", "data/", "run/"].map((folder) => JSON.parse(read(`${folder}package.json`)));
  const wanted = packages
    .flatMap(({ dependencies, devDependencies }) => Object.keys({ ...dependencies, ...devDependencies }))
    .filter((name) => !/^@(emergence|types)\//.test(name));
  const python = [...read("requirements.in").matchAll(/^([\w-]+)[=<]/gm)].map(([, name = ""]) => name);

  it("gives a reason for each package, and for none that is gone", () => {
    const isTold = (name: string) => told.includes(name) || told.includes(name.replace(/\/.*/, "/…"));
    expect([...wanted, ...python].filter((name) => !isTold(name))).toEqual([]);
    const known = new Set([
      ...wanted,
      ...python,
      ...wanted.map((name) => name.replace(/\/.*/, "/…")),
      "package",
      "---",
    ]);
    expect(told.filter((name) => !known.has(name))).toEqual([]);
    expect(wanted.length).toBeGreaterThan(30);
  });
});

describe("docs/glossary.md", () => {
  it("has each word once", () => {
    const terms = [...read("docs/glossary.md").matchAll(/^\| ([^|$]+?) \| /gm)].map(([, term = ""]) => term);
    const words = terms.filter((term) => !["word", "sign", "---"].includes(term));
    expect(words.length).toBeGreaterThan(35);
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
  });
});

describe("the gallery", () => {
  const { cells } = readNotebook(join(root, "notebooks", "gallery-of-figures.ipynb"));
  const code = cells.filter((cell) => cell.cell_type === "code");
  const figures = read("plot/README.md").split("## Display")[0] as string;
  const functions = [...figures.matchAll(/^\| `(\w+)` \|/gm)].map(([, name = ""]) => name);

  it("has every function of plot that makes a figure, or a part of one", () => {
    expect(functions.length).toBeGreaterThan(20);
    const all = code.map((cell) => joined(cell.source)).join("\n");
    expect([...functions, "live"].filter((name) => !all.includes(`${name}(`))).toEqual([]);
  });

  it("shows each with its picture", () => {
    const drawn = code.filter((cell) => /^(await live|show)\(/m.test(joined(cell.source)));
    for (const cell of drawn)
      expect(
        cell.outputs.some((output: Json) => pictureOf(output) !== undefined),
        cell.id,
      ).toBe(true);
    expect(drawn.length).toBeGreaterThanOrEqual(20);
  });
});

describe("the guides", () => {
  it("are there, each with a title", () => {
    for (const { path } of guides) expect(read(path), path).toMatch(/^# \S/);
  });

  it("are all that there are for teachers", () => {
    const teaching = readdirSync(join(root, "docs", "teaching")).map((name) => `docs/teaching/${name}`);
    expect(guides.map(({ path }) => path)).toEqual(expect.arrayContaining(teaching));
  });

  it("are without those of docs/teaching in a hand-out, which has no such folder", () => {
    const given = shelvesFor(false).flatMap(({ guides }) => guides.map(({ path }) => path));
    expect(given).toEqual(guides.map(({ path }) => path).filter((path) => !path.startsWith("docs/teaching/")));
    expect(given.length).toBeLessThan(guides.length);
  });
});
