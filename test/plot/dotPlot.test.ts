import { describe, expect, it } from "vitest";
import { dotPlot } from "../../plot/index";
import { frozen } from "./fakeKernel";

const words = { x: "training compute (FLOPs)", y: "ability" };
const labels = ["ARC", "MMLU", "HellaSwag"];
const one = { name: "phi-2", values: [1, Infinity, null], lower: [0.5, 2, NaN], upper: [1.5, Infinity, null] };
const two = { name: "phi-1.5", values: [2, -1, 0], lower: [1.5, -Infinity, -0.5], upper: [2.5, 0, 0.5] };

describe("dotPlot", () => {
  it("draws a dot for each label and group, the first label on top, without changing the input", () => {
    const groups = [
      { name: "few-shot", values: [1e20, null], hoverText: ["GPT-3", ""] },
      { name: "augmented", values: [null, 1e22], hoverText: ["", "PaLM"] },
    ];
    const figure = dotPlot(frozen(["MMLU", "scratchpad"]), frozen(groups), frozen({ ...words, logX: true }));
    expect(figure.data).toEqual([
      expect.objectContaining({ mode: "markers", x: [1e20, null], y: [0, 1] }),
      expect.objectContaining({ mode: "markers", x: [null, 1e22], y: [0, 1] }),
    ]);
    expect(figure.data[0]?.text).toContain("<b>MMLU</b><br>few-shot<br>GPT-3<br>1 × 10²⁰");
    expect(figure.data[1]?.text).toContain("<b>scratchpad</b><br>augmented<br>PaLM<br>1 × 10²²");
    expect(figure.layout.yaxis).toMatchObject({ ticktext: ["MMLU", "scratchpad"], range: [1.5, -0.5] });
    expect(figure.layout.xaxis?.type).toBe("log");
    expect(figure.layout.showlegend).toBe(true);
  });
  it("draws intervals from end to end, and has room for them", () => {
    const group = { name: "g", values: [0.4, 0.2], lower: [0.1, 0.1], upper: [0.6, 0.3] };
    const { data, layout } = dotPlot(["a", "b"], [group], words);
    expect(data[0]).toMatchObject({ mode: "lines", x: [0.1, 0.6, null, 0.1, 0.3, null], y: [0, 0, null, 1, 1, null] });
    expect(data[1]?.text).toContain("<b>a</b><br>g<br>0.4 (0.1 to 0.6)");
    expect(layout.xaxis?.range?.[0]).toBeLessThanOrEqual(0.2);
    expect(layout.xaxis?.range?.[1]).toBeGreaterThan(0.5);
  });
  it("runs an interval without an end to the edge and ends it in an arrow", () => {
    const [bars, points, arrows] = dotPlot(labels, [one], { ...words, xRange: [-1, 3] }).data;
    expect(bars?.x?.slice(3, 5)).toEqual([2, 3]);
    expect(points?.x).toEqual([1, null, null]);
    expect(arrows).toMatchObject({
      x: [3],
      y: [1],
      marker: { symbol: ["triangle-right"] },
      text: ["<b>MMLU</b><br>phi-2<br>at least 2"],
    });
    const [, , left] = dotPlot(labels, [two], { ...words, xRange: [-2, 3] }).data;
    expect(left).toMatchObject({ x: [-2], marker: { symbol: ["triangle-left"] } });
  });
  it("runs an interval down to 0 or below to the edge of a log axis", () => {
    const group = { name: "g", values: [10, 20], lower: [0, -5], upper: [100, 200] };
    const [bars, , arrows] = dotPlot(["a", "b"], [group], { ...words, logX: true, xRange: [1, 1000] }).data;
    expect(bars?.x).toEqual([1, 100, null, 1, 200, null]);
    expect(arrows).toMatchObject({ x: [1, 1], marker: { symbol: ["triangle-left", "triangle-left"] } });
  });
  it("draws an interval without a dot, and a dot without an interval", () => {
    const { data, layout } = dotPlot(
      ["a", "b"],
      [{ name: "g", values: [null, 5], lower: [2, null], upper: [3, null] }],
      words,
    );
    expect(data[0]?.x).toEqual([2, 3, null]);
    expect(data[1]?.x).toEqual([null, 5]);
    expect(layout.xaxis?.range?.[0]).toBeLessThan(2);
  });
  it("draws no bar or arrow for a row whose ends are unknown", () => {
    expect(dotPlot(labels, [one], words).data[0]?.y).toEqual([0, 0, null, 1, 1, null]);
  });
  it("sets groups apart within a row that has several", () => {
    const { data, layout } = dotPlot(labels, [one, two], { ...words, xRange: [-2, 3] });
    const rows = (name: string) => data.filter((trace) => trace.name === name)[1]?.y;
    expect(rows("phi-2")?.slice(0, 2)).toEqual([-0.175, 0.825]);
    expect(rows("phi-1.5")).toEqual([0.175, 1.175, 2]);
    expect(layout.showlegend).toBe(true);
  });
  it("leaves the groups of a row on one line if asked to, in a figure no higher than for one group", () => {
    const { data, layout } = dotPlot(labels, [one, two], { ...words, xRange: [-2, 3], oneLine: true });
    for (const name of ["phi-2", "phi-1.5"]) {
      const dots = data.find((trace) => trace.name === name && trace.mode === "markers");
      expect(dots?.y).toEqual(labels.map((_, row) => row));
    }
    expect(layout.height).toBeLessThan(dotPlot(labels, [one, two], words).layout.height as number);
  });
  it("grows with its labels, and with the groups of a row", () => {
    const many = Array.from({ length: 30 }, (_, i) => `ability ${i}`);
    const group = { name: "g", values: many.map((_, i) => i) };
    const { layout } = dotPlot(many, [group], words);
    expect(layout.height).toBeGreaterThan(30 * 26);
    expect(layout.showlegend).toBe(false);
    expect(dotPlot(many, [group, { ...group, name: "h" }], words).layout.height).toBeGreaterThan(30 * 40);
  });
  it("leaves out what a log axis cannot show, and says so", () => {
    const figure = dotPlot(["a", "b"], [{ name: "g", values: [0, 5] }], { ...words, logX: true });
    expect(figure.data[0]?.x).toEqual([null, 5]);
    expect(figure.layout.annotations).toEqual([
      expect.objectContaining({ text: "1 point at or below 0 is not on the log axis" }),
    ]);
  });
  it("draws the chance level at its place, its word on a log axis in powers of ten, and has room for it", () => {
    const figure = dotPlot(["a"], [{ name: "g", values: [10] }], { ...words, logX: true, chance: 0.1 });
    expect(figure.layout.shapes).toEqual([expect.objectContaining({ x0: 0.1, x1: 0.1 })]);
    expect(figure.layout.annotations).toEqual([expect.objectContaining({ text: "chance", x: -1 })]);
    const trend = { value: 9, label: "as the trend" };
    expect(dotPlot(labels, [two], { ...words, chance: trend }).layout.xaxis?.range?.[1]).toBeGreaterThan(9);
  });
  it.each<[string, () => unknown, string]>([
    [
      "a missing title",
      () => dotPlot(["a"], [{ name: "g", values: [1] }], { x: "share", y: "" }),
      'dotPlot: the y-axis title `y` is missing, needs text such as "accuracy (share of questions)"',
    ],
    [
      "ragged values",
      () => dotPlot(["a", "b"], [{ name: "g", values: [1] }], words),
      'dotPlot: "g" has 2 labels but 1 values',
    ],
    [
      "ragged ends",
      () => dotPlot(labels, [{ ...one, upper: [1] }], words),
      'dotPlot: "phi-2" has 3 labels but 1 upper',
    ],
    [
      "ragged notes",
      () => dotPlot(labels, [{ ...one, hoverText: ["a"] }], words),
      'dotPlot: "phi-2" has 3 labels but 1 hoverText',
    ],
    [
      "half an interval",
      () => dotPlot(["a"], [{ name: "g", values: [1], lower: [0] }], words),
      'dotPlot: "g" has lower but no upper, needs both',
    ],
    ["no labels", () => dotPlot([], [{ name: "g", values: [] }], words), "dotPlot: no labels, needs at least one"],
    ["no groups", () => dotPlot(labels, [], words), "dotPlot: no groups, needs at least one"],
    [
      "nothing to draw",
      () => dotPlot(["a"], [{ name: "g", values: [null] }], words),
      "dotPlot: no dot to draw: every value is missing or <= 0 on a log axis, needs at least one value",
    ],
  ])("rejects %s", (_, run, message) => expect(run).toThrow(new RangeError(message)));
  it("rejects values that are no numbers", () => {
    const values = ["1"] as unknown as number[];
    expect(() => dotPlot(["a"], [{ name: "g", values }], words)).toThrow(
      new TypeError(
        'dotPlot: "g" values[0] is "1" (text; Number("1") or readTable of @emergence/data makes a number of it), needs a number or null',
      ),
    );
  });
});
