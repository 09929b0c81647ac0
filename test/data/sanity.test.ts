import { describe, expect, it } from "vitest";
import type { TableName } from "../../data/schema";
import { importedTables } from "../../scripts/data/importers.mjs";
import spots from "../fixtures/data/spots.json";
import { measured } from "./sanity/measured";
import { models } from "./sanity/models";

/** The figures by which README.md says a good load is recognized: published values, or recomputed from the files once. */
const checks: { [Name in TableName]?: () => void } = { ...models, ...measured };

describe("the sanity check of each table", () => {
  it.each(Object.entries(checks))("%s", (_, check) => check());

  // Whoever adds a table need not read its source twice: one guard from outside is enough, here or in spots.py.
  it("or a second reading of its source guards every table that an importer reads", () => {
    const guarded = [...Object.keys(checks), ...Object.keys(spots)];
    expect(importedTables().filter((name) => !guarded.includes(name))).toEqual([]);
  });
});
