import { multipleChoiceGrade } from "@emergence/lib/metrics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose, mean, values } from "./values";

describe("multipleChoiceGrade", () => {
  it("averages to the accuracy that numpy counts", () => {
    for (const { logits, target, accuracy } of values.choices) {
      expectClose(mean(logits.map((row, i) => multipleChoiceGrade(row, target[i] as number))), accuracy);
    }
  });

  it("depends on the order of the scores alone", () => {
    const scores = fc.uniqueArray(fc.integer({ min: -50, max: 0 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(scores, (row) => {
        expect(multipleChoiceGrade(row.map(Math.exp), 0)).toBe(multipleChoiceGrade(row, 0));
        expect(multipleChoiceGrade(row, 0)).toBe(Number(row[0] === Math.max(...row)));
      }),
    );
  });

  it("jumps: a hair decides a question", () => {
    expect(multipleChoiceGrade([0.5 - 1e-12, 0.5 + 1e-12], 0)).toBe(0);
    expect(multipleChoiceGrade([0.5 + 1e-12, 0.5 - 1e-12], 0)).toBe(1);
  });

  it("shares among options that tie, so that knowing nothing earns chance", () => {
    expect(multipleChoiceGrade([-1, -1, -1, -1], 2)).toBe(0.25);
    expect(multipleChoiceGrade(Float64Array.of(-1, -1, -2), [1, 0.5, 0])).toBe(0.75);
  });

  it("refuses what is no score, no option or no target", () => {
    expect(() => multipleChoiceGrade([], 0)).toThrow("multipleChoiceGrade: target 0");
    expect(() => multipleChoiceGrade([-1, Number.NaN], 0)).toThrow("multipleChoiceGrade: scores[1] is NaN");
    expect(() => multipleChoiceGrade([-1, -2], 2)).toThrow("target 2, needs a whole number from 0 to 1");
    expect(() => multipleChoiceGrade([-1, -2], 0.5)).toThrow("target 0.5");
    expect(() => multipleChoiceGrade([-1, -2], [1, 0, 0])).toThrow("3 target scores for 2 options");
    expect(() => multipleChoiceGrade([-1, -2], [1, -1])).toThrow("target score[1] -1, needs a finite number from 0");
    expect(() => multipleChoiceGrade([-1, -2], [0, 0])).toThrow("every target score is 0");
  });
});
