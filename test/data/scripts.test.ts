import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folder } from "../../data/descriptor";
import { parseTable } from "../../data/parse";

/** A fork: data and scripts copied, packages linked. */
let fork = "";
const file = (...parts: string[]) => join(fork, "data", ...parts);
const run = (script: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(fork, "scripts", script), ...args], { encoding: "utf8" });
const stored = (name: string) =>
  JSON.parse(readFileSync(file("datapackage.json"), "utf8")).resources.find((r: { name: string }) => r.name === name);
const read = (name: string) => parseTable(readFileSync(file("tables", name, `${name}.csv`)), stored(name));
const count = readdirSync(join(folder, "tables")).length;
const generated = ["datapackage.json", "schema.ts", "README.md", "LICENSES.md"];
const texts = (base: string) => generated.map((name) => readFileSync(join(base, name), "utf8"));

beforeAll(() => {
  fork = mkdtempSync(join(tmpdir(), "fork-"));
  const root = join(folder, "..");
  cpSync(folder, join(fork, "data"), { recursive: true, filter: (path) => !/node_modules/.test(path) });
  for (const part of ["lock.mjs", "import.mjs", "data", "whole.mjs", join("setup", "here.mjs")])
    cpSync(join(root, "scripts", part), join(fork, "scripts", part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(fork, "node_modules"), "junction");
  symlinkSync(join(root, "lib"), join(fork, "lib"), "junction"); // its formatter of numbers
});
afterAll(() => rmSync(fork, { recursive: true, force: true }));

describe("npm run data:lock, in a fork", () => {
  it("changes nothing where nothing was changed", () => {
    const { status, stdout } = run("lock.mjs");
    expect(status).toBe(0);
    expect(stdout).toBe(`${count} tables, 0 changed\n`);
    expect(texts(file())).toEqual(texts(folder));
  });

  it("takes a changed digit and a new row for meant", () => {
    const csv = file("tables", "steam", "steam.csv");
    writeFileSync(csv, `${readFileSync(csv, "utf8").replace("782.04", "760")}65,187.5,false\n`);
    expect(() => read("steam")).toThrow("found 15 rows, needs 14");
    expect(run("lock.mjs").stdout).toBe(`steam: 15 rows, 257 bytes\n${count} tables, 1 changed\n`);
    expect(read("steam").find(({ temperature }) => temperature === 100)?.pressure).toBe(760);
  });

  it("says which cell is not as table.json has it, and writes nothing", () => {
    const csv = file("tables", "steam", "steam.csv");
    const before = [readFileSync(csv, "utf8"), ...texts(file())];
    writeFileSync(csv, `${before[0]}70,high,false\n`);
    const { status, stderr } = run("lock.mjs");
    expect(status).not.toBe(0);
    expect(stderr).toContain(
      'data:lock: data/tables/steam/steam.csv, row 16 (line 17), column pressure: found "high", needs a number',
    );
    writeFileSync(csv, String(before[0]));
    expect(texts(file())).toEqual(before.slice(1));
  });

  it("takes in a table of the fork's own from two files: types, description and a row of README", () => {
    mkdirSync(file("tables", "fork-ants"));
    writeFileSync(file("tables", "fork-ants", "fork-ants.csv"), "ants,trail\n10,0.1\n");
    const steam = JSON.parse(readFileSync(file("tables", "steam", "table.json"), "utf8"));
    const fields = [
      { name: "ants", type: "integer", unit: "ants", description: "Ants" },
      { name: "trail", type: "number", unit: "1", description: "Share on the trail", optional: true, maximum: 1 },
    ];
    const table = { ...steam, title: "Ants on a trail", fields, primaryKey: ["ants"] };
    writeFileSync(file("tables", "fork-ants", "table.json"), JSON.stringify(table));
    expect(run("lock.mjs").stdout).toBe(`fork-ants: 1 rows, 18 bytes\n${count + 1} tables, 1 changed\n`);
    expect(read("fork-ants")).toEqual([{ ants: 10, trail: 0.1 }]);
    expect(stored("fork-ants").schema.fields[1].constraints).toEqual({ maximum: 1 });
    expect(readFileSync(file("schema.ts"), "utf8")).toContain("readonly trail: number | null;");
    expect(readFileSync(file("schema.ts"), "utf8")).toContain('"fork-ants": ForkAnts;');
    expect(readFileSync(file("README.md"), "utf8")).toContain("| **fork-ants**<br>Ants on a trail | 1 rows, 2 columns");
  });

  const faults: [what: string, from: string, to: string, message: string][] = [
    ["a key that is missing", '"sanityCheck"', '"sanity"', "lacks sanityCheck"],
    ["a key that is not known", '"limitations"', '"notFor": "x", "limitations"', "holds notFor; the keys are title, "],
    ["a license that is not known", '"figures-only"', '"WTFPL"', 'no license "WTFPL" in data/licenses.json'],
    ["a type that is not known", '"boolean"', '"flag"', "column suspect has the type flag; the types are string, "],
    ["a number without a unit", '"unit": "mmHg", ', "", "column pressure lacks a unit"],
    ["a column that stands twice", '"name": "suspect"', '"name": "pressure"', "column pressure stands twice"],
    ["a key of no column", '["temperature"]', '["time"]', "the primaryKey names time, which is no column"],
    ["what is no JSON", '"title"', "title", "table.json: Expected property name"],
  ];
  it.each(faults)("says where table.json has %s, and writes nothing", (_, from, to, message) => {
    const path = file("tables", "steam", "table.json");
    const [before, others] = [readFileSync(path, "utf8"), texts(file())];
    expect(before).toContain(from);
    writeFileSync(path, before.replace(from, to));
    const { status, stderr } = run("lock.mjs");
    expect(status).not.toBe(0);
    expect(stderr).toContain(join("data", "tables", "steam", "table.json"));
    expect(stderr).toContain(message);
    writeFileSync(path, before);
    expect(texts(file())).toEqual(others);
  });
});

describe("npm run import, in a fork", () => {
  it("skips sources that are absent with a message and leaves their tables, and the fork's own, as they are", () => {
    mkdirSync(join(fork, "empty"));
    const before = readFileSync(file("tables", "adoption", "adoption.csv"), "utf8");
    const { status, stdout } = run("import.mjs", join(fork, "empty"));
    expect(status).toBe(0);
    expect(stdout).toContain(`${join("owid", "technology-diffusion.csv")} is absent: adoption stays as it is`);
    expect(readFileSync(file("tables", "adoption", "adoption.csv"), "utf8")).toBe(before);
    expect(read("fork-ants")).toHaveLength(1);
  });

  it("writes nothing at all where a publisher's file is not as it was", () => {
    const bad = join(fork, "bad", "owid");
    mkdirSync(bad, { recursive: true });
    writeFileSync(join(bad, "technology-diffusion.csv"), "Entity,Year,Share\nRadio,1925,ten\n");
    const before = readFileSync(file("datapackage.json"), "utf8");
    const { status, stderr } = run("import.mjs", join(fork, "bad"));
    expect(status).not.toBe(0);
    expect(stderr).toContain("import: adoption: needs a number, found ");
    expect(readFileSync(file("datapackage.json"), "utf8")).toBe(before);
  });

  it("says what it needs when no folder is given", () => {
    expect(run("import.mjs").stderr).toContain("needs the folder of the publishers' files, got nothing");
  });
});
