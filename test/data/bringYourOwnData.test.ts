// The page's code runs as it stands, in order, beside the files that it shows; each `// =>` is held to what it promises.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as core from "@emergence/lib/core";
import * as fit from "@emergence/lib/fit";
import * as measures from "@emergence/lib/measures";
import * as plot from "@emergence/plot";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as data from "../../data/index";
import { root } from "../../scripts/setup/places.mjs";
import { codeOf, run, typeFaults } from "../page";

const modules: Record<string, unknown> = {
  "@emergence/data": data,
  "@emergence/lib/core": core,
  "@emergence/lib/fit": fit,
  "@emergence/lib/measures": measures,
  "@emergence/plot": plot,
};
const page = readFileSync(join(root, "docs", "bring-your-own-data.md"), "utf8");
const files = [...page.matchAll(/<!-- (\S+\.csv) -->\n```csv\n([\s\S]*?)```/g)];
const code = codeOf(page);

let folder = "";
const before = process.cwd();
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "page-"));
  for (const [, name = "", text = ""] of files) writeFileSync(join(folder, name), text);
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true, force: true });
});

describe("docs/bring-your-own-data.md", () => {
  it("shows files and code, and README links to it", () => {
    expect(files.length).toBeGreaterThanOrEqual(4);
    expect(readFileSync(join(root, "README.md"), "utf8")).toContain("(docs/bring-your-own-data.md)");
  });

  it("runs as it stands, and gives the values that it promises", () => {
    const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
    expect(run(code, modules)).toBeGreaterThanOrEqual(7);
    const printed = log.mock.calls.flat().join("\n");
    log.mockRestore();
    expect(printed).toContain("the wind tells more of the mill");
    expect(printed).toContain("the year that is missing");
  });

  it("has the types that it needs, strict", () => {
    expect(typeFaults(code)).toEqual([]);
  });

  it("names the options that there are, and words of errors that occur", () => {
    const source = ["asked", "readTable", "dialect", "source", "numerals", "csv", "width"]
      .map((name) => readFileSync(join(root, "data", `${name}.ts`), "utf8"))
      .join("\n");
    for (const [, name = ""] of page.matchAll(/`\{ (\w+): /g))
      if (name !== "type") expect(source, name).toContain(`readonly ${name}?:`);
    const words = [
      "no such file",
      "a spreadsheet or another zip archive",
      "can be ",
      "cells, needs ",
      ": lacks column ",
    ];
    for (const said of words) {
      expect(source, said).toContain(said);
      expect(page, said).toContain(said.replace(/^: /, ""));
    }
  });
});
