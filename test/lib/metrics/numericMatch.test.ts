import { numericMatch } from "@emergence/lib/metrics";
import { describe, expect, it } from "vitest";

describe("numericMatch", () => {
  it("takes what lies within a tenth of the target, itself included, on both sides", () => {
    const outputs = [89.9, 90, 100, 110, 110.1];
    expect(outputs.map((output) => numericMatch(output, 100))).toEqual([0, 1, 1, 1, 0]);
    expect(outputs.map((output) => numericMatch(-output, -100))).toEqual([0, 1, 1, 1, 0]);
    expect(numericMatch(100, -100)).toBe(0);
  });

  it("reads texts that are a number as a whole", () => {
    for (const text of ["7", " 7\n", "+7", "7.", "7.0", "70e-1", ".7E1"]) expect(numericMatch(text, 7), text).toBe(1);
    for (const text of ["", " ", "7 apples", "about 7", "7,0", "0x7", "seven", "--7", "Infinity", "."])
      expect(numericMatch(text, 7), text).toBe(0);
  });

  it("meets a target of 0 by 0 alone", () => {
    expect([numericMatch("0", 0), numericMatch("-0.0", 0), numericMatch(1e-12, 0)]).toEqual([1, 1, 0]);
  });

  it("takes any of several targets, and the error it is told", () => {
    expect(numericMatch(42, Object.freeze([10, 40]))).toBe(1);
    expect(numericMatch(42, [10, 40], { relativeError: 0.01 })).toBe(0);
    expect(numericMatch(40, 40, { relativeError: 0 })).toBe(1);
    expect(numericMatch(Number.NaN, 40)).toBe(0);
  });

  it("refuses targets and errors that are none", () => {
    expect(() => numericMatch(1, Number.NaN)).toThrow("numericMatch: target NaN, needs a finite number");
    expect(() => numericMatch(1, [])).toThrow("numericMatch: no target");
    expect(() => numericMatch(1, 1, { relativeError: -0.1 })).toThrow("numericMatch: relative error -0.1");
  });

  /** Value, and texts that write it; with a decimal point first, then with a comma. */
  const written: readonly (readonly [number, readonly string[], readonly string[]])[] = [
    [
      1234567.5,
      ["1,234,567.5", "1 234 567.5", "1\u202f234\u202f567.5", "1'234'567.5", "12,34,567.5", "1234567.50"],
      ["1.234.567,5", "1 234 567,5"],
    ],
    [-3.5, ["-3.5", "−3.5", "\u2013 3.5", "-$3.50", "$-3.50", "−3.50 €"], ["−3,5", "-3,50 €", "EUR -3,5"]],
    [
      1200,
      ["$1,200", "US$ 1,200", "1200 USD", "¥1200", "1.2e3", "1.2 × 10^3", "1.2×10³", "1.2*10^{3}", "+1200."],
      ["1,2 × 10³", "1.200"],
    ],
    [57, ["57 %", "57%", "５７％", "५७"], ["57 %", "57,0%"]],
    [3.14, ["٣٫١٤", "3.14"], ["3,14"]],
    [0.75, ["3/4", "¾", "+ 6 / 8", "3⁄4"], ["3/4", "0,75"]],
    [-2.5, ["-5/2", "−2 1/2", "-2½", "− 2 ½."], ["−2 1/2"]],
    [1e-6, ["10⁻⁶", "10^-6", "1 x 10^−6", "1E-6"], ["10⁻⁶"]],
  ];
  it.each(written)("reads %d as people write it, if asked to", (value, withPoint, withComma) => {
    const exact = { relativeError: 1e-12 };
    for (const text of withPoint) expect(numericMatch(text, value, { ...exact, written: true }), text).toBe(1);
    for (const text of withComma)
      expect(numericMatch(text, value, { ...exact, written: { decimal: "," } }), text).toBe(1);
  });

  it("takes a percentage for a share if told so", () => {
    const exact = { relativeError: 1e-12, written: { percent: "share" } } as const;
    expect([
      numericMatch("57 %", 0.57, exact),
      numericMatch("0.57", 0.57, exact),
      numericMatch("57", 0.57, exact),
    ]).toEqual([1, 1, 0]);
  });

  it("guesses at nothing that is not a number as a whole", () => {
    const texts = [
      "",
      ".",
      "about 7",
      "7 apples",
      "7 8",
      "1,00",
      "1,0000",
      "1 00 0",
      "1,000 000",
      "1.000.000",
      "0x7",
      "--7",
      "-$-7",
      "(7)",
      "7e",
      "10^",
      "seven",
      "7/0",
      "7/",
      "/7",
      "1/7/1",
      "14/2/2001",
      "7.0/1",
      "NaN",
      "Infinity",
      "%",
      "$",
    ];
    for (const text of texts)
      for (const target of [7, 1, 1000, 1e6, 0]) expect(numericMatch(text, target, { written: true }), text).toBe(0);
    expect(() => numericMatch("7", 7, { written: { decimal: ";" as never } })).toThrow(
      'numericMatch: decimal ";", needs one of ., ,',
    );
    expect(() => numericMatch(null as never, 7)).toThrow("numericMatch: null among the texts");
  });
});
