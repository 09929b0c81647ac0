// Long series are thinned for the eye: extremes stay, the size of a figure is bounded, and a note says what was left out.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bars,
  dotPlot,
  type Figure,
  heatmap,
  lines,
  points,
  raster,
  scatterXY,
  smallMultiples,
} from "../../plot/index";

const words = { x: "step", y: "loss (nats)" };
const million = 1_000_000;
const x = Float64Array.from({ length: million }, (_, i) => i);
const y = x.map((at) => Math.sin(at / 1e5) + 0.1 * Math.sin(at * 12.9898));
y[123_456] = 40; // one peak, one trough, which no sample of every hundredth would meet
y[654_321] = -30;
const size = (figure: Figure): number => JSON.stringify(figure).length;
const notes = (figure: Figure) => figure.layout.annotations?.map(({ text }) => text);

describe("a million points", () => {
  it("as a line: first, last, lowest and highest of each column", () => {
    const figure = lines([{ name: "a", x, y }], words);
    const trace = figure.data[0] as unknown as { x: number[]; y: number[] };
    expect(trace.x.length).toBeLessThanOrEqual(20_000);
    expect([trace.x[0], trace.x.at(-1)]).toEqual([0, million - 1]);
    expect(trace.y[trace.x.indexOf(123_456)]).toBe(40);
    expect(trace.y[trace.x.indexOf(654_321)]).toBe(-30);
    expect(trace.x.every((at, i) => i === 0 || at > (trace.x[i - 1] as number))).toBe(true);
    expect(trace.x.every((at, i) => y[at] === trace.y[i])).toBe(true);
    const count = trace.x.length.toLocaleString("en-US");
    expect(notes(figure)).toEqual([
      `${count} of 1,000,000 points of lines are drawn: first, last, lowest and highest of each column`,
    ]);
    expect(size(figure)).toBeLessThan(2e6);
  });

  it("as a line on a log axis: early points stay apart", () => {
    const figure = lines([{ name: "a", x: x.map((at) => at + 1), y }], { ...words, logX: true });
    const drawn = figure.data[0]?.x as number[];
    expect(drawn.slice(0, 50)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
  });

  it("as a line with a band, with gaps, on two log axes", () => {
    const holes = Array.from(y, (value, i) => (i % 100_000 < 1000 ? null : value));
    const figure = lines([{ name: "a", x, y: holes, lower: y.map((v) => v - 1), upper: y.map((v) => v + 1) }], words);
    expect(size(figure)).toBeLessThan(4e6);
    expect((figure.data[1]?.y ?? []).filter((value) => value === null).length).toBeGreaterThanOrEqual(10);
    expect(Math.max(...((figure.data[0]?.y ?? []) as number[]).slice(0, 5000))).toBeGreaterThan(1);
    expect(() => lines([{ name: "a", x, y }], { ...words, logX: true, logY: true })).not.toThrow();
  });

  it("as a line in a narrow range: all of its points there, and no others", () => {
    const figure = lines([{ name: "a", x, y }], { ...words, xRange: [500_000, 501_000] });
    expect(figure.data[0]?.x).toEqual(Array.from({ length: 1003 }, (_, i) => 499_999 + i));
    const dates = Array.from(x, (at) => new Date(at * 60_000));
    const xRange = [new Date(6e9), new Date(6.06e9)] as const;
    expect(points([{ name: "a", x: dates, y }], { ...words, xRange }).data[0]?.x).toHaveLength(1003);
  });

  it("as a path that goes back and forth", () => {
    const turn = x.map((at) => Math.cos(at / 1000));
    const figure = lines([{ name: "a", x: turn, y }], words);
    expect(figure.data[0]?.x?.length).toBeLessThanOrEqual(20_000);
    expect(figure.data[0]?.y).toContain(40);
  });

  it("as points: one for each place, and the extremes", () => {
    const labels = Array.from({ length: million }, (_, i) => `point ${i}`);
    const figure = points([{ name: "a", x, y, error: y.map(() => 0.1), labels }], words);
    const trace = figure.data[0] as unknown as { x: number[]; y: number[]; text: string[] };
    expect(trace.x.length).toBeLessThanOrEqual(20_000);
    for (const at of [0, million - 1, 123_456, 654_321]) expect(trace.x).toContain(at);
    expect(trace.text.every((text, i) => text === `point ${trace.x[i]}`)).toBe(true);
    expect(notes(figure)?.[0]).toMatch(
      /^[\d,]+ of 1,000,000 points are drawn: one for each place in the figure, and the extremes$/,
    );
    expect(size(figure)).toBeLessThan(4e6);
  });

  it("on four places only, as four", () => {
    // https://github.com/bokeh/bokeh/issues/1536: 173,230 points, all but 51 of them on one spot
    const xs = [2.3047667919672676, 2.304502478800714, 2.3046346353839908, 2.3046786875784164];
    const counts = [173_179, 28, 20, 3];
    const all = xs.flatMap((at, i) => new Array<number>(counts[i] as number).fill(at));
    const ups = [48.871065381777882, 48.870455568697587, 48.870760475237738, 48.870862110751112];
    const figure = points([{ name: "a", x: all, y: all.map((at) => ups[xs.indexOf(at)] as number) }], words);
    expect(figure.data[0]?.x).toEqual(xs);
  });

  it.each([
    ["https://github.com/tensorflow/tensorboard/pull/6528", 300_000],
    ["https://github.com/kernc/backtesting.py/issues/35", 1_300_000],
    ["https://github.com/plotly/plotly.js/issues/553", 180_000],
  ])("as asked for in %s: %i points with a band on a log axis", (_, count) => {
    const step = Float64Array.from({ length: count }, (_, i) => i + 1);
    const value = step.map((at) => 1 / at);
    const figure = lines([{ name: "a", x: step, y: value, lower: value.map((v) => v - 0.1), upper: value }], {
      ...words,
      logY: true,
    });
    expect(size(figure)).toBeLessThan(4e6);
  });

  it("as dates", () => {
    const dates = Array.from(x, (at) => new Date(at * 60_000));
    const figure = lines([{ name: "a", x: dates, y }], words);
    expect(figure.data[0]?.x).toContain(new Date(123_456 * 60_000).toISOString().slice(0, 19));
  });

  it("in many series and panels: the figure is bounded as a whole", () => {
    const series = Array.from({ length: 20 }, (_, i) => ({
      name: `s${i}`,
      x: x.slice(0, 50_000),
      y: y.slice(0, 50_000),
    }));
    expect(size(lines(series, words))).toBeLessThan(2e6);
    const panels = series.slice(0, 12).map((one) => ({ title: one.name, lines: [one], points: [one] }));
    const figure = smallMultiples(panels, words);
    expect(size(figure)).toBeLessThan(4e6);
    expect(notes(figure)?.slice(-2).join()).toMatch(/of 600,000 points of lines .* of 600,000 points are drawn/);
  });

  it("in bars and in points with intervals, without a call of as many arguments", () => {
    const many = Array.from({ length: 20_001 }, (_, i) => `${i}`);
    const group = (count: number) => [{ name: "a", values: x.slice(0, count) }];
    expect(() => bars(many.slice(1), group(20_000), words)).not.toThrow();
    expect(() => bars(many, group(20_001), words)).toThrow(
      "bars: 20001 bars, a figure has room for 20000: lines and points thin long series",
    );
    expect(() => dotPlot(many.slice(0, 2000), group(2000), words)).not.toThrow();
    expect(() => dotPlot(many, group(20_001), words)).toThrow("dotPlot: 20001 labels, a figure has room for 2000");
    const part = x.slice(0, 200_000);
    const both = { name: "a", x: part, y: part, xLower: part, xUpper: part, lower: part, upper: part };
    expect(() => scatterXY([both], { ...words, xRange: [0, 1e6] })).not.toThrow();
  });

  it("but twenty thousand are drawn in full, without a note", () => {
    const figure = lines([{ name: "a", x: x.slice(0, 20_000), y: y.slice(0, 20_000) }], words);
    expect(figure.data[0]?.x).toHaveLength(20_000);
    expect(notes(figure)).toEqual([]);
  });
});

it("thinning keeps the envelope of any series: the extremes, both ends, and the order", () => {
  const value = fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constant(null));
  fc.assert(
    fc.property(fc.array(value, { minLength: 20_500, maxLength: 21_000 }), fc.boolean(), (list, asPoints) => {
      const given = list.filter((v) => v !== null);
      fc.pre(given.length > 0);
      const series = [{ name: "a", x: list.map((_, i) => i), y: list }];
      const trace = (asPoints ? points(series, words) : lines(series, words)).data[0];
      const [at, values] = [trace?.x as number[], trace?.y as (number | null)[]];
      expect(values).toContain(given.reduce((a, b) => Math.min(a, b)));
      expect(values).toContain(given.reduce((a, b) => Math.max(a, b)));
      expect(at.length).toBeLessThanOrEqual(20_000);
      expect(at.every((place, i) => list[place] === values[i] && (i === 0 || place > (at[i - 1] as number)))).toBe(
        true,
      );
    }),
    { numRuns: 10, seed: 7 },
  );
});

describe("values that are none", () => {
  it("are gaps, and a note counts those that are NaN or infinite; null is a gap that was meant", () => {
    const figure = lines([{ name: "a", x: [1, 2, 3, 4], y: [1, Number.NaN, null, Number.POSITIVE_INFINITY] }], words);
    expect(figure.data[0]?.y).toEqual([1, null, null, null]);
    expect(notes(figure)).toEqual(["2 values that are NaN or infinite are gaps"]);
  });
  it("are said of bars and of a matrix where they are infinite: an empty place is seen", () => {
    const bar = bars(["a", "b", "c"], [{ name: "v", values: [1, Number.NaN, Number.POSITIVE_INFINITY] }], words);
    expect(notes(bar)).toEqual(["1 infinite value is a gap"]);
    const matrix = heatmap({ x: [1, 2], y: [1], z: [[Number.POSITIVE_INFINITY, 1]] }, { ...words, z: "value" });
    expect(notes(matrix)).toEqual(["hatched: no value", "1 infinite value is a gap"]);
  });
  it.each<[string, () => unknown, string]>([
    ["a series that is none", () => lines([null as never], words), "lines: series 0 is null, needs { name, x, y }"],
    ["a group that is none", () => points([5 as never], words), "points: group 0 is 5, needs { name, x, y }"],
    [
      "y that is missing",
      () => lines([{ name: "a", x: [1] } as never], words),
      'lines: "a" y is undefined, needs an array of numbers',
    ],
    [
      "x that is missing",
      () => lines([{ name: "a", y: [1] } as never], words),
      'lines: "a" x is undefined, needs an array of numbers or of dates',
    ],
    [
      "chance that is text",
      () => lines([{ name: "a", x: [1], y: [1] }], { ...words, chance: "0.5" as never }),
      'lines: chance is "0.5" (text; Number("0.5")',
    ],
    [
      "a cell that is text",
      () => raster(["1", "2"] as never, { columns: 2, z: "z" }),
      'raster: cell 0 is "1" (text; Number("1")',
    ],
    [
      "an error that is text",
      () => points([{ name: "a", x: [1], y: [1], error: ["1"] as never }], words),
      'points: "a" error[0] is "1" (text;',
    ],
    [
      "a bar that is text",
      () => bars(["a"], [{ name: "v", values: ["1"] as never }], words),
      'bars: "v" values[0] is "1" (text;',
    ],
  ])("%s is named", (_, draw, message) => expect(draw).toThrow(message));
  it("stand in a note of their own beside those of a log axis", () => {
    const figure = points([{ name: "a", x: [0, 1, 10, 100], y: [1, 1, -5, Number.NaN] }], {
      ...words,
      logX: true,
      logY: true,
    });
    expect(notes(figure)).toEqual([
      "2 points at or below 0 are not on the log axis",
      "1 value that is NaN or infinite is a gap",
    ]);
    const [first, second] = figure.layout.annotations ?? [];
    expect(Number(first?.yshift) - Number(second?.yshift)).toBe(24);
  });
});

describe("a large matrix", () => {
  const side = 2000;
  const place = Array.from({ length: side }, (_, i) => i);
  const titles = { x: "column", y: "row", z: "value" };
  it("is drawn as means of blocks, and says so, with the extremes", () => {
    const z = place.map((i) => Float64Array.from(place, (j) => (i === 17 && j === 19 ? 1000 : i + j / 10)));
    const figure = heatmap({ x: place, y: place, z }, titles);
    const trace = figure.data[0] as unknown as { x: number[]; y: number[]; z: number[][] };
    expect([trace.x.length, trace.y.length, trace.z.length]).toEqual([500, 500, 500]);
    expect(trace.x[1]).toBe(5.5); // columns 4 to 7
    expect(trace.z[10]?.[20]).toBeCloseTo(41.5 + 8.15, 10); // rows 40 to 43, columns 80 to 83
    expect(notes(figure)).toEqual(["means of blocks of 4 × 4 of 2,000 × 2,000 cells, which are from 0 to 2199"]);
    expect(size(figure)).toBeLessThan(4e6);
  });
  it("keeps gaps, and names blocks of names by their ends", () => {
    const names = place.slice(0, 1000).map((i) => `n${i}`);
    const z = [names.map((_, i) => (i < 2 ? null : 1)), names.map(() => 3)];
    const trace = heatmap({ x: names, y: ["a", "b"], z }, titles).data[0] as unknown as { x: string[]; z: unknown[][] };
    expect(trace.x[0]).toBe("n0 to n1");
    expect([trace.z[0]?.slice(0, 2), trace.z[1]?.[0]]).toEqual([[null, 1], 3]);
  });
});
