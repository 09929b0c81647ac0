import { macroF1 } from "@emergence/lib/metrics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
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

  it("refuses ragged or empty lists", () => {
    expect(() => macroF1(["a"], [])).toThrow("macroF1: 1 actual labels but 0 predicted labels");
    expect(() => macroF1([], [])).toThrow("macroF1: no labels");
  });
});
