import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder, resources } from "../../data/descriptor";

const all = resources;
const readme = readFileSync(join(folder, "README.md"), "utf8");
const licenses = readFileSync(join(folder, "LICENSES.md"), "utf8");

describe("data/", () => {
  it("holds a folder per table that datapackage.json describes, and no other file", () => {
    expect(readdirSync(join(folder, "tables")).sort()).toEqual(all.map(({ name }) => name));
    for (const { name, path } of all) {
      expect(path).toBe(`tables/${name}/${name}.csv`);
      const files = new Set(readdirSync(join(folder, "tables", name)));
      for (const program of ["import.mjs", "make.mjs"]) files.delete(program);
      expect(files).toEqual(new Set(["table.json", `${name}.csv`]));
    }
  });

  it("is under 25 MB in all, no file over 3 MB", () => {
    const sizes = all.map(({ path }) => statSync(join(folder, path)).size);
    expect(Math.max(...sizes)).toBeLessThan(3e6);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(25e6);
  });

  it("says the unit of every number and what every column is", () => {
    for (const { name, schema } of all)
      for (const field of schema.fields) {
        expect(field.description, `${name}.${field.name}`).toMatch(/\w{3}/);
        if (field.type === "integer" || field.type === "number")
          expect(field.unit, `${name}.${field.name}`).toBeTruthy();
      }
  });

  it("names for every table source, version, license, derivation, a sanity check, and limitations", () => {
    for (const { name, sources, licenses: terms, derivation, sanityCheck, limitations } of all) {
      expect(terms.length, name).toBe(1);
      for (const text of [derivation, sanityCheck, limitations]) expect(text, name).toMatch(/\w{3}/);
      for (const { title, path, version } of sources) {
        expect(title, name).toMatch(/\w{3}/);
        expect(path, name).toMatch(/^https:\/\//);
        // A printed paper has no commit.
        if (!/^https:\/\/(arxiv|doi)\.org\//.test(path)) expect(version, name).toMatch(/^[\da-f.-]+$/);
      }
    }
  });

  it("gives in README.md a row per table with its true counts, and names each table in LICENSES.md", () => {
    for (const { name, rows, schema } of all) {
      const row = readme.split("\n").find((line) => line.startsWith(`| **${name}**`));
      expect(row, name).toContain(`${rows} rows, ${schema.fields.length} columns`);
      expect(licenses).toContain(`tables/${name}/${name}.csv`);
    }
  });

  it("says what CC BY and CC BY-SA ask for, and names the tables that CC BY-SA holds for", () => {
    const alike = all.filter((table) => table.licenses[0]?.name === "CC-BY-SA-4.0").map(({ name }) => name);
    expect(alike).toEqual(["benchmarks-over-time", "on-emergence", "on-emergence-chance", "verdict-curves"]);
    expect(licenses).toContain("CC BY-SA 4.0");
  });

  it("lists each correction with before and after in the table's description", () => {
    const description = (name: string) => all.find((table) => table.name === name)?.description;
    expect(description("obscaling")).toContain(
      "627 T tokens and 1.1286e25 FLOPs upstream, .627 T tokens and 1.1286e22 FLOPs here",
    );
    expect(description("on-emergence")).toContain(
      "two rows each (5,055 rows) upstream, one row each (5,052 rows) here",
    );
  });

  // The notes of verdict-cases are the kit's own sentences, nobody else's.
  it("holds no sentence of others: no cell has more than fifteen words, and those are names", () => {
    for (const { name, path } of all.filter((table) => table.name !== "verdict-cases")) {
      const cells = readFileSync(join(folder, path), "utf8").split(/[,\n]/);
      const long = cells.filter((cell) => (cell.match(/[A-Za-z]{3,}/g)?.length ?? 0) > 15);
      expect(long, name).toEqual([]);
    }
  });
});
