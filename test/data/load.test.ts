import { statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, it, vi } from "vitest";
import { folder } from "../../data/descriptor";
import { load } from "../../data/load";
import { adoption, pythiaLambada } from "../../data/tables";

describe("load", () => {
  it("gives rows of its own each time: changing one changes no other", () => {
    const rows = adoption();
    rows.length = 1;
    Object.assign(rows[0] as object, { share: -1 });
    expect(adoption()).toHaveLength(1395);
    expect(adoption()[0]?.share).toBe(11.13);
  });

  it("is what the function of the table's name gives", () => {
    expect(pythiaLambada()).toEqual(load("pythia-lambada"));
  });

  it("names the tables there are when asked for another", () => {
    expect(() => load("adoptions" as "adoption")).toThrow(/^load: no table "adoptions"; there are adoption, /);
  });

  it("reads a file once, and again when it has changed", () => {
    const file = join(folder, "tables", "adoption.csv");
    const before = adoption();
    const read = vi.spyOn(Papa, "parse");
    expect(adoption()).toEqual(before);
    expect(read).not.toHaveBeenCalled();
    const { atime, mtime } = statSync(file);
    utimesSync(file, atime, new Date(mtime.getTime() + 2000));
    expect(adoption()).toEqual(before);
    expect(read).toHaveBeenCalledOnce();
    utimesSync(file, atime, mtime);
    read.mockRestore();
  });
});
