import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { isDue, noteCommitted, noted, type Records } from "../../scripts/notebooks/due.mjs";
import { askedOf, readSource } from "../../scripts/notebooks/imports.mjs";
import { inputFiles, inputsOf } from "../../scripts/notebooks/inputs.mjs";
import { label, notebooksIn } from "../../scripts/notebooks/select.mjs";
import { root } from "../../scripts/setup/places.mjs";

const work = mkdtempSync(join(tmpdir(), "emergence-inputs-"));
afterAll(() => rmSync(work, { recursive: true }));
const path = join(work, "made.ipynb");

const markdown = (source: string) => ({ cell_type: "markdown", id: "text", metadata: {}, source });
const code = (source: string, ...prints: string[]) => ({
  cell_type: "code",
  execution_count: 1,
  id: "code",
  metadata: {},
  source,
  outputs: prints.map((text) => ({ output_type: "stream", name: "stdout", text })),
});
function notebook(...cells: object[]): string {
  writeFileSync(path, JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
  return path;
}

describe("what a notebook's outputs depend on", () => {
  const before = inputsOf(notebook(markdown("a"), code("1 + 1", "2 ")));

  it("is its code, what its committed outputs say, and nothing of the text between", () => {
    expect(inputsOf(notebook(markdown("b"), code("1 + 1", "2 ")))).toEqual(before);
    const other = inputsOf(notebook(markdown("a"), code("1 + 2", "2 ")));
    expect([other.cells === before.cells, other.all === before.all]).toEqual([false, false]);
    const said = inputsOf(notebook(markdown("a"), code("1 + 1", "two")));
    expect([said.cells === before.cells, said.all === before.all]).toEqual([true, false]);
  });

  const files = (source: string) => inputFiles(notebook(code(source))).map((file) => relative(root, file));

  it("is what gives the names that a cell imports, with what that imports, and no other file of the room", () => {
    const one = files('import { type Random, random } from "@emergence/lib/stats";');
    expect(one).toContain(join("lib", "stats", "random.ts"));
    expect(one).not.toContain(join("lib", "stats", "jackknife.ts"));
    const two = files('import { measures } from "@emergence/lib";');
    expect(two).toContain(join("lib", "measures", "curve", "weiThreshold.ts"));
    expect(two).toContain(join("lib", "measures", "curve", "holm.ts"));
    expect(two.filter((file) => file.startsWith(join("lib", "systems")))).toEqual([]);
    const systems = files('import * as systems from "@emergence/lib/systems";');
    expect(systems).toContain(join("lib", "stats", "random.ts"));
    expect(files('const { ising } = await import("@emergence/lib/systems");')).toEqual(systems);
    expect(systems.filter((file) => file.startsWith(join("lib", "dist")))).toEqual([]);
    expect(files("1 + 1").filter((file) => /^(lib|plot|data|run)\W/.test(file))).toEqual([]);
  });

  it("is no comment and no type of the sources", () => {
    const code = (source: string) => readSource(source).code;
    expect(code("/** Says much. */\nexport const a = 1; // more\nexport type B = string;")).toBe(
      code("export const a = 1;"),
    );
    expect(code("export const a = 1;")).not.toBe(code("export const a = 2;"));
  });

  it("goes through files that hand names on, under whatever name", () => {
    const { handsOn = [] } = readSource(
      'export { a as b, type T } from "./one";\nexport * as all from "./two";\nexport * from "./three";',
    );
    expect(askedOf(handsOn, ["b"])).toEqual([
      { from: "./one", names: ["a"] },
      { from: "./three", names: ["b"] },
    ]);
    expect(askedOf(handsOn, ["all"])).toContainEqual({ from: "./two", names: null });
    expect(askedOf(handsOn, null).map(({ from }) => from)).toEqual(["./one", "./two", "./three"]);
    expect(readSource('export { a } from "./one";\nexport const c = 1;').handsOn).toBeUndefined();
  });

  const dataOf = (source: string) => files(source).filter((file) => file.startsWith("data"));
  const tablesOf = (source: string) => dataOf(source).filter((file) => file.endsWith(".csv"));

  it("is the loaders of the data, and the tables that they or the cells name", () => {
    const plain = dataOf('import { load } from "@emergence/data";');
    expect(plain).toContain(join("data", "load.ts"));
    const scores = join("data", "tables", "open-lm-scores", "open-lm-scores.csv");
    expect(tablesOf('import { openLmCurves } from "@emergence/data";')).toContain(scores);
    expect(plain).not.toContain(scores);
    const steam = join("data", "tables", "steam", "steam.csv");
    expect(plain).not.toContain(steam);
    for (const source of [
      'import { load } from "@emergence/data";\nload("steam");',
      'const { frame } = await import("@emergence/data/frame");\nframe("steam");',
      'import { load } from "@emergence/data";\nconst at = (x: string) => load(`st$'.concat('{x}` as "steam");'),
    ])
      expect(tablesOf(source)).toContain(steam);
    const every = readdirSync(join(root, "data", "tables")).length;
    expect(tablesOf('import { tables } from "@emergence/data";\ntables.map(({ name }) => name);')).toHaveLength(every);
  });

  it("is the files of the register that a cell names a value of", () => {
    const register = (source: string) => dataOf(source).filter((file) => file.includes(join("data", "reference", "1")));
    const two =
      'import { reference } from "@emergence/data";\nreference("sat-3-cavity");reference("lu-chance-tracking");';
    expect(register(two)).toEqual([
      join("data", "reference", "11-in-context.ts"),
      join("data", "reference", "13-satisfiability.ts"),
    ]);
  });

  it("is not what only types come from", () => {
    const typed = files('import type { Random } from "@emergence/lib/stats";\nimport "@emergence/lib/metrics";');
    expect(typed).toContain(join("lib", "metrics", "brier.ts"));
    expect(typed.filter((file) => file.startsWith(join("lib", "systems")))).toEqual([]);
  });
});

describe("a notebook is due", () => {
  let records: Records;
  beforeEach(() => {
    const folder = mkdtempSync(join(work, "records-"));
    mkdirSync(join(folder, "tests"));
    records = { committed: join(folder, "inputs.json"), last: (kernel) => join(folder, "tests", `${kernel}.json`) };
  });
  const one = notebooksIn("notebooks").find((each) => label(each).includes("04-")) as string;
  const due = (each = one) => [isDue(each, "kit", records), isDue(each, "stock", records)];

  it("where nothing is known of it", () => {
    expect(due()).toEqual([true, true]);
    writeFileSync(records.committed, "<<<<<<< no JSON");
    expect(due()).toEqual([true, true]);
  });

  it("not in a fresh clone whose outputs were made from what is there", () => {
    noteCommitted([one], [one], records);
    expect(due()).toEqual([false, false]);
    const [first = ""] = notebooksIn("notebooks");
    noteCommitted([first], [first], records);
    expect(due()).toEqual([true, true]);
  });

  it("not after a good run, again after one that failed, by kernel", async () => {
    noteCommitted([one], [one], records);
    const failing = noted(one, "kit", () => Promise.reject(new Error("a cell failed")), records);
    await expect(failing).rejects.toThrow("a cell failed");
    expect(due()).toEqual([true, false]);
    await noted(one, "kit", async () => expect(due()).toEqual([true, false]), records);
    expect(due()).toEqual([false, false]);
  });

  it("always, if it is 00 or 06", () => {
    const all = notebooksIn("notebooks");
    noteCommitted(all, all, records);
    expect(all.filter((each) => isDue(each, "kit", records)).map((each) => label(each).slice(10, 12))).toEqual([
      "00",
      "06",
    ]);
  });
});
