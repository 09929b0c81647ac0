import { macroF1, matthews } from "@emergence/lib/metrics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scripts } from "./scripts";
import { expectClose, values } from "./values";

describe("macroF1", () => {
  it(`agrees with scikit-learn on ${values.labels.length} lists of 1 to 5 classes`, () => {
    for (const { actual, predicted, macroF1: wanted } of values.labels) {
      expectClose(macroF1(actual, predicted), wanted, `${actual} | ${predicted}`);
    }
  });

  it("is 1 only where all is right, and does not depend on the names of classes", () => {
    const pairs = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(pairs, (rows) => {
        const [actual, predicted] = [rows.map(([a]) => a), rows.map(([, b]) => b)];
        const score = macroF1(actual, predicted);
        expect(score === 1).toBe(rows.every(([a, b]) => a === b));
        const name = (label: number) => `class ${3 - label}`;
        expectClose(macroF1(actual.map(name), predicted.map(name)), score);
      }),
    );
  });

  it("counts a rare class like a common one", () => {
    const actual = [...new Array<string>(99).fill("common"), "rare"];
    expectClose(macroF1(actual, new Array<string>(100).fill("common")), 99 / 199);
  });

  it("agrees with scikit-learn on labels in other scripts and on numbers as text", () => {
    for (const { actual, predicted, f1, mcc } of scripts.labels) {
      expectClose(macroF1(actual, predicted), f1);
      expectClose(matthews(actual, predicted), mcc);
    }
  });

  it("refuses labels of two types, and what is no label", () => {
    expect(() => macroF1([1, "1"], [1, 1])).toThrow(
      'macroF1: actual[1] is "1" (a string) but actual[0] is 1 (a number)',
    );
    expect(() => macroF1(["a", "b"], ["a", null as never])).toThrow(/^macroF1: predicted\[1\] is null, needs a label/);
  });

  it("refuses ragged or empty lists", () => {
    expect(() => macroF1(["a"], [])).toThrow("macroF1: 1 actual labels but 0 predicted labels");
    expect(() => macroF1([], [])).toThrow("macroF1: no labels");
  });
});
