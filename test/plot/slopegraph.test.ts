import { describe, expect, it } from "vitest";
import type { Axis } from "../../plot/index";
import { slopegraph } from "../../plot/index";
import { frozen } from "./fakeKernel";

const words = { x: "examples in the prompt", from: "none", to: "five", y: "accuracy (share)" };
const panel = {
  title: "GPT-2",
  labels: ["riddles", "sums", "rhymes"],
  before: [0.2, 0.4, 0.3],
  after: [0.5, 0.3, 0.4],
};

describe("slopegraph", () => {
  const figure = slopegraph(frozen([panel, { ...panel, title: "GPT-3" }]), frozen({ ...words, chance: 0.25 }));
  it("draws a line an item and the mean last, so that none covers it", () => {
    expect(figure.data.slice(0, 4).map(({ name }) => name)).toEqual(["rises", "falls or stays", "rises", "mean"]);
    expect(figure.data[3]?.y?.[0]).toBeCloseTo(0.3, 12);
    expect(figure.data[3]?.y?.[1]).toBeCloseTo(0.4, 12);
  });
  it("names both ends on each panel's axis", () => {
    for (const key of ["xaxis", "xaxis2"]) {
      expect(figure.layout[key] as Axis).toMatchObject({ tickvals: [0, 1], ticktext: ["none", "five"] });
    }
  });
  it("lists each kind once in the legend, and each item by name on hover", () => {
    expect(figure.data.filter(({ showlegend }) => showlegend).map(({ name }) => name)).toEqual([
      "rises",
      "falls or stays",
      "mean",
    ]);
    expect(figure.data[0]?.hovertemplate).toContain("<b>riddles</b>");
  });
  it("keeps room for three legend entries, however many items there are", () => {
    const values = Array.from({ length: 40 }, (_, i) => i / 40);
    const many = {
      title: "GPT-2",
      labels: values.map((v) => `item ${v}`),
      before: values,
      after: values.map((v) => 1 - v),
    };
    expect(slopegraph([many], words).layout.margin).toEqual(slopegraph([panel], words).layout.margin);
  });
  it("tells rising from falling by color", () => {
    const color = (i: number) => (figure.data[i]?.line as { color: string } | undefined)?.color;
    expect(color(0)).toBe(color(2));
    expect(color(0)).not.toBe(color(1));
  });
  it("leaves out an item with a missing value, of the mean too", () => {
    const gap = slopegraph([{ ...panel, after: [0.5, null, 0.4] }], words);
    expect(gap.data.map(({ name }) => name)).toEqual(["rises", "rises", "mean"]);
    expect(gap.data[2]?.y?.[0]).toBeCloseTo(0.25, 12);
  });
  it.each<[string, () => unknown, string]>([
    ["no panels", () => slopegraph([], words), "slopegraph: no panels, needs at least one"],
    [
      "no words for an end",
      () => slopegraph([panel], { ...words, to: "" }),
      "slopegraph: the words of the end `to` is missing",
    ],
    ["no y title", () => slopegraph([panel], { ...words, y: "" }), "slopegraph: the y-axis title `y` is missing"],
    ["ragged values", () => slopegraph([{ ...panel, after: [1] }], words), '"GPT-2" has 3 labels but 1 values after'],
    [
      "nothing to draw",
      () => slopegraph([{ ...panel, before: [null, null, null] }], words),
      'slopegraph: no item of "GPT-2" has both values, needs at least one',
    ],
  ])("refuses %s", (_, draw, message) => {
    expect(draw).toThrow(message);
  });
});
