import { describe, expect, it } from "vitest";
import { lines, palette } from "../../plot/index";
import { frozen } from "./fakeKernel";

const words = { x: "training compute (FLOPs)", y: "accuracy (share)" };
const two = [
  { name: "a", x: [1, 10, 100], y: [0, 0.5, 1] },
  { name: "b", x: [1, 10, 100], y: [0, 0.2, 0.4], lower: [0, 0.1, 0.3], upper: [0.1, 0.3, 0.5] },
];
const texts = (figure: ReturnType<typeof lines>) => (figure.layout.annotations ?? []).map(({ text }) => text);

describe("lines", () => {
  it("draws a line for each series and its band below all lines, without changing the input", () => {
    const figure = lines(frozen(two), frozen(words));
    expect(figure.data.map(({ name, mode }) => `${name} ${mode}`)).toEqual([
      "b lines",
      "a lines+markers",
      "b lines+markers",
    ]);
    expect(figure.data[0]).toMatchObject({
      fill: "toself",
      hoverinfo: "skip",
      showlegend: false,
      x: [1, 10, 100, 100, 10, 1, null],
      y: [0.1, 0.3, 0.5, 0.3, 0.1, 0, null],
    });
    expect(figure.data[1]).toMatchObject({ line: { color: palette[0] } });
    expect(figure.layout.xaxis?.title?.text).toBe(words.x);
    expect(figure.layout.yaxis?.title?.text).toBe(words.y);
  });
  it("takes typed arrays and gives plain ones, gaps for what is no finite number", () => {
    const x = Float64Array.of(1, 2, 3, 4);
    const figure = lines([{ name: "a", x, y: [1, Number.NaN, Number.POSITIVE_INFINITY, null] }], words);
    expect(figure.data[0]?.x).toEqual([1, 2, 3, 4]);
    expect(figure.data[0]?.y).toEqual([1, null, null, null]);
  });
  it("breaks a band where it has a gap", () => {
    const series = {
      name: "a",
      x: [1, 2, 3, 4, 5],
      y: [1, 1, 1, 1, 1],
      lower: [0, 0, null, 0, 0],
      upper: [2, 2, 2, 2, 2],
    };
    expect(lines([series], words).data[0]?.x).toEqual([1, 2, 2, 1, null, 4, 5, 5, 4, null]);
  });
  it("leaves out what a log axis cannot show, and says how many points", () => {
    const figure = lines([{ name: "a", x: [0, 1, 10], y: [0.1, -0.2, 0.3] }], { ...words, logX: true, logY: true });
    expect(figure.data[0]?.x).toEqual([null, 1, 10]);
    expect(figure.data[0]?.y).toEqual([0.1, null, 0.3]);
    expect(texts(figure)).toEqual(["2 points at or below 0 are not on the log axis"]);
    expect(texts(lines([{ name: "a", x: [1, 10], y: [0.1, 0.2] }], { ...words, logX: true }))).toEqual([]);
  });
  it("draws a band that reaches zero down to the lowest value of a log axis", () => {
    const series = { name: "a", x: [1, 2], y: [0.1, 0.2], lower: [-1, 0.01], upper: [0.5, 0.6] };
    expect(lines([series], { ...words, logY: true }).data[0]?.y).toEqual([0.5, 0.6, 0.01, 0.01, null]);
  });
  it("labels up to six lines at their ends, more in a legend, one not at all", () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ name: `line ${i}`, x: [1, 2], y: [i, i] }));
    expect(texts(lines(many(6), words))).toEqual([0, 1, 2, 3, 4, 5].map((i) => `line ${i}`));
    expect(lines(many(6), words).layout.showlegend).toBe(false);
    expect(lines(many(7), words).layout.showlegend).toBe(true);
    expect(texts(lines(many(1), words))).toEqual([]);
    expect(lines(many(1), words).layout.showlegend).toBe(false);
  });
  it("uses a legend where a line ends early, and what the caller asks for", () => {
    const short = [...two, { name: "c", x: [1, 2], y: [0, 1] }];
    expect(lines(short, words).layout.showlegend).toBe(true);
    expect(lines(two, { ...words, legend: "top" }).layout.legend).toMatchObject({ orientation: "h" });
    expect(texts(lines(two, { ...words, legend: "none" }))).toEqual([]);
  });
  it("draws the chance level inside the axis's range, with its label", () => {
    const figure = lines([{ name: "a", x: [1, 2], y: [0.5, 0.6] }], {
      ...words,
      chance: { value: 0.25, label: "guessing" },
    });
    expect(figure.layout.shapes).toEqual([expect.objectContaining({ y0: 0.25, y1: 0.25 })]);
    expect(texts(figure)).toEqual(["guessing"]);
    expect(figure.layout.yaxis?.range?.[0]).toBeLessThan(0.25);
  });
  it("puts marks and notes at their places, a note in powers of ten on a log axis", () => {
    const figure = lines(two, {
      ...words,
      logX: true,
      legend: "none",
      marks: [{ at: 1000, text: "GPT-3" }],
      annotations: [{ x: 10, y: 0.5, text: "here" }],
    });
    expect(figure.layout.shapes?.[0]).toMatchObject({ x0: 1000, x1: 1000 });
    expect(figure.layout.annotations).toEqual([
      expect.objectContaining({ text: "GPT-3", x: 3 }),
      expect.objectContaining({ text: "here", x: 1, y: 0.5, showarrow: true }),
    ]);
    expect(figure.layout.xaxis?.range?.[1]).toBeGreaterThan(3);
  });
  it("colors an ordered family from light to dark with one symbol", () => {
    const figure = lines(two, { ...words, ordered: true });
    const drawn = figure.data.slice(1) as unknown as { line: { color: string }; marker: { symbol: string } }[];
    expect(drawn.map(({ line }) => line.color)).toEqual(["#e79b1e", "#1c1044"]);
    expect(drawn.map(({ marker }) => marker.symbol)).toEqual(["circle", "circle"]);
  });
  it("says in hover what each number is, with its interval", () => {
    const hover = lines(two, words).data[2] as unknown as { hovertemplate: string; customdata: unknown };
    expect(hover.hovertemplate).toContain("training compute (FLOPs): %{x}");
    expect(hover.hovertemplate).toContain("(%{customdata[0]:.4~g} to %{customdata[1]:.4~g})");
    expect(hover.customdata).toEqual([
      [0, 0.1],
      [0.1, 0.3],
      [0.3, 0.5],
    ]);
  });
  it.each<[string, () => unknown, string]>([
    [
      "no title",
      () => lines(two, { ...words, x: "" }),
      'lines: the x-axis title `x` is missing, needs text such as "training compute (FLOPs)"',
    ],
    ["no series", () => lines([], words), "lines: no series, needs at least one"],
    ["ragged series", () => lines([{ name: "a", x: [1, 2], y: [1] }], words), 'lines: "a" has 2 x but 1 y'],
    [
      "ragged band",
      () => lines([{ name: "a", x: [1], y: [1], lower: [1, 2], upper: [1] }], words),
      'lines: "a" has 1 x but 2 lower',
    ],
    [
      "half a band",
      () => lines([{ name: "a", x: [1], y: [1], lower: [1] }], words),
      'lines: "a" has lower but no upper, needs both',
    ],
    [
      "nothing but gaps",
      () => lines([{ name: "a", x: [1], y: [null] }], words),
      "lines: no point to draw: every value is missing or <= 0 on a log axis, needs at least one value",
    ],
    [
      "chance off the log axis",
      () => lines(two, { ...words, logY: true, chance: 0 }),
      "lines: chance is 0, needs a number above 0 on a log axis",
    ],
    [
      "mark off the log axis",
      () => lines(two, { ...words, logX: true, marks: [{ at: 0, text: "m" }] }),
      'lines: the mark "m" is at 0, needs a number above 0 on a log axis',
    ],
  ])("rejects %s", (_, run, message) => expect(run).toThrow(new RangeError(message)));
  it("rejects text among the numbers", () => {
    expect(() => lines([{ name: "a", x: [1], y: ["2"] as never }], words)).toThrow(
      new TypeError(
        'lines: "a" y[0] is "2" (text; Number("2") or readTable of @emergence/data makes a number of it), needs a number or null',
      ),
    );
  });
  it("draws a unit of x as long as a unit of y where space is drawn", () => {
    const circle = lines([{ name: "circle", x: [1, 0, -1], y: [0, 1, 0] }], { ...words, equalAxes: true });
    expect(circle.layout.yaxis).toMatchObject({ scaleanchor: "x" });
    expect(lines(two, words).layout.yaxis).not.toHaveProperty("scaleanchor");
  });
});
