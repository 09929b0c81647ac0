import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bleu, clopperPearson, cohensKappa, passAtK, wilson } from "@emergence/lib/metrics";
import { binomialSurvival } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";
import { expectClose } from "./values";

interface Values {
  readonly exact: readonly [successes: number, trials: number, confidence: number, lower: number, upper: number][];
  readonly kappa: readonly { first: number[]; second: number[]; kappa: number }[];
  readonly pass: readonly [right: number, answers: number, k: number, value: number][];
  readonly bleu: readonly [output: string, reference: string, order: number, sentence: number, corpus: number][];
}

/** By scipy, scikit-learn, sacrebleu and exact fractions: test/fixtures/metrics/counts_values.py. */
const values: Values = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "..", "fixtures", "metrics", "counts.json"), "utf8"),
);

describe("clopperPearson", () => {
  it(`agrees with scipy on ${values.exact.length} intervals`, () => {
    for (const [successes, trials, confidence, lower, upper] of values.exact) {
      const got = clopperPearson(successes, trials, { confidence });
      expectClose(got.lower, lower, `${successes} of ${trials}, lower:`);
      expectClose(got.upper, upper, `${successes} of ${trials}, upper:`);
    }
  });

  it("is what R's binom.test gives for 682 of 925", () => {
    // https://stat.ethz.ch/R-manual/R-devel/library/stats/html/binom.test.html
    const { lower, upper } = clopperPearson(682, 925);
    expect([lower.toFixed(7), upper.toFixed(7)]).toEqual(["0.7076683", "0.7654066"]);
  });

  it("covers at least as often as it says, where Wilson's does not", () => {
    const covered = (interval: typeof wilson, n: number, p: number) => {
      let share = 0;
      for (let k = 0; k <= n; k++) {
        const { lower, upper } = interval(k, n);
        const mass = binomialSurvival(k, n, p) - (k === n ? 0 : binomialSurvival(k + 1, n, p));
        if (lower <= p && p <= upper) share += mass;
      }
      return share;
    };
    const places = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);
    expect(Math.min(...places.map((p) => covered(clopperPearson, 20, p)))).toBeGreaterThanOrEqual(0.95);
    expect(Math.min(...places.map((p) => covered(wilson, 20, p)))).toBeLessThan(0.95);
  });

  it("refuses counts and confidences that are none", () => {
    expect(() => clopperPearson(8, 7)).toThrow("clopperPearson: successes 8, needs a whole number from 0 to 7");
    expect(() => clopperPearson(0, 0)).toThrow("clopperPearson: trials 0, needs a whole number from 1");
    expect(() => clopperPearson(1, 7, { confidence: 95 })).toThrow("clopperPearson: confidence 95");
  });
});

describe("passAtK", () => {
  it(`agrees with exact fractions on ${values.pass.length} questions`, () => {
    for (const [right, answers, k, value] of values.pass) expectClose(passAtK(right, answers, k), value);
  });

  it("is the share of right answers for one answer, and 1 where too few are wrong", () => {
    expect(passAtK(3, 10, 1)).toBeCloseTo(0.3, 15);
    expect(passAtK(3, 10, 8)).toBe(1);
    expect(passAtK(0, 10, 8)).toBe(0);
  });

  it("refuses more right answers than answers, as an exchange of the two has, and k beyond the answers", () => {
    expect(() => passAtK(5, 2, 2)).toThrow("passAtK: successes 5, needs a whole number from 0 to 2");
    expect(() => passAtK(2, 5, 6)).toThrow("passAtK: k 6, needs a whole number from 1 to 5");
  });
});

describe("cohensKappa", () => {
  it(`agrees with scikit-learn on ${values.kappa.length} pairs of lists, in either order`, () => {
    for (const { first, second, kappa } of values.kappa) {
      expectClose(cohensKappa(first, second), kappa);
      expectClose(cohensKappa(second, first), kappa);
    }
  });

  it("is 0 where both say the same of all, and refuses lists that do not match", () => {
    expect(cohensKappa(["a", "a"], ["a", "a"])).toBe(0);
    expect(cohensKappa(["a", "b"], ["a", "b"])).toBe(1);
    expect(() => cohensKappa(["a"], ["a", "b"])).toThrow("cohensKappa: 1 first labels but 2 second labels");
    expect(() => cohensKappa([1, 0], ["1", "0"])).toThrow("cohensKappa: second[0] is");
  });
});

describe("bleu by orders", () => {
  it(`agrees with sacrebleu on ${values.bleu.length} pairs, as sentences and as corpora`, () => {
    for (const [output, reference, order, sentence, corpus] of values.bleu) {
      expectClose(bleu(output, reference, { order }), sentence, `${output}, ${order}`);
      expectClose(bleu([output], [reference], { order }), corpus, `corpus ${output}, ${order}`);
    }
  });

  it("is that of four unless told, and refuses an order that is none", () => {
    expect(bleu("the cat sat on the mat", "the cat sat on a mat", { order: 4 })).toBe(
      bleu("the cat sat on the mat", "the cat sat on a mat"),
    );
    expect(() => bleu("a", "a", { order: 0 })).toThrow("bleu: order 0, needs a whole number from 1");
  });
});
