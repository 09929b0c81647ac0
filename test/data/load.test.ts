import Papa from "papaparse";
import { describe, expect, it, vi } from "vitest";
import { load, tables } from "../../data/load";

describe("load", () => {
  it("gives frozen rows: nobody changes them for another", () => {
    const rows = load("adoption");
    const [first] = rows;
    expect(() => Object.assign(first as object, { share: -1 })).toThrow(TypeError);
    expect(() => Object.assign(rows, { length: 1 })).toThrow(TypeError);
    expect(load("adoption")[0]?.share).toBe(11.13);
    // @ts-expect-error a column is readonly
    if (rows.length === 0 && first) first.share = 1;
    // @ts-expect-error and so is the list
    if (rows.length === 0) rows.sort();
  });

  it("describes each table, frozen to the last limit", () => {
    expect(tables.adoption.title).toMatch(/^Adoption of 45 technologies/);
    const [, , share] = tables.adoption.schema.fields;
    expect(share?.constraints).toEqual({ required: true, minimum: 0, maximum: 100 });
    expect(() => Object.assign(share?.constraints ?? {}, { maximum: 1 })).toThrow(TypeError);
    expect(() => Object.assign(tables, { adoption: null })).toThrow(TypeError);
    // @ts-expect-error titles are readonly
    if (!share) tables.adoption.title = "";
  });

  it("names the tables there are when asked for another", () => {
    for (const name of ["adoptions", "toString", "__proto__"])
      expect(() => load(name as "adoption")).toThrow(`load: no table "${name}"; there are addition-answers, `);
  });

  it("reads a file once per process", () => {
    const read = vi.spyOn(Papa, "parse");
    const rows = load("wei-counts");
    expect(load("wei-counts")).toBe(rows);
    expect(read).toHaveBeenCalledOnce();
    read.mockRestore();
  });
});
