import { matthews } from "@emergence/lib/metrics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose, values } from "./values";

const pairs = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 20 });
const split = (rows: [number, number][]) => [rows.map(([a]) => a), rows.map(([, b]) => b)] as const;

describe("matthews", () => {
  it(`agrees with scikit-learn on ${values.labels.length} lists of 1 to 5 classes`, () => {
    for (const { actual, predicted, matthews: wanted } of values.labels) {
      expectClose(matthews(actual, predicted), wanted, `${actual} | ${predicted}`);
    }
  });

  it("is symmetric, within -1 and 1, and 1 for all right where there are two classes", () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const [a, b] = split(rows);
        expectClose(matthews(a, b), matthews(b, a));
        expect(Math.abs(matthews(a, b))).toBeLessThanOrEqual(1 + 1e-12);
        expectClose(matthews(a, a), new Set(a).size > 1 ? 1 : 0);
      }),
    );
  });

  it("does not tell a model that always says the same from one that guesses: both 0", () => {
    expect(matthews([1, 1, 1, 0], [1, 1, 1, 1])).toBe(0);
    expect(matthews([1, 1, 0, 0], [1, 0, 1, 0])).toBe(0);
  });

  it("is minus itself where both answers are exchanged", () => {
    const actual = [true, true, false, false, true];
    const predicted = [true, false, false, false, true];
    expectClose(
      matthews(
        actual,
        predicted.map((label) => !label),
      ),
      -matthews(actual, predicted),
    );
  });

  it("refuses labels of two types, and what is no label, with the cure", () => {
    // The number 1 and the text "1" never match: scikit-learn refuses the mix as well.
    expect(() => matthews([1, 0, 1], ["1", "0", "1"] as never)).toThrow(
      'matthews: predicted[0] is "1" (a string) but actual[0] is 1 (a number), needs labels of one type: convert all by String or all by Number',
    );
    expect(() => matthews([true, false], [1, 0])).toThrow(
      "matthews: predicted[0] is 1 (a number) but actual[0] is true (a boolean)",
    );
    for (const label of [Number.NaN, undefined, null, Number.POSITIVE_INFINITY, {}, new Date(0)]) {
      expect(() => matthews([1, label as never], [1, 1])).toThrow(
        /^matthews: actual\[1\] is .*needs a label .*leave out such answers/,
      );
      expect(() => matthews([1, 1], [1, label as never])).toThrow(/^matthews: predicted\[1\] is /);
    }
    expect(() => matthews(new Array(2) as never, [1, 1])).toThrow("matthews: actual[0] is undefined");
    expect(() => matthews(undefined as never, [1])).toThrow("matthews: actual is undefined, needs an array of labels");
    expect(matthews(Int8Array.of(1, 0, 1) as never, [1, 0, 1])).toBe(1);
  });

  it("refuses ragged or empty lists", () => {
    expect(() => matthews([1, 0], [1])).toThrow("matthews: 2 actual labels but 1 predicted labels");
    expect(() => matthews([], [])).toThrow("matthews: no labels");
  });
});
