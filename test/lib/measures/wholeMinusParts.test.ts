import { type PublishedChoice, publishedChoices, wholeMinusParts } from "@emergence/lib/measures";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("wholeMinusParts", () => {
  it("is G of the whole less the sum of g over the parts, g knowing which part it has", () => {
    const E = wholeMinusParts({ whole: (Y: string) => Y.length, parts: (x: string, i: number) => i * x.length });
    expect(E("emergence", ["e", "mer", "gence"])).toBe(9 - 0 - 3 - 10);
    expect(E("", [])).toBe(0);
  });

  it("is 0 to rounding wherever G adds up over the parts", () => {
    const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 });
    const weights = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(numbers, weights, weights, (X, a, b) => {
        const g = (x: number, i: number) => a * x * x + b * Math.sin(x) + i;
        const G = (Y: readonly number[]) => Y.reduce((sum, x, i) => sum + g(x, i), 0);
        const size = X.reduce((sum, x, i) => sum + Math.abs(g(x, i)), 1);
        expect(Math.abs(wholeMinusParts({ whole: G, parts: g })(X, X))).toBeLessThanOrEqual(1e-13 * size);
      }),
    );
  });

  it("is linear in G and g", () => {
    const pair = { whole: (Y: number) => Y ** 2, parts: (x: number) => x ** 2 };
    const twice = { whole: (Y: number) => 2 * Y ** 2, parts: (x: number) => 2 * x ** 2 };
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 50 }), fc.array(fc.integer({ min: -50, max: 50 })), (Y, X) => {
        expect(wholeMinusParts(twice)(Y, X)).toBe(2 * wholeMinusParts(pair)(Y, X));
      }),
    );
  });

  it("leaves its input as it was, and throws where there is no number", () => {
    const X = Object.freeze([1, 2]);
    expect(wholeMinusParts({ whole: (Y: number) => Y, parts: (x: number) => x })(3, X)).toBe(0);
    const odd = wholeMinusParts({ whole: (Y: number) => Y, parts: (x: number) => Math.sqrt(x) });
    expect(() => odd(1, [1, -1])).toThrow("wholeMinusParts: parts, part 1 gave NaN, needs a number");
    expect(() => wholeMinusParts({ whole: () => "1" as unknown as number, parts: () => 0 })(1, [])).toThrow(
      "whole gave 1",
    );
    expect(() => wholeMinusParts({} as never)).toThrow(TypeError);
  });
});

const choices: [string, PublishedChoice<unknown, unknown>][] = Object.entries(publishedChoices);

describe("publishedChoices", () => {
  it("are six, each with its own name, source, question, sign and zero", () => {
    expect(choices.length).toBe(6);
    expect(new Set(choices.map(([, { name }]) => name)).size).toBe(6);
    for (const [, { name, source, question, formula, sign, zero }] of choices) {
      for (const text of [name, source, question, formula, sign, zero]) expect(text.length).toBeGreaterThan(2);
    }
  });

  for (const [name, instance] of choices) {
    it(`${name}: ${instance.example.what}: E is as said; ${instance.zeroExample.what}: 0`, () => {
      const E = wholeMinusParts(instance);
      for (const { Y, X, E: value } of [instance.example, instance.zeroExample]) {
        expect(E(Y, X)).toBeCloseTo(value, 12);
      }
      expect(instance.zeroExample.E).toBe(0);
      expect(instance.example.E).not.toBe(0);
    });
  }

  it("the mirage residual refuses a share of 0, which has no logarithm", () => {
    expect(() => wholeMinusParts(publishedChoices.mirageResidual)(0, [0.5])).toThrow(
      "proportion 0, needs a number above 0",
    );
  });
});
