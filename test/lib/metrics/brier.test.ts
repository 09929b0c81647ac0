import { brier, optionProbabilities } from "@emergence/lib/metrics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose, mean, values } from "./values";

const question = fc
  .array(fc.double({ min: -20, max: 0, noNaN: true }), { minLength: 2, maxLength: 6 })
  .chain((logs) => fc.tuple(fc.constant(optionProbabilities(logs)), fc.nat(logs.length - 1)));

describe("brier", () => {
  it("of a uniform guess over 4 options is .75, .1875 and .5625 by its three conventions", () => {
    const guess = Object.freeze([0.25, 0.25, 0.25, 0.25]);
    expect(brier(guess, 1, { convention: "sum" })).toBe(0.75);
    expect(brier(guess, 1, { convention: "mean" })).toBe(0.1875);
    expect(brier(guess, 1, { convention: "target" })).toBe(0.5625);
    expect(brier(guess, 1)).toBe(0.75);
  });

  it("agrees with scikit-learn over questions of 2 to 5 options", () => {
    for (const { logits, target, brier: wanted } of values.choices) {
      expectClose(mean(logits.map((row, i) => brier(optionProbabilities(row), target[i] as number))), wanted);
    }
  });

  it("relates its conventions: sum is n times mean, and bounds target from both sides", () => {
    fc.assert(
      fc.property(question, ([p, right]) => {
        const [sum, average, target] = (["sum", "mean", "target"] as const).map((convention) =>
          brier(p, right, { convention }),
        ) as [number, number, number];
        expectClose(sum, p.length * average);
        // The other options share 1 - p: their squares sum to (1 - p)^2 at most and (1 - p)^2 / (n - 1) at least.
        expect(sum).toBeLessThanOrEqual(2 * target + 1e-12);
        expect(sum).toBeGreaterThanOrEqual((p.length / (p.length - 1)) * target - 1e-12);
        if (p.length === 2) expectClose(sum, 2 * target);
      }),
    );
  });

  it("is proper: in expectation over the truth no other forecast beats the truth's probabilities", () => {
    fc.assert(
      fc.property(question, question, ([truth], [other]) => {
        fc.pre(truth.length === other.length);
        const expected = (forecast: readonly number[]) =>
          truth.reduce((sum, chance, i) => sum + chance * brier(forecast, i), 0);
        expect(expected(truth)).toBeLessThanOrEqual(expected(other) + 1e-12);
      }),
    );
  });

  it("takes target scores as shares of the truth", () => {
    expect(brier([0.5, 0.5, 0], [2, 2, 0])).toBe(0);
    expect(brier([1, 0], [0, 7], { convention: "target" })).toBe(1);
    expect(brier(Float64Array.of(1, 0), Float64Array.of(0, 1))).toBe(2);
  });

  it("refuses what is no distribution, no target or no convention", () => {
    expect(() => brier([0.5, 0.4], 0)).toThrow("brier: probabilities sum to 0.9, need 1");
    expect(() => brier([0.33, 0.33, 0.33], 0)).toThrow(
      /need 1 for the options of one question: divide each by the sum/,
    );
    expect(() => brier(0.7 as never, 1)).toThrow(
      "brier: probabilities is 0.7, needs an array of numbers, one per option",
    );
    expect(() => brier([1.5, -0.5], 0)).toThrow("brier: probability[0] 1.5, needs a number from 0 to 1");
    expect(() => brier([Number.NaN, 1], 0)).toThrow("probability[0] NaN");
    expect(() => brier([], 0)).toThrow("brier: no options");
    expect(() => brier([1, 0], 2)).toThrow("brier: target 2, needs a whole number from 0 to 1");
    expect(() => brier([1, 0], [1, 1], { convention: "target" })).toThrow("convention target needs exactly one");
    expect(() => brier([1, 0], 0, { convention: "half" as never })).toThrow(
      'brier: convention "half", needs one of sum, mean, target',
    );
  });
});
