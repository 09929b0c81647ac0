import { describe, expect, it } from "vitest";
import { gridOf } from "../../plot/gridOf";

type Row = { task: string; family: string; score: number | null };
const row = (task: string, family: string, score: number | null): Row => ({ task, family, score });
const rows = [row("a", "one", 1), row("b", "two", 2), row("a", "two", null)];
const options = { x: "task", y: (one: Row) => one.family, z: (one: Row) => one.score } as const;

describe("gridOf", () => {
  it("puts each row of the table into its cell, and leaves the others missing", () => {
    expect(gridOf(rows, options)).toEqual({
      x: ["a", "b"],
      y: ["one", "two"],
      z: [
        [1, null],
        [null, 2],
      ],
    });
  });
  it("takes columns and rows in the order that is asked for, and leaves out those that are not", () => {
    expect(gridOf(rows, { ...options, columns: ["b", "a"], rows: ["two"] })).toEqual({
      x: ["b", "a"],
      y: ["two"],
      z: [[2, null]],
    });
  });
  it("keeps names apart that differ only in where one ends", () => {
    const split = gridOf([row("b,c", "a", 1), row("c", "a,b", 2)], options);
    expect(split.z).toEqual([
      [1, null],
      [null, 2],
    ]);
  });
  it("refuses an empty table and two rows of one cell", () => {
    expect(() => gridOf([], options)).toThrow(RangeError);
    expect(() => gridOf([...rows, row("a", "one", 3)], options)).toThrow(
      'gridOf: two rows have x "a" and y "one", needs one row per cell',
    );
  });
});
