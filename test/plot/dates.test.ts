import { describe, expect, it } from "vitest";
import { bars, fitted, lines, menu, points, scatterXY, smallMultiples } from "../../plot/index";

// After https://github.com/mholt/PapaParse/issues/803, https://github.com/plotly/plotly.js/issues/501 (shapes and ranges) and 5057 (numbers
// on an axis of dates), https://github.com/santosjorge/cufflinks/issues/160.
const words = { x: "time", y: "share (percent)" };
const day = (text: string): Date => new Date(text);
const two = [day("2020-01-01"), day("2021-01-01")];

describe("dates on the x-axis", () => {
  it.each([
    ["lines", () => lines([{ name: "a", x: two, y: [1, 2] }], words)],
    ["points", () => points([{ name: "a", x: two, y: [1, 2] }], words)],
    ["smallMultiples", () => smallMultiples([{ title: "A", lines: [{ name: "a", x: two, y: [1, 2] }] }], words)],
  ])("%s: an axis of dates, written as text in UTC", (_, draw) => {
    const { data, layout } = draw();
    expect(data[0]?.x).toEqual(["2020-01-01", "2021-01-01"]);
    expect(layout.xaxis?.type).toBe("date");
    const [from = "", to = ""] = (layout.xaxis?.range ?? []) as string[];
    expect(from < "2020-01-01" && from > "2019-12-01").toBe(true);
    expect(to > "2021-01-01" && to < "2021-02-01").toBe(true);
  });
  it("with times of the day, bands, gaps, marks and notes", () => {
    const x = [day("2020-01-01T06:30:00Z"), null, day("?"), day("2020-01-02")];
    const { data, layout } = lines([{ name: "a", x, y: [1, 2, 3, 4], lower: [0, 1, 2, 3], upper: [2, 3, 4, 5] }], {
      ...words,
      xRange: [day("2020-01-01"), day("2020-01-03")],
      marks: [{ at: day("2020-01-02"), text: "here" }],
      annotations: [{ x: day("2020-01-01T12:00:00Z"), y: 2, text: "noon" }],
    });
    expect(data.at(-1)?.x).toEqual(["2020-01-01T06:30:00", null, null, "2020-01-02"]);
    expect(layout.xaxis?.range).toEqual(["2020-01-01", "2020-01-03"]);
    expect(layout.shapes?.[0]).toMatchObject({ x0: "2020-01-02", x1: "2020-01-02" });
    expect(layout.annotations?.map(({ x, text }) => [x, text])).toEqual([
      ["2020-01-02", "here"],
      ["2020-01-01T12:00:00", "noon"],
      [1, "1 value that is NaN or infinite is a gap"],
    ]);
  });
  it("one date alone has a day around it", () => {
    const { layout } = points([{ name: "a", x: [day("2020-01-01")], y: [1] }], words);
    expect(layout.xaxis?.range).toEqual(["2019-12-31T12:00:00", "2020-01-01T12:00:00"]);
  });
  it("under a menu, each figure keeps its own", () => {
    const figure = lines([{ name: "a", x: two, y: [1, 2] }], words);
    const later = lines([{ name: "a", x: [day("2030-01-01"), day("2031-01-01")], y: [1, 2] }], words);
    const states = [figure, later].map((one, i) => ({ label: `${i}`, figure: one }));
    expect(menu(states, { choose: "which" }).layout.xaxis?.type).toBe("date");
  });
  it("under bars, or as words beside horizontal ones", () => {
    const group = [{ name: "a", values: [1, 2] }];
    const upright = bars(two, group, words);
    expect(upright.layout.xaxis?.type).toBe("date");
    expect(upright.data[0]?.x).toEqual(["2020-01-01", "2021-01-01"]);
    const flat = bars(two, group, { ...words, horizontal: true });
    expect(flat.layout.yaxis?.type).toBe("category");
    expect(flat.data[0]?.y).toEqual(["2020-01-01", "2021-01-01"]);
    expect(() => bars([two[0], "2021"] as never, group, words)).toThrow('labels[1] is "2021", but labels[0] is a Date');
    expect(() => bars([two[0], day("?")] as never, group, words)).toThrow("labels[1] is an invalid date, needs a date");
  });
});

describe("dates and numbers together are refused, with the cure", () => {
  const cure = "needs dates or numbers alone: yearsOf of @emergence/lib/core makes years of dates";
  it.each<[string, () => unknown, string]>([
    [
      "in a series",
      () => lines([{ name: "a", x: [two[0], 2021] as never, y: [1, 2] }], words),
      `lines: "a" x[1] is 2021, but "a" x[0] is the Date 2020-01-01; ${cure}`,
    ],
    [
      "in a series of numbers",
      () => lines([{ name: "a", x: [2020, two[1]] as never, y: [1, 2] }], words),
      `lines: "a" x[1] is the Date 2021-01-01, but "a" x[0] is 2020; ${cure}`,
    ],
    [
      "in two series",
      () => points([{ name: "a", x: two, y: [1, 2] }, { name: "b", x: [2020], y: [1] }], words), // biome-ignore format: two lines say it
      `points: "b" has numbers as x, but an earlier series has dates; ${cure}`,
    ],
    [
      "in two panels",
      () =>
        smallMultiples(
          [
            { title: "A", lines: [{ name: "a", x: [1, 2], y: [1, 2] }] },
            { title: "B", lines: [{ name: "a", x: two, y: [1, 2] }] },
          ],
          words,
        ),
      `smallMultiples: panel 1 has dates as x, but an earlier series has numbers; ${cure}`,
    ],
    [
      "in a mark",
      () => lines([{ name: "a", x: two, y: [1, 2] }], { ...words, marks: [{ at: 2020, text: "m" }] }),
      'lines: the mark "m" is at 2020, but the x-axis has dates; needs a date, such as new Date("2020-01-31")',
    ],
    [
      "in a range",
      () => lines([{ name: "a", x: [1, 2], y: [1, 2] }], { ...words, xRange: two as never }),
      "lines: xRange is at 2020-01-01 (a Date: yearsOf of @emergence/lib/core makes years of it), but the x-axis has numbers",
    ],
    [
      "in a range that goes back",
      () => lines([{ name: "a", x: two, y: [1, 2] }], { ...words, xRange: [day("2021-01-01"), day("2020-01-01")] }),
      "lines: xRange is 2021-01-01 to 2020-01-01, needs two dates in increasing order",
    ],
    [
      "on a log axis",
      () => lines([{ name: "a", x: two, y: [1, 2] }], { ...words, logX: true }),
      'lines: "a" has dates as x, needs numbers on a log axis',
    ],
    [
      "as y",
      () => lines([{ name: "a", x: [1, 2], y: two as never }], words),
      "is 2020-01-01 (a Date: yearsOf of @emergence/lib/core makes years of it), needs a number or null",
    ],
    [
      "as x of a fit's figure",
      () => fitted({ kind: "failed", reason: "r" }, two as never, [1, 2], words),
      "fitted: x[0] is 2020-01-01 (a Date: yearsOf of @emergence/lib/core makes years of it), needs a number or null",
    ],
    [
      "as x of points with intervals",
      () =>
        scatterXY([{ name: "a", x: two as never, y: [1, 2], xLower: [1, 1], xUpper: [2, 2] }], {
          ...words,
          xRange: [0, 1],
        }),
      'scatterXY: "a" x[0] is 2020-01-01 (a Date',
    ],
    [
      "text of a date",
      () => lines([{ name: "a", x: ["2020-01-01"] as never, y: [1] }], words),
      'lines: "a" x[0] is "2020-01-01" (text; new Date("2020-01-01") makes a date of it, yearsOf of @emergence/lib/core years), needs',
    ],
  ])("%s", (_, draw, message) => expect(draw).toThrow(message));
});
