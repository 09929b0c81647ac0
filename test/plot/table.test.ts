import { describe, expect, it } from "vitest";
import { table } from "../../plot/index";
import { tableBundle } from "../../plot/table";
import { fakeKernel, frozen } from "./fakeKernel";

const text = (...args: Parameters<typeof tableBundle>) => tableBundle(...args)["text/plain"];
const html = (...args: Parameters<typeof tableBundle>) => tableBundle(...args)["text/html"];
const rows = [
  { model: "70M", accuracy: 0.19212, released: true },
  { model: "12B", accuracy: 0.7, released: null },
];

describe("table", () => {
  const sent = fakeKernel();
  it("sends HTML and its plain twin, and returns nothing to echo", () => {
    expect(table(frozen(rows))).toBeUndefined();
    expect(sent.map(({ data }) => Object.keys(data))).toEqual([["text/html", "text/plain"]]);
  });
});

describe("rows", () => {
  it("are lined up, decimal points below one another", () => {
    expect(text(rows)).toBe(["model  accuracy  released", "70M      0.1921  yes", "12B      0.7     –"].join("\n"));
  });
  it("show the columns asked for, in that order, under the names asked for", () => {
    expect(text(rows, { columns: ["accuracy", "model"] }).split("\n")[0]).toBe("accuracy  model");
    expect(text(rows, { columns: { accuracy: "share" } }).split("\n")[0]).toBe(" share");
  });
  it("take digits and a caption", () => {
    expect(text(rows, { digits: 2, caption: "LAMBADA" })).toMatch(/^LAMBADA\n.*\n70M +0\.19 /);
  });
  it("are cut, and say so, with the way to see more", () => {
    const many = Array.from({ length: 23 }, (_, i) => ({ i }));
    expect(text(many).split("\n").at(-1)).toBe("first 20 of 23 rows; { limit: 23 } shows all");
    expect(text(many, { limit: 22 }).split("\n").at(-1)).toBe("first 22 of 23 rows; { limit: 23 } shows all");
    expect(text(many, { limit: 23 })).not.toContain(" of ");
    expect(text(many, { limit: 1 }).split("\n").at(-1)).toBe("first row of 23 rows; { limit: 23 } shows all");
    expect(html(many)).toContain("first 20 of 23 rows; { limit: 23 } shows all");
  });
  it("are a hundred thousand, of which a part is shown, whatever the limit", () => {
    const many = Array.from({ length: 100_000 }, (_, i) => ({
      i,
      text: "x".repeat(500),
      list: new Float64Array(5000),
    }));
    expect(
      text(many, { columns: ["i"] })
        .split("\n")
        .at(-1),
    ).toBe("first 20 of 100,000 rows; { limit: 2000 } shows more");
    const [, first = ""] = text(many).split("\n");
    expect(first).toContain(`${"x".repeat(300)}… (500 characters)`);
    expect(first).toContain("0, 0, … (5,000 values)");
    const most = text(many, { columns: ["i"], limit: Number.POSITIVE_INFINITY }).split("\n");
    expect(most).toHaveLength(2002);
    expect(most.at(-1)).toBe("first 2,000 of 100,000 rows; a table shows no more: slice or filter the rows");
  });
  it("show a date with its time, where it has one", () => {
    const [, ...lines] = text([
      { at: new Date("2001-02-03") },
      { at: new Date("2001-02-03T04:05:00Z") },
      { at: new Date("?") },
    ]).split("\n");
    expect(lines).toEqual(["2001-02-03", "2001-02-03 04:05:00", "invalid date"]);
  });
  it("may have names in other scripts, and lack the first value", () => {
    // after https://github.com/javascriptdata/danfojs/issues/376 and 543
    expect(
      text([
        { größe: null, 准确率: 0.2 },
        { größe: 2, 准确率: 0.5 },
      ]).split("\n"),
    ).toEqual(["größe  准确率", "    –  0.2", "    2  0.5"]);
  });
  it("may lack a column that others have", () => {
    expect(text([{ a: 1 }, { b: 2 }])).toBe("a  b\n1  –\n–  2");
  });
  it("say results with their errors, and intervals", () => {
    expect(text([{ m: { mean: 0.98651, standardError: 0.00031 } }])).toBe("m\n0.9865 ± 0.00031");
    expect(text([{ m: { lower: 0.1, upper: 0.25 } }])).toBe("m\n0.1 to 0.25");
  });
  it("are escaped in HTML", () => {
    const page = html([{ "<b>": "<script>&" }]);
    expect(page).not.toContain("<script>");
    expect(page).toContain("&#60;script&#62;&#38;");
  });
  it("may be none", () => expect(text([])).toMatch(/no rows$/));
});

describe("a DataFrame", () => {
  it("is read by its columns and values", () => {
    const frame = {
      columns: ["year", "share"],
      values: [
        [1922, 0.2],
        [1930, 45.8],
      ],
    };
    expect(text(frame)).toBe("year  share\n1922    0.2\n1930   45.8");
  });
});

describe("a fit far from zero", () => {
  it("shows estimate and interval as far as the standard error reaches", () => {
    const year = {
      kind: "fit" as const,
      parameters: { x0: 1973.4123, L: 94.88 },
      standardErrors: { x0: 0.1087, L: Number.POSITIVE_INFINITY },
      degreesOfFreedom: 37,
      identifiable: true,
      interval: () => ({ x0: { lower: 1973.192, upper: 1973.6326 }, L: { lower: 0, upper: 1 } }),
    };
    const [, row] = text(year).split("\n");
    expect(row).toMatch(/x0 +1973\.41 +0\.1087 +1973\.19 +1973\.63/);
  });
});

describe("a fit", () => {
  const fit = {
    kind: "fit" as const,
    name: "logistic",
    formula: "L / (1 + exp(-k (x - x0)))",
    parameters: { L: 94.2, k: 0.451, x0: 1932 },
    standardErrors: { L: 1.2, k: Infinity, x0: 0 },
    degreesOfFreedom: 17,
    identifiable: false,
    direction: "k runs away.",
    fixed: ["x0"],
    warnings: ["Few points.", "k runs away."],
    r2: 0.998,
    interval: () => ({
      L: { lower: 91.7, upper: 96.7 },
      k: { lower: -Infinity, upper: Infinity },
      x0: { lower: 1932, upper: 1932 },
    }),
  };
  it("shows estimates, errors, intervals, what was fixed, goodness and warnings, each once", () => {
    expect(text(fit).split("\n")).toEqual([
      "logistic: L / (1 + exp(-k (x - x0)))",
      "parameter  estimate  standard error  95 % from    to",
      expect.stringMatching(/^L +94\.2 +1\.2 +91\.7 +96\.7$/),
      expect.stringMatching(/^k +0\.451 +∞ +−∞ +∞$/),
      expect.stringMatching(/^x0 +1932 +fixed +– +–$/),
      "R² 0.998, degrees of freedom 17",
      "Not fixed by the data: k runs away.",
      "Few points.",
    ]);
  });
  it("that failed shows its reason and where it stopped", () => {
    const failed = { kind: "failed" as const, reason: "all x are equal", parameters: { L: 3 } };
    expect(text(failed)).toBe("parameter  stopped at\nL                   3\nNo fit: all x are equal");
  });
});

describe("bad input", () => {
  it.each<[string, () => unknown, Error]>([
    [
      "an unknown column",
      () => text(rows, { columns: ["acc"] }),
      new RangeError('table: no column "acc", the table has model, accuracy, released, needs one of these'),
    ],
    [
      "digits",
      () => text(rows, { digits: 0 }),
      new RangeError("table: digits is 0, needs a whole number from 1 to 15"),
    ],
    ["a limit", () => text(rows, { limit: 0 }), new RangeError("table: limit is 0, needs 1 or more")],
    [
      "a row that is none",
      () => text([{ a: 1 }, 2]),
      new TypeError("table: row 1 is 2, needs an object { name: value }"),
    ],
    ["no table at all", () => text(null), new TypeError("table: got null, needs rows, a DataFrame or a fit")],
  ])("is named: %s", (_, run, error) => expect(run).toThrow(error));
});
