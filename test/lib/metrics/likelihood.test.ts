import { logLikelihood, optionProbabilities, perplexity } from "@emergence/lib/metrics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose, values } from "./values";

describe("logLikelihood and perplexity", () => {
  it("agree with scikit-learn's log loss", () => {
    for (const { logits, target, logLoss } of values.choices) {
      const logs = logits.map((row, i) => Math.log(optionProbabilities(row)[target[i] as number] as number));
      expectClose(-logLikelihood(Object.freeze(logs)) / logs.length, logLoss);
      expectClose(perplexity(logs), Math.exp(logLoss));
    }
  });

  it("of a uniform guess among V tokens is V in perplexity, whatever the length", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 1, max: 40 }), (vocabulary, length) => {
        const logs = new Float64Array(length).fill(-Math.log(vocabulary));
        expect(perplexity(logs) / vocabulary).toBeCloseTo(1, 10);
      }),
    );
  });

  it("adds over parts of a text", () => {
    expectClose(logLikelihood([-1, -0.25, -4]), logLikelihood([-1]) + logLikelihood([-0.25, -4]));
  });

  it("take a token that was impossible: -Infinity and Infinity", () => {
    expect(logLikelihood([-1, Number.NEGATIVE_INFINITY])).toBe(Number.NEGATIVE_INFINITY);
    expect(perplexity([-1, Number.NEGATIVE_INFINITY])).toBe(Number.POSITIVE_INFINITY);
  });

  it("refuse logarithms that are none of probabilities", () => {
    expect(() => logLikelihood([0.1])).toThrow("logLikelihood: log-probability[0] is 0.1, needs 0 or below");
    expect(() => perplexity([-1, Number.NaN])).toThrow("perplexity: log-probability[1] is NaN");
    expect(() => perplexity([])).toThrow("perplexity: no log-probabilities");
  });
});
