import { exactMatch } from "@emergence/lib/metrics";
import { describe, expect, it } from "vitest";

describe("exactMatch", () => {
  it("is all or nothing, white space and case included", () => {
    expect([" 42", "42.", "4", ""].map((output) => exactMatch(output, "42"))).toEqual([0, 0, 0, 0]);
    expect(exactMatch("42", "42")).toBe(1);
  });

  it("takes any of several targets", () => {
    const targets = Object.freeze(["forty-two", "42"]);
    expect([exactMatch("42", targets), exactMatch("43", targets)]).toEqual([1, 0]);
  });

  it("normalizes output and targets alike", () => {
    const normalize = (text: string) => text.trim().toUpperCase();
    expect(exactMatch(" yes", "Yes ", { normalize })).toBe(1);
    expect(exactMatch(" no", "Yes ", { normalize })).toBe(0);
  });

  it("compares by looks or by words, in any script, if asked to", () => {
    const cases: readonly (readonly [string, string, none: number, unicode: number, words: number])[] = [
      ["cafe\u0301", "café", 0, 1, 1],
      [" Paris\n", "Paris", 0, 1, 1],
      ["paris.", "Paris", 0, 0, 1],
      ["Да!", "да", 0, 0, 1],
      ["北京。", "北京", 0, 0, 1],
      ["+", "-", 0, 0, 0],
      ["+", "+", 1, 1, 1],
      ["a b", "ab", 0, 0, 0],
    ];
    for (const [output, target, ...wanted] of cases) {
      const got = (["none", "unicode", "words"] as const).map((normalize) => exactMatch(output, target, { normalize }));
      expect(got, output).toEqual(wanted);
    }
    expect(() => exactMatch("a", "a", { normalize: "lower" as never })).toThrow(
      'exactMatch: normalize "lower", needs one of none, unicode, words',
    );
    expect(() => exactMatch(undefined as never, "a")).toThrow("exactMatch: undefined among the texts");
  });

  it("refuses an empty list of targets", () => {
    expect(() => exactMatch("a", [])).toThrow("exactMatch: no target, needs one or more");
  });
});
