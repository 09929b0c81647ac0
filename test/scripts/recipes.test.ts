// The code of CONTRIBUTING's recipes is what a new contributor copies: it must do what the recipe says.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cache, root } from "../../scripts/setup/places.mjs";

const text = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");
/** Blocks of code below a heading, without their indentation. */
const blocks = (heading: string, language: string): string[] => {
  const part = text.slice(text.indexOf(`## ${heading}`)).split(/\n## /)[0] ?? "";
  const found = [...part.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))];
  return found.map(([, code = ""]) => code.replace(/^ {3}/gm, ""));
};

it("add a measure: it gives what its example says, and its errors", async () => {
  const [measure = "", test = ""] = blocks("Recipe: add a measure", "ts");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "recipe-"));
  try {
    // Its imports lead from lib/measures/curve.
    writeFileSync(join(folder, "steepest.ts"), measure.replaceAll("../../core/", `${join(root, "lib", "core")}/`));
    const { steepest } = await import(join(folder, "steepest.ts"));
    const [, call = "", value] = /^ \* steepest\((.*)\); \/\/ => (.*)$/m.exec(measure) ?? [];
    expect(steepest(JSON.parse(call))).toBe(Number(value));
    const refused = [...test.matchAll(/steepest\((\[.*\])\)\)\.toThrow\("(.*)"\)/g)];
    expect(refused).toHaveLength(2);
    for (const [, bad = "", message] of refused)
      expect(() => steepest(bad === "[1]" ? [1] : [1, Number.NaN])).toThrow(message);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it("add a table: its table.json has the keys and a license that the tables of the kit have", () => {
  const [made] = blocks("Recipe: add a table", "json").map((block) => JSON.parse(block));
  const known = JSON.parse(readFileSync(join(root, "data", "licenses.json"), "utf8"));
  const kit = JSON.parse(readFileSync(join(root, "data", "tables", "pythia-tasks", "table.json"), "utf8"));
  expect(Object.keys(kit)).toEqual(expect.arrayContaining(Object.keys(made)));
  expect(Object.keys(known)).toContain(made.license);
});

it("add a reference value: the files that it names are there", () => {
  const part = text.slice(text.indexOf("## Recipe: add a reference value")).split(/\n## /)[0] ?? "";
  const files = [...part.matchAll(/`(data\/[\w/.-]+\.ts)`/g)].map(([, file = ""]) => file);
  expect(files.length).toBeGreaterThan(1);
  for (const file of files) expect(readFileSync(join(root, file), "utf8"), file).not.toBe("");
});
