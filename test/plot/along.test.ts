import { describe, expect, it } from "vitest";
import { along, averaged, lines } from "../../plot/index";
import { frozen } from "./fakeKernel";

const rows = frozen([
  { seed: 1, step: 4, right: 0.5, note: "a" },
  { seed: 2, step: 4, right: 1, note: "b" },
  { seed: 1, step: 1, right: 0, note: "c" },
  { seed: 2, step: 1, right: null, note: "d" },
  { seed: 3, step: null, right: 1, note: "e" },
]);

describe("along", () => {
  it("is one point per row, in the order of the rows, with gaps", () => {
    const { x, y } = along(rows, "step", "right");
    expect(x).toEqual([4, 4, 1, 1, null]);
    expect(y).toEqual([0.5, 1, 0, null, 1]);
  });
  it("takes functions of a row for columns, and gives what a figure takes", () => {
    const percent = along(rows, "seed", (row) => 100 * (row.right ?? 0));
    expect(percent.y).toEqual([50, 100, 0, 0, 100]);
    const { data } = lines([{ name: "a", ...percent }], { x: "seed", y: "right (percent)" });
    expect(data[0]?.y).toEqual(percent.y);
  });
  it("has no point for no rows", () => {
    expect(
      along(
        [],
        () => 1,
        () => 1,
      ),
    ).toEqual({ x: [], y: [] });
  });
});

describe("averaged", () => {
  it("is the mean of y at each x, by x, without rows that lack either", () => {
    expect(averaged(rows, "step", "right")).toEqual({ x: [1, 4], y: [0, 0.75] });
    expect(averaged(rows, "seed", (row) => row.right ?? Number.NaN).y).toEqual([0.25, 1, 1]);
    expect(
      averaged(
        [],
        () => 1,
        () => 1,
      ),
    ).toEqual({ x: [], y: [] });
  });
  it("does not depend on the order of the rows", () => {
    expect(averaged([...rows].reverse(), "seed", "right")).toEqual(averaged(rows, "seed", "right"));
  });
});

describe.each([
  ["along", along<(typeof rows)[number]>],
  ["averaged", averaged<(typeof rows)[number]>],
])("%s", (name, make) => {
  it("says what is no list, no function and no column", () => {
    expect(() => make(undefined as never, "step", "right")).toThrow(
      `${name}: rows is undefined, needs the rows of a table`,
    );
    expect(() => make(rows, "steps" as never, "right")).toThrow(
      `${name}: x is "steps" (text), needs a function of a row or the name of a column: seed, step, right, note`,
    );
    expect(() => make(rows, "step", undefined as never)).toThrow(`${name}: y is undefined, needs a function of a row`);
    // @ts-expect-error a column of text has no numbers
    expect(() => make(rows, "step", "note")).toThrow(/y of row 0 is ".*" \(text\), needs a number, or null for a gap/);
  });
});
