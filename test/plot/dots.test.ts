import { describe, expect, it } from "vitest";
import { dots } from "../../plot/index";
import { frozen } from "./fakeKernel";

const words = { x: "training compute (FLOPs)", y: "ability" };

describe("dots", () => {
  it("draws a dot for each label and group, the first label on top, without changing the input", () => {
    const groups = [
      { name: "few-shot", values: [1e20, null], notes: ["GPT-3", ""] },
      { name: "augmented", values: [null, 1e22], notes: ["", "PaLM"] },
    ];
    const figure = dots(frozen(["MMLU", "scratchpad"]), frozen(groups), frozen({ ...words, logX: true }));
    expect(figure.data).toEqual([
      expect.objectContaining({ mode: "markers", x: [1e20, null], y: ["MMLU", "scratchpad"], text: ["GPT-3", ""] }),
      expect.objectContaining({ x: [null, 1e22] }),
    ]);
    expect(figure.layout.yaxis).toMatchObject({ type: "category", range: [1.5, -0.5] });
    expect(figure.layout.xaxis?.type).toBe("log");
    expect(figure.layout.showlegend).toBe(true);
  });
  it("draws intervals as the distance to their ends, and has room for them", () => {
    const figure = dots(["a", "b"], [{ name: "g", values: [0.4, 0.2], lower: [0.1, 0.1], upper: [0.6, 0.3] }], words);
    expect(figure.data[0]).toMatchObject({ error_x: { symmetric: false } });
    const bars = figure.data[0]?.error_x as { array: number[]; arrayminus: number[] };
    expect(bars.array[0]).toBeCloseTo(0.2, 12);
    expect(bars.arrayminus[0]).toBeCloseTo(0.3, 12);
    expect(figure.layout.xaxis?.range?.[1]).toBeGreaterThan(0.5);
  });
  it("grows with its labels", () => {
    const many = Array.from({ length: 30 }, (_, i) => `ability ${i}`);
    const figure = dots(many, [{ name: "g", values: many.map((_, i) => i) }], words);
    expect(figure.layout.height).toBeGreaterThan(30 * 26);
    expect(figure.layout.showlegend).toBe(false);
  });
  it("leaves out what a log axis cannot show, and says so", () => {
    const figure = dots(["a", "b"], [{ name: "g", values: [0, 5] }], { ...words, logX: true });
    expect(figure.data[0]?.x).toEqual([null, 5]);
    expect(figure.layout.annotations).toEqual([
      expect.objectContaining({ text: "1 point at or below 0 is not on the log axis" }),
    ]);
  });
  it("draws the chance level at its place, its word on a log axis in powers of ten", () => {
    const figure = dots(["a"], [{ name: "g", values: [10] }], { ...words, logX: true, chance: 0.1 });
    expect(figure.layout.shapes).toEqual([expect.objectContaining({ x0: 0.1, x1: 0.1 })]);
    expect(figure.layout.annotations).toEqual([expect.objectContaining({ text: "chance", x: -1 })]);
  });
  it.each<[string, () => unknown, string]>([
    [
      "a missing title",
      () => dots(["a"], [{ name: "g", values: [1] }], { x: "share", y: "" }),
      'dots: the y-axis title `y` is missing, needs words such as "accuracy (share of questions)"',
    ],
    [
      "ragged values",
      () => dots(["a", "b"], [{ name: "g", values: [1] }], words),
      'dots: "g" has 2 labels but 1 values',
    ],
    [
      "half an interval",
      () => dots(["a"], [{ name: "g", values: [1], lower: [0] }], words),
      'dots: "g" has lower but no upper, needs both',
    ],
    ["no labels", () => dots([], [{ name: "g", values: [] }], words), "dots: no labels, needs at least one"],
    [
      "nothing to draw",
      () => dots(["a"], [{ name: "g", values: [null] }], words),
      "dots: no dot to draw: every value is missing or off its log axis",
    ],
  ])("rejects %s", (_, run, message) => expect(run).toThrow(new RangeError(message)));
});
