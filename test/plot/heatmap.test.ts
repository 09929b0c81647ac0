import { describe, expect, it } from "vitest";
import { heatmap } from "../../plot/index";
import { frozen } from "./fakeKernel";

const words = { x: "case", y: "definition (author)", z: "share of curves" };
const grid = {
  x: ["water", "cars"],
  y: ["Wei", "Schaeffer"],
  z: [
    [1, 0.5],
    [Number.NaN, -2],
  ],
};

describe("heatmap", () => {
  it("puts z[row][column] at y[row] and x[column], hatching for missing numbers, without changing the input", () => {
    const figure = heatmap(frozen(grid), frozen(words));
    expect(figure.data).toEqual([
      expect.objectContaining({
        type: "heatmap",
        x: grid.x,
        y: grid.y,
        z: [
          [1, 0.5],
          [null, -2],
        ],
      }),
    ]);
    expect(figure.data[0]).toMatchObject({ colorbar: { title: { text: "share of curves" } } });
  });
  it("lists names from the top as a table does, and lets numbers rise", () => {
    expect(heatmap(grid, words).layout.yaxis).toMatchObject({ type: "category", autorange: "reversed" });
    expect(heatmap({ ...grid, y: [1, 2] }, words).layout.yaxis).not.toHaveProperty("autorange");
  });
  it("centers diverging colors at 0 on the larger side", () => {
    expect(heatmap(grid, { ...words, colors: "diverging" }).data[0]).toMatchObject({ zmin: -2, zmax: 2 });
    expect(heatmap(grid, words).data[0]).not.toHaveProperty("zmin");
    expect(heatmap(grid, { ...words, zRange: [0, 1] }).data[0]).toMatchObject({ zmin: 0, zmax: 1 });
  });
  it("hatches missing cells and says so, where there are any", () => {
    expect(heatmap(grid, words).layout).toMatchObject({
      images: [{ layer: "below" }],
      annotations: [{ text: "hatched: no value" }],
    });
    const whole = heatmap(
      {
        ...grid,
        z: [
          [1, 2],
          [3, 4],
        ],
      },
      words,
    ).layout;
    expect(whole).not.toHaveProperty("images");
    expect(whole).not.toHaveProperty("annotations");
  });
  it("sets cells of classes apart, but for a grid so fine that the gaps would hide them", () => {
    const gapOf = (count: number) => {
      const x = Array.from({ length: count }, (_, i) => i);
      const classes = [{ value: 0, label: "no" }];
      return heatmap({ x, y: [0], z: [x.map(() => 0)] }, { x: "x", y: "y", z: "z", classes }).data[0]?.xgap;
    };
    expect([gapOf(60), gapOf(61)]).toEqual([2, 0]);
  });

  it("gives classes a color and a swatch each in place of a color bar", () => {
    const classes = [
      { value: -2, label: "falls" },
      { value: 1, label: "rises", color: "#00938c" },
      { value: 0.5, label: "neither" },
    ];
    const { data, layout } = heatmap(frozen(grid), { ...words, classes: frozen(classes), values: true });
    expect(data[0]).toMatchObject({
      z: [
        [1, 2],
        [null, 0],
      ],
      text: [
        ["rises", "neither"],
        ["", "falls"],
      ],
      showscale: false,
    });
    expect(data.slice(1).map(({ name }) => name)).toEqual(["falls", "rises", "neither"]);
    expect(layout.showlegend).toBe(true);
    const tooFew = () => heatmap(grid, { ...words, classes: classes.slice(0, 2) });
    expect(tooFew).toThrow("heatmap: row 0 has 0.5 in column 1, needs one of the classes -2, 1");
    expect(() => heatmap(grid, { ...words, classes: [...classes, { value: 1, label: "again" }] })).toThrow(
      /same value/,
    );
  });
  it("slants names that do not fit their columns, and leaves room for them", () => {
    const x = Array.from({ length: 12 }, (_, i) => `conversation of kind ${i}`);
    const long = heatmap({ x, y: ["a"], z: [x.map((_, i) => i)] }, words).layout;
    expect(long.xaxis).toMatchObject({ tickangle: -40 });
    expect(long.margin?.b).toBeGreaterThan((heatmap(grid, words).layout.margin?.b ?? 0) + 60);
  });
  it("writes numbers into cells and makes them squares on demand", () => {
    const figure = heatmap(grid, { ...words, values: true, square: true });
    expect(figure.data[0]).toMatchObject({ texttemplate: "%{z:.2~g}" });
    expect(figure.layout.yaxis).toMatchObject({ scaleanchor: "x" });
  });
  it.each<[string, () => unknown, string]>([
    [
      "a missing title of the colors",
      () => heatmap(grid, { ...words, z: "" }),
      'heatmap: the title of the colors `z` is missing, needs text such as "share of curves"',
    ],
    ["too few rows", () => heatmap({ ...grid, z: [[1, 2]] }, words), "heatmap: the grid has 2 y but 1 rows"],
    [
      "a short row",
      () => heatmap({ ...grid, z: [[1, 2], [3]] }, words),
      "heatmap: the grid has 2 x but 1 cells in row 1",
    ],
    [
      "nothing but gaps",
      () => heatmap({ x: [1], y: [1], z: [[null]] }, words),
      "heatmap: no number to draw: every cell is missing, needs at least one number",
    ],
  ])("rejects %s", (_, run, message) => expect(run).toThrow(new RangeError(message)));
});
