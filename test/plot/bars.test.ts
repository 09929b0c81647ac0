import { describe, expect, it } from "vitest";
import { bars } from "../../plot/index";
import { frozen } from "./fakeKernel";

const words = { x: "model", y: "accuracy (share of pairs)" };
const groups = [
  { name: "overall", values: [0.7, 0.83], error: [0.01, 0.02] },
  { name: "islands", values: [0.5, null] },
];

describe("bars", () => {
  it("draws a bar for each label and group, with error bars, without changing the input", () => {
    const figure = bars(frozen(["LSTM", "GPT-2"]), frozen(groups), frozen(words));
    expect(figure.data).toEqual([
      expect.objectContaining({
        type: "bar",
        x: ["LSTM", "GPT-2"],
        y: [0.7, 0.83],
        error_y: expect.objectContaining({ array: [0.01, 0.02] }),
      }),
      expect.objectContaining({ type: "bar", y: [0.5, null] }),
    ]);
    expect(figure.layout.showlegend).toBe(true);
  });
  it("starts at zero, whatever the values are", () => {
    expect(bars(["a"], [{ name: "g", values: [1000] }], words).layout.yaxis?.range).toEqual([0, 1040]);
    const below = bars(["a"], [{ name: "g", values: [-5] }], words).layout.yaxis?.range;
    expect(below?.[0]).toBeLessThan(-5);
    expect(below?.[1]).toBe(0);
  });
  it("has room for error bars and the chance level", () => {
    expect(bars(["a"], [{ name: "g", values: [0.2], error: [0.3] }], words).layout.yaxis?.range?.[1]).toBeGreaterThan(
      0.5,
    );
    const figure = bars(["a"], [{ name: "g", values: [0.2] }], { ...words, chance: 0.5 });
    expect(figure.layout.yaxis?.range?.[1]).toBeGreaterThan(0.5);
    expect(figure.layout.shapes).toEqual([expect.objectContaining({ y0: 0.5, y1: 0.5 })]);
    expect(figure.layout.annotations).toEqual([expect.objectContaining({ text: "chance", y: 0.5 })]);
  });
  it("lies down for long labels, the first on top", () => {
    const options = { x: words.y, y: words.x, horizontal: true, chance: 0.5 };
    const figure = bars(["LSTM", "GPT-2"], groups, options);
    expect(figure.data[0]).toMatchObject({
      orientation: "h",
      y: ["LSTM", "GPT-2"],
      x: [0.7, 0.83],
      error_x: { array: [0.01, 0.02] },
    });
    expect(figure.layout.yaxis).toMatchObject({ type: "category", autorange: "reversed" });
    expect(figure.layout.shapes).toEqual([expect.objectContaining({ x0: 0.5, x1: 0.5 })]);
  });
  it.each<[string, () => unknown, string]>([
    [
      "a missing title",
      () => bars(["a"], groups, { x: "model", y: "" }),
      'bars: the y-axis title `y` is missing, needs text such as "accuracy (share of questions)"',
    ],
    ["ragged values", () => bars(["a"], groups, words), 'bars: "overall" has 1 labels but 2 values'],
    [
      "ragged errors",
      () => bars(["a"], [{ name: "g", values: [1], error: [1, 2] }], words),
      'bars: "g" has 1 labels but 2 error',
    ],
    ["no labels", () => bars([], groups, words), "bars: no labels, needs at least one"],
    ["no groups", () => bars(["a"], [], words), "bars: no groups, needs at least one"],
  ])("rejects %s", (_, run, message) => expect(run).toThrow(new RangeError(message)));
});
