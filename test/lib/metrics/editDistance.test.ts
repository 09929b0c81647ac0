import { editDistance, tokenEditDistance } from "@emergence/lib/metrics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { values } from "./values";

const text = fc.string({ unit: fc.constantFrom("a", "b", "ə", "𝔸"), maxLength: 9 });

describe("editDistance", () => {
  it(`agrees with NLTK on ${values.editDistance.length} pairs of texts, in characters and in words`, () => {
    for (const [a, b, distance] of values.editDistance) expect(editDistance(a, b), `${a} | ${b}`).toBe(distance);
    for (const [a, b, distance] of values.tokenEditDistance) expect(tokenEditDistance(a, b)).toBe(distance);
  });

  it("is a metric: 0 for equal texts alone, symmetric, no longer than a way round", () => {
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(editDistance(a, a)).toBe(0);
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
      }),
    );
  });

  it("lies between the difference of the lengths and the longer one", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [m, n] = [Array.from(a).length, Array.from(b).length];
        expect(editDistance(a, b)).toBeGreaterThanOrEqual(Math.abs(m - n));
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(m, n));
      }),
    );
  });

  it("does not change where both texts get the same beginning and end", () => {
    fc.assert(
      fc.property(text, text, text, (a, b, more) => {
        expect(editDistance(more + a + more, more + b + more)).toBe(editDistance(a, b));
      }),
    );
  });

  it("counts code points, and a combining mark as one of its own", () => {
    expect(editDistance("𝔸", "a")).toBe(1);
    expect(editDistance("e\u0301", "é")).toBe(2);
    expect(editDistance("e\u0301".normalize("NFC"), "é")).toBe(0);
  });
});

describe("tokenEditDistance", () => {
  it("counts tokens of either kind", () => {
    expect(tokenEditDistance(Object.freeze([1, 2, 3]), Object.freeze([2, 3]))).toBe(1);
    expect(tokenEditDistance(["1"], ["2"])).toBe(1);
    expect(tokenEditDistance("two  words\n", "two words")).toBe(0);
    expect(tokenEditDistance([], [])).toBe(0);
  });

  it("refuses tokens of two types, which never match, and tokens that are none", () => {
    expect(() => tokenEditDistance("4 5", [4, 5])).toThrow(
      'tokenEditDistance: token 0 of b is 4, needs tokens of one type, as "4" is: a text is split into words',
    );
    expect(() => tokenEditDistance([4, "5"], [4])).toThrow('tokenEditDistance: token 1 of a is "5"');
    for (const none of [Number.NaN, undefined, null]) {
      expect(() => tokenEditDistance([4, none as never], [4])).toThrow(
        /^tokenEditDistance: token 1 of a is .*, needs a word or a finite number$/,
      );
    }
    expect(tokenEditDistance([], "a b")).toBe(2);
  });
});
