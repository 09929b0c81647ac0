import { requireInside, requireProportion, shown, yearsOf } from "@emergence/lib/core";
import { curves, fit, fitBinomial, unwrapFit } from "@emergence/lib/fit";
import { schaefferScore, weiThreshold } from "@emergence/lib/measures";
import { describe, expect, it } from "vitest";

describe("a value within an error", () => {
  it.each<[unknown, string]>([
    [0.12, "0.12"],
    ["0.12", '"0.12" (text; Number("0.12") or readTable of @emergence/data makes a number of it)'],
    ["1.234,5", '"1.234,5" (text; readTable of @emergence/data reads such numbers)'],
    ["57 %", '"57 %" (text; readTable of @emergence/data reads such numbers)'],
    ["few", '"few" (text)'],
    ["", '"" (text)'],
    ["x".repeat(1000), `"${"x".repeat(40)}..." (text)`],
    [new Date("2020-01-01"), "2020-01-01 (a Date: yearsOf of @emergence/lib/core makes years of it)"],
    [new Date("?"), "an invalid date (a Date: yearsOf of @emergence/lib/core makes years of it)"],
    [undefined, "undefined"],
    [null, "null"],
    [[1], "a list"],
    [new Float64Array(2), "a list"],
    [new BigInt64Array(2), "a typed array without numbers"],
    [{}, "an object"],
    [12n, "12n (a bigint: Number(...) makes a number of it)"],
    [Math.abs, "a function"],
  ])("%s", (value, text) => expect(shown(value)).toBe(text));
});

// After https://github.com/javascriptdata/danfojs/issues/354 and https://github.com/mholt/PapaParse/issues/388.
describe("text that looks like a number, and a date, are told apart from numbers", () => {
  const text = ["0.12", "0.3", "0.5"] as unknown as number[];
  const dates = [0, 1, 2].map((i) => new Date(Date.UTC(2020 + i, 0, 1))) as unknown as number[];
  it.each<[string, () => unknown]>([
    ["fit: y[0] is", () => fit(curves.line, [1, 2, 3], text)],
    ["fit: x[0] is", () => fit(curves.line, text, [1, 2, 3])],
    ["fit: sigma[0] is", () => fit(curves.line, [1, 2, 3], [1, 2, 3], { sigma: text })],
    ["schaefferScore: score 0", () => schaefferScore(text)],
    ["weiThreshold: x[0]", () => weiThreshold(text, [1, 2, 3], [9, 9, 9], { chance: 0.1 })],
    ["f: share", () => requireProportion("f", "share", "0.12" as unknown as number)],
    ["f: alpha", () => requireInside("f", "alpha", "0.12" as unknown as number)],
  ])("%s", (words, call) => expect(call).toThrow(`${words} "0.12" (text; Number("0.12")`));
  it("with the cure for a date", () => {
    expect(() => fit(curves.line, dates, [1, 2, 3])).toThrow("fit: x[0] is 2020-01-01 (a Date: yearsOf");
    expect(() => fitBinomial(curves.logistic, dates, [1, 2, 3], [9, 9, 9])).toThrow("(a Date: yearsOf");
  });
});

describe("yearsOf", () => {
  it("is the year on 1 January, half a year later at its middle, leap years counted", () => {
    expect(yearsOf(new Date("1999-01-01T00:00:00Z"))).toBe(1999);
    expect(yearsOf("2021-07-02T12:00:00Z")).toBe(2021.5); // day 182.5 of 365
    expect(yearsOf("2020-07-02")).toBe(2020.5); // day 183 of 366
    expect(yearsOf("0050-01-01")).toBe(50);
  });
  it("grows with the date, by one in a year", () => {
    const days = Array.from({ length: 800 }, (_, i) => new Date(Date.UTC(2019, 10, 1) + i * 86_400_000));
    const years = yearsOf(days);
    for (let i = 1; i < years.length; i++) {
      const step = (years[i] as number) - (years[i - 1] as number);
      expect(Math.min(Math.abs(step - 1 / 365), Math.abs(step - 1 / 366))).toBeLessThan(1e-9);
    }
    for (const day of ["2019-03-01", "2020-12-31"])
      expect(yearsOf(`2024${day.slice(4)}`) - yearsOf(day)).toBeCloseTo(2024 - Number(day.slice(0, 4)), 2);
  });
  it("makes a fit over dates what people expect of it", () => {
    // https://whosebug.com/question/6579009: a series of five years, which polyfit refuses
    const five = [1801, 1802, 1803, 1804, 1805].map((year) => new Date(`${year}-01-01`));
    const yearly = unwrapFit(fit(curves.line, yearsOf(five), [5, 6, 7, 8, 9]));
    expect(yearly.parameters.slope).toBeCloseTo(1, 9);
    // https://taourl.com/read-2262646.html: a value that doubles from day to day, 365 times a year
    const days = ["2023-01-01", "2023-01-02", "2023-01-03", "2023-01-04"];
    const since = yearsOf(days).map((year) => year - 2023);
    const daily = unwrapFit(fit(curves.line, since, [100, 200, 400, 800].map(Math.log)));
    expect(daily.parameters.slope / 365).toBeCloseTo(Math.LN2, 9);
    // https://github.com/man-group/dtale/issues/326: days written as year.monthday are no years
    const months = yearsOf(["2020-01-31", "2020-02-01"]);
    expect(((months[1] as number) - (months[0] as number)) * 366).toBeCloseTo(1, 6);
  });
  it("refuses what is no date", () => {
    expect(() => yearsOf(["2020-01-01", "2020-02-30"])).toThrow(
      'yearsOf: dates[1] is "2020-02-30", needs a Date, or text',
    );
    expect(() => yearsOf(new Date("?"))).toThrow("yearsOf: date is an invalid date");
    expect(() => yearsOf("1/2/2020")).toThrow('needs a Date, or text such as "2020-01-31"');
    expect(() => yearsOf(2020 as never)).toThrow("yearsOf: date is 2020, needs a Date");
    expect(() => yearsOf(undefined as never)).toThrow("yearsOf: date is undefined, needs a Date");
  });
});
