import { describe, expect, it } from "vitest";
import { type Brackets, bracketsOf, heatmap } from "../../plot/index";

const grid = {
  x: ["0", "1", "2"],
  y: ["agreement", "binding", "islands"],
  z: [
    [0.5, 0.7, 0.9],
    [0.5, 0.4, 0.8],
    [0.5, 0.3, 0.1],
  ],
};
const words = { x: "step", y: "phenomenon", z: "pairs right (share)" };
const drawn = (brackets: Brackets) => heatmap(grid, { ...words, brackets }).layout;
type Parts = Readonly<Record<string, unknown>>[];

describe("brackets of a heat map", () => {
  const rows = { y: [{ from: "agreement", to: "binding", text: "early (2)" }] };
  const columns = { x: [{ from: "1", to: "2", text: "a dose" }] };

  it("run from the first cell's edge to the last one's, outside the plot", () => {
    const [beside] = drawn(rows).shapes as Parts;
    expect(beside).toMatchObject({ yref: "y", y0: -0.5, y1: 1.5, xref: "paper", xsizemode: "pixel", xanchor: 1 });
    const [above] = drawn(columns).shapes as Parts;
    expect(above).toMatchObject({ xref: "x", x0: 0.5, x1: 2.5, yref: "paper", ysizemode: "pixel", yanchor: 1 });
  });
  it("have their text in the middle, and make room for it", () => {
    expect(drawn(rows).annotations).toMatchObject([{ text: "early (2)", y: 0.5, xanchor: "left" }]);
    expect(drawn(columns).annotations).toMatchObject([{ text: "a dose", x: 1.5, yanchor: "bottom" }]);
    const bare = heatmap(grid, words).layout.margin;
    expect(drawn(rows).margin?.r).toBeGreaterThan(bare?.r ?? Infinity);
    expect(drawn(columns).margin?.t).toBeGreaterThan(bare?.t ?? Infinity);
  });
  it("put the color bar above the plot, and leave all as it was if there are none", () => {
    const bar = (brackets: Brackets) => heatmap(grid, { ...words, brackets }).data[0]?.colorbar;
    expect(bar(rows)).toMatchObject({ orientation: "h", yanchor: "bottom" });
    expect(bar(columns)).not.toHaveProperty("orientation");
    expect(heatmap(grid, { ...words, brackets: {} })).toEqual(heatmap(grid, words));
  });
  it("name every row, in a font that fits", () => {
    const many = Array.from({ length: 60 }, (_, i) => `row ${i}`);
    const tall = { x: grid.x, y: many, z: many.map(() => [0, 1, 2]) };
    const { height, margin, yaxis } = heatmap(tall, {
      ...words,
      height: 1000,
      brackets: { y: [{ from: "row 0", to: "row 9", text: "first" }] },
    }).layout;
    const row = ((height ?? NaN) - (margin?.t ?? NaN) - (margin?.b ?? NaN)) / 60;
    expect(yaxis).toMatchObject({ dtick: 1 });
    const font = yaxis?.tickfont as { size: number } | undefined;
    expect(font?.size).toBeLessThanOrEqual(row);
  });
  it("say what they need", () => {
    const bad = (bracket: unknown) => () => drawn({ y: [bracket as never] });
    expect(bad({ from: "agreement", to: "verbs", text: "early" })).toThrow(
      'heatmap: brackets.y[0] ends at "verbs" (text), needs the name of a row or column',
    );
    expect(bad({ from: "islands", to: "agreement", text: "early" })).toThrow("needs the first one first");
    expect(bad({ from: "agreement", to: "binding", text: "" })).toThrow("heatmap: the text of brackets.y[0]");
    expect(bad({ from: 1, to: "binding", text: "early" })).toThrow("heatmap: from 1, needs text");
    expect(() => drawn({ rows: [] } as never)).toThrow("heatmap: unknown option rows");
    const many = Array.from({ length: 501 }, (_, i) => `${i}`);
    const tall = { x: ["a"], y: many, z: many.map((_, i) => [i]) };
    const brackets = { y: [{ from: "0", to: "9", text: "first" }] };
    expect(() => heatmap(tall, { ...words, brackets })).toThrow("heatmap: brackets for 501 rows, needs a matrix small");
  });
});

describe("bracketsOf", () => {
  it("has one bracket per kind, with its number, and they fit the map", () => {
    const y = bracketsOf(grid.y, ["early", "early", "never"]);
    expect(y).toEqual([
      { from: "agreement", to: "binding", text: "early (2)" },
      { from: "islands", to: "islands", text: "never (1)" },
    ]);
    expect(drawn({ y }).annotations).toHaveLength(2);
  });
  it("says what it needs", () => {
    expect(() => bracketsOf(grid.y, ["early", "late", "early"])).toThrow("needs rows sorted by kind");
    expect(() => bracketsOf(grid.y, ["early"])).toThrow(/bracketsOf/);
    expect(() => bracketsOf([], [])).toThrow("bracketsOf: no places");
    expect(() => bracketsOf(grid.y, [1, 2, 3] as never)).toThrow(/bracketsOf/);
  });
});
