import { describe, expect, it } from "vitest";
import { intervals } from "../../plot/index";
import { frozen } from "./fakeKernel";

const words = { x: "worth (decades)", y: "benchmark" };
const labels = ["ARC", "MMLU", "HellaSwag"];
const one = { name: "phi-2", values: [1, Infinity, null], lower: [0.5, 2, NaN], upper: [1.5, Infinity, NaN] };
const two = { name: "phi-1.5", values: [2, -1, 0], lower: [1.5, -Infinity, -0.5], upper: [2.5, 0, 0.5] };
const named = (figure: { data: readonly { name?: string }[] }, name: string) =>
  figure.data.filter((t) => t.name === name);

describe("intervals", () => {
  it("draws a bar and a dot for each label, the first on top, without changing the input", () => {
    const figure = intervals(frozen(labels), frozen([two]), frozen(words));
    expect(figure.data[0]).toMatchObject({ mode: "lines", y: [0, 0, null, 1, 1, null, 2, 2, null] });
    expect(figure.data[1]).toMatchObject({ mode: "markers", x: [2, -1, 0], y: [0, 1, 2] });
    expect(figure.layout.yaxis).toMatchObject({ ticktext: labels, range: [2.5, -0.5] });
    expect(figure.layout.showlegend).toBe(false);
  });
  it("runs an interval without an end to the edge and ends it in an arrow", () => {
    const figure = intervals(labels, [one], { ...words, range: [-1, 3] });
    const [bars, dots, arrows] = figure.data;
    expect(bars?.x?.slice(3, 5)).toEqual([2, 3]);
    expect(dots?.x).toEqual([1, null, null]);
    expect(arrows).toMatchObject({
      x: [3],
      y: [1],
      marker: { symbol: ["triangle-right"] },
      text: ["MMLU: at least 2.00"],
    });
    const [, , left] = intervals(labels, [two], { ...words, range: [-2, 3] }).data;
    expect(left).toMatchObject({ x: [-2], marker: { symbol: ["triangle-left"] } });
  });
  it("leaves a row empty whose ends are unknown", () => {
    expect(intervals(labels, [one], words).data[0]?.x?.slice(6)).toEqual([null, null, null]);
  });
  it("sets groups apart within a row and names them", () => {
    const figure = intervals(labels, [one, two], { ...words, range: [-2, 3] });
    expect(named(figure, "phi-2")[1]).toMatchObject({ y: [-0.25, 0.75, 1.75] });
    expect(named(figure, "phi-1.5")[1]).toMatchObject({ y: [0.25, 1.25, 2.25] });
    expect(figure.layout.showlegend).toBe(true);
  });
  it("draws what the values are compared with, and has room for it", () => {
    const figure = intervals(labels, [two], { ...words, mark: { value: 9, label: "as the trend" } });
    expect(figure.layout.shapes).toEqual([expect.objectContaining({ x0: 9, x1: 9 })]);
    expect(figure.layout.annotations).toEqual([expect.objectContaining({ text: "as the trend", x: 9 })]);
    expect(figure.layout.xaxis?.range?.[1]).toBeGreaterThan(9);
  });
  it.each<[string, () => unknown, string]>([
    [
      "a missing title",
      () => intervals(labels, [one], { x: "", y: "benchmark" }),
      'intervals: the x-axis title `x` is missing, needs words such as "training compute (FLOPs)"',
    ],
    [
      "ragged ends",
      () => intervals(labels, [{ ...one, upper: [1] }], words),
      'intervals: "phi-2" has 3 labels but 1 upper',
    ],
    ["no groups", () => intervals(labels, [], words), "intervals: no groups, needs at least one"],
  ])("throws for %s", (_, call, message) => expect(call).toThrow(new RangeError(message)));
});
