import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder, resources } from "../../data/descriptor";
import { importedTables, importRows } from "../../scripts/data/importers.mjs";
import { generated, resourcesOf } from "../../scripts/data/package.mjs";
import { csvFile, tableNames } from "../../scripts/data/table.mjs";
import { raw } from "./raw";

describe("the import", () => {
  it("runs without any publisher's file for what was counted by hand", async () => {
    const { files, absent } = await importRows(join(folder, "no such folder"));
    expect([...files.keys()]).toEqual(["on-emergence-chance"]);
    expect(files.get("on-emergence-chance")?.equals(readFileSync(csvFile("on-emergence-chance")))).toBe(true);
    expect(new Set([...absent.map(({ table }) => table), ...files.keys()])).toEqual(new Set(importedTables()));
  });

  const publishers = raw;
  if (publishers === undefined) return;
  it("gives again what is committed, byte for byte", async () => {
    const { files, absent } = await importRows(publishers);
    expect(absent).toEqual([]);
    expect([...files.keys()]).toEqual(importedTables());
    for (const [name, csv] of files)
      expect(csv.equals(readFileSync(csvFile(name))), `${name} read again is not what is committed`).toBe(true);
  });
});

describe("npm run data:lock", () => {
  it("was run after the last change of a table's folder: descriptions, types, README and LICENSES say what the folders say", () => {
    for (const [file, content] of Object.entries(generated(resourcesOf("test"))))
      expect(readFileSync(join(folder, file), "utf8"), `data/${file}: run npm run data:lock`).toBe(content);
    expect(resources.map(({ name }) => name)).toEqual(tableNames());
  });
});
