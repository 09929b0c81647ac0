import { describe, expect, it } from "vitest";
import type { Axis } from "../../plot/index";
import { smallMultiples } from "../../plot/index";
import { frozen } from "./fakeKernel";

const words = { x: "training step", y: "accuracy (share)" };
const panel = (title: string, top: number) => ({
  title,
  lines: [{ name: "curve", x: [1, 10], y: [0, top] }],
  points: [{ name: "measured", x: [1, 10], y: [0.1, top] }],
});
const panels = [panel("70M", 0.2), panel("1B", 0.6), panel("2.8B", 0.8), panel("12B", 1)];

describe("smallMultiples", () => {
  const figure = smallMultiples(frozen(panels), frozen({ ...words, chance: 0.25 }));
  it("gives each panel its own axes, title and chance level", () => {
    expect(figure.data.map(({ xaxis }) => xaxis)).toEqual(["x", "x", "x2", "x2", "x3", "x3", "x4", "x4"]);
    const texts = figure.layout.annotations?.map(({ text }) => text);
    expect(texts).toEqual(["70M", "1B", "2.8B", "12B", "training step", "accuracy (share)"]);
    expect(figure.layout.shapes?.map(({ yref }) => yref)).toEqual(["y", "y2", "y3", "y4"]);
  });
  it("shares both ranges and zooms together", () => {
    const ranges = ["yaxis", "yaxis2", "yaxis4"].map((key) => (figure.layout[key] as Axis).range);
    expect(ranges[1]).toEqual(ranges[0]);
    expect(ranges[2]).toEqual(ranges[0]);
    expect(figure.layout.xaxis3).toMatchObject({ matches: "x" });
  });
  it("puts panels in rows of three that do not overlap", () => {
    const domain = (key: string) => (figure.layout[key] as { domain: [number, number] }).domain;
    expect(domain("xaxis2")[0]).toBeGreaterThan(domain("xaxis")[1]);
    expect(domain("yaxis")[0]).toBeGreaterThan(domain("yaxis4")[1]);
    expect(domain("xaxis4")).toEqual(domain("xaxis"));
  });
  it("lists each name once in the legend", () => {
    const listed = figure.data.filter(({ showlegend }) => showlegend === true).map(({ name }) => name);
    expect(listed).toEqual(["curve", "measured"]);
  });
  it("leaves room above the panels for a legend that wraps", () => {
    const room = (count: number) => {
      const lines = Array.from({ length: count }, (_, i) => ({ name: `pythia-${i}.4b`, x: [1, 2], y: [0, i] }));
      return smallMultiples([{ title: "one", lines }], { x: "tokens", y: "share" }).layout.margin?.t ?? Number.NaN;
    };
    expect(room(3)).toBe(room(2));
    expect(room(8)).toBeGreaterThanOrEqual(room(2) + 26);
  });
  it("draws a name in one color and with one marker in all panels, even where a panel lacks those before it", () => {
    const line = (name: string) => ({ name, x: [1, 2], y: [0, 1] });
    const { data } = smallMultiples(
      [
        { title: "a", lines: [line("one"), line("two")] },
        { title: "b", lines: [line("two")] },
      ],
      words,
    );
    const colors = data.map((trace) => (trace.line as { color: string }).color);
    expect(colors[2]).toBe(colors[1]);
    expect(colors[0]).not.toBe(colors[1]);
    const symbols = data.map((trace) => (trace.marker as { symbol: string }).symbol);
    expect(symbols[2]).toBe(symbols[1]);
  });
  it("draws a panel's own chance level in place of the figure's", () => {
    const two = panels.slice(0, 2).map((one, i) => (i === 0 ? { ...one, chance: 0.5 } : one));
    expect(smallMultiples(two, { ...words, chance: 0.25 }).layout.shapes?.map(({ y0 }) => y0)).toEqual([0.5, 0.25]);
    expect(smallMultiples(two, words).layout.shapes).toHaveLength(1);
  });
  it("counts what a log axis leaves out over all panels", () => {
    const logs = smallMultiples(panels.slice(0, 2), { ...words, logY: true });
    expect(logs.layout.annotations?.at(-1)?.text).toBe("2 points at or below 0 are not on the log axis");
  });
  it.each<[string, () => unknown, string]>([
    ["no panels", () => smallMultiples([], words), "smallMultiples: no panels, needs at least one"],
    [
      "a panel without a title",
      () => smallMultiples([{ title: "" }], words),
      'smallMultiples: the title of panel 0 is missing, needs text such as "12B parameters"',
    ],
    [
      "an empty panel",
      () => smallMultiples([{ title: "a" }], words),
      'smallMultiples: nothing to draw in panel "a", needs at least one value',
    ],
    [
      "no columns",
      () => smallMultiples(panels, { ...words, columns: 0 }),
      "smallMultiples: columns is 0, needs 1 or more",
    ],
    [
      "missing axis titles",
      () => smallMultiples(panels, { x: "", y: "y" }),
      'smallMultiples: the x-axis title `x` is missing, needs text such as "training compute (FLOPs)"',
    ],
  ])("rejects %s", (_, run, message) => expect(run).toThrow(new RangeError(message)));
});
