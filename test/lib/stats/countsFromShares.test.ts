import { curves, fitBinomial } from "@emergence/lib/fit";
import { metricSensitivity, monotonicityTest, weiThreshold } from "@emergence/lib/measures";
import { wilson } from "@emergence/lib/metrics";
import { binomialSurvival, countsFromShares, random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

describe("countsFromShares", () => {
  it("gives back every count from its share, printed to as many digits as tell it", () => {
    const { integer } = random(3);
    for (let round = 0; round < 2000; round++) {
      const n = integer(1, 5000);
      const digits = Math.ceil(Math.log10(n)) + integer(1, 4);
      const counts = Array.from({ length: 5 }, () => integer(0, n));
      expect(
        countsFromShares(
          counts.map((k) => Number((k / n).toFixed(digits))),
          n,
        ),
      ).toEqual(counts);
      expect(
        countsFromShares(
          counts.map((k) => Number(((100 * k) / n).toFixed(digits))),
          n,
          { percent: true },
        ),
      ).toEqual(counts);
      // And from shares that are not printed but computed.
      expect(
        countsFromShares(
          counts.map((k) => k / n),
          n,
        ),
      ).toEqual(counts);
    }
  });
  it("gives back every count from shares that are printed to so many significant digits, the smallest with more decimals than the others", () => {
    expect(countsFromShares([0.581215, 0.000776247, 0.0333786], 5153)).toEqual([2995, 4, 172]);
    const { integer } = random(4);
    for (let round = 0; round < 500; round++) {
      const n = integer(1000, 15_000);
      const counts = [...Array.from({ length: 4 }, () => integer(0, n)), integer(1, 9)];
      const shares = counts.map((k) => Number((k / n).toPrecision(6)));
      expect(countsFromShares(shares, n)).toEqual(counts);
    }
    expect(() => countsFromShares([0.581215, 0.00077, 0.0333786], 5153)).toThrow(
      "shares[1] 0.00077 is not a proportion",
    );
  });
  it("takes shares of questions that are not 100, and one number of trials per share", () => {
    expect(countsFromShares([0.33, 0.5, 0.67], 60)).toEqual([20, 30, 40]);
    expect(countsFromShares([0.57, 0.457], [100, 35])).toEqual([57, 16]);
    expect(countsFromShares([45.69], 19 * 47, { percent: true })).toEqual([408]);
  });
  it.each<[string, () => unknown, string]>([
    [
      "a share that no count gives",
      () => countsFromShares([0.35, 0.4], 10),
      "countsFromShares: shares[0] 0.35 is not a proportion of 10 questions, needs a whole count over 10",
    ],
    ["a percentage", () => countsFromShares([57], 100), "needs a whole count over 100, from 0 to 1; percentages by"],
    ["a share below 0", () => countsFromShares([-0.1], 10), "shares[0] -0.1 is not a proportion of 10 questions"],
    ["ragged input", () => countsFromShares([0.1, 0.2], [10]), "countsFromShares: 2 shares but 1 trials"],
    ["half a question", () => countsFromShares([0.1], 9.5), "countsFromShares: trials[0] 9.5, needs a whole number"],
    ["no number", () => countsFromShares([Number.NaN], 10), "shares[0] is NaN, needs a number"],
  ])("rejects %s", (_, run, message) => expect(run).toThrow(message));
});

// Accuracies on AQuA of 100 questions, as printed, after github.com/sohv/inverse-scaling-cot: .57 * 100 is 56.99999999999999.
describe("functions of counts agree on what they take", () => {
  const x = [1, 2, 3, 4];
  const trials = [100, 100, 100, 100];
  const exact = [19, 39, 57, 58];
  const computed = [0.19, 0.39, 0.57, 0.58].map((share) => share * 100);
  const takers: [string, (counts: number[]) => unknown][] = [
    ["weiThreshold", (counts) => weiThreshold(x, counts, trials, { chance: 0.2 })],
    ["monotonicityTest", (counts) => monotonicityTest(counts, trials)],
    ["monotonicityTest with x", (counts) => monotonicityTest(x, counts, trials)],
    ["binomialSurvival", (counts) => counts.map((k, i) => binomialSurvival(k, trials[i] as number, 0.2))],
    ["wilson", (counts) => counts.map((k, i) => wilson(k, trials[i] as number))],
    ["fitBinomial", (counts) => JSON.stringify(fitBinomial(curves.logistic, x, counts, trials, { fixed: { L: 1 } }))],
  ];
  it("rounding is there to be taken off", () => expect(computed[2]).not.toBe(57));
  it.each(takers)("%s takes rounding off a count", (_, of) => expect(of(computed)).toEqual(of(exact)));
  it.each(takers)("%s: what is no count is told how to become one", (_, of) => {
    expect(() => of([8.69, 39, 57, 58])).toThrow(/8\.69, needs a whole number .*countsFromShares\(shares, trials\)/);
    expect(() => of([0.19, 0.39, 0.57, 0.58])).toThrow(/0\.19, needs a whole number from 0 to 100.*Shares \(\.57\)/);
    expect(() => of([19, 39, 57, 101])).toThrow(/101, needs a whole number from 0 to 100/);
  });
  it("metricSensitivity takes the shares of the same counts, to their printed digits", () => {
    const of = (scores: number[], n: number | number[]) => metricSensitivity(x, { exact: { scores, trials: n } });
    expect(of([0.19, 0.39, 0.57, 0.58], 100)[0]?.scoreInterval).toEqual(
      of(
        exact.map((k) => k / 100),
        trials,
      )[0]?.scoreInterval,
    );
    const counted = metricSensitivity(x, { exact: { successes: computed, trials: 100 } });
    expect(counted).toEqual(of([0.19, 0.39, 0.57, 0.58], 100));
    expect(() => metricSensitivity(x, { exact: { successes: [8.69, 9, 10, 11], trials: 19 } })).toThrow(
      'metricSensitivity: "exact": successes[0] 8.69, needs a whole number from 0 to 19',
    );
    expect(() => metricSensitivity(x, { exact: { successes: [1, 2, 3], trials: 19 } })).toThrow();
    expect(of([0.33, 0.5, 0.67, 0.83], 60)[0]?.sharpness).toBeDefined();
    expect(() => of([0.335, 0.5, 0.67, 0.83], 60)).toThrow("is not a proportion of 60 questions");
  });
});
