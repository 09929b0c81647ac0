import { describe, expect, it } from "vitest";
import { load, unique } from "../../data/index";

describe("unique", () => {
  it("keeps the first of each value, in order; the list stays as it was", () => {
    const values = Object.freeze([3, null, 1, 3, null, 2]);
    expect(unique(values)).toEqual([3, null, 1, 2]);
    expect(unique([])).toEqual([]);
  });
  it("changes nothing when asked again, and has every value of a column", () => {
    const column = load("adoption").map((row) => row.technology);
    const names = unique(column);
    expect(unique(names)).toEqual(names);
    expect(column.every((name) => names.includes(name))).toBe(true);
  });
  it("says what is no list", () => {
    expect(() => unique("abc" as never)).toThrow('unique: values is "abc" (text), needs a list of values');
  });
});
