import { type SeedRun, successProbability } from "@emergence/lib/measures";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";
import { successes as cases } from "../../../fixtures/measures/thresholds.json";
import { expectMisses } from "../../chance";

const runsOf = (scales: readonly number[], successes: readonly number[], trials: number): SeedRun[] =>
  scales.flatMap((scale, i) =>
    Array.from({ length: trials }, (_, seed) => ({ scale, success: seed < (successes[i] as number) })),
  );

/** Verdicts of experiments with these probabilities of success. */
function verdicts(p: readonly number[], seeds: number, experiments: number): string[] {
  return Array.from({ length: experiments }, (_, k) => {
    const source = random(500 * seeds + k);
    const successes = p.map((one) => source.binomial(seeds, one));
    return successProbability(runsOf([0, 1, 2, 3, 4], successes, seeds), { replicates: 99, seed: k }).verdict;
  });
}

const count = (list: readonly string[], ...words: string[]) => list.filter((one) => words.includes(one)).length;

describe("successProbability", () => {
  it("agrees with statsmodels: Wilson's intervals, logistic regression, its deviance and trend, and the best step by brute force", () => {
    for (const one of cases) {
      const found = successProbability(runsOf(one.scales, one.successes, one.trials), { replicates: 19 });
      for (const [i, { lower, upper, successes, runs }] of found.shares.entries()) {
        expect([successes, runs]).toEqual([one.successes[i], one.trials]);
        expect(lower).toBeCloseTo(one.lower[i] as number, 12);
        expect(upper).toBeCloseTo(one.upper[i] as number, 12);
      }
      const { curve } = found;
      if (curve.kind === "failed") throw new Error(curve.reason);
      expect(curve.parameters.k).toBeCloseTo(one.steepness, 6);
      expect(curve.parameters.x0).toBeCloseTo(one.midpoint, 6);
      expect(curve.standardErrors.k).toBeCloseTo(one.steepnessError, 5);
      expect(found.smooth.deviance).toBeCloseTo(one.smooth, 8);
      expect(found.step.deviance).toBeCloseTo(one.step, 8);
      expect(found.step.place).toBe(one.place);
      expect(Math.abs(found.trendP / one.trendP - 1)).toBeLessThan(1e-6);
    }
  });

  it("tells a rise from a fall, whatever the order of the runs", () => {
    const up = runsOf([4, 5, 6, 7, 8], [0, 2, 4, 9, 9], 9);
    const found = successProbability(up);
    expect(found).toMatchObject({ direction: "rises", verdict: "smooth" });
    expect(successProbability([...up].reverse()).shares).toEqual(found.shares);
    const down = runsOf([4, 5, 6, 7, 8], [9, 4, 1, 0, 0], 9);
    expect(successProbability(down)).toMatchObject({ direction: "falls", verdict: "smooth" });
    expect(successProbability(runsOf([1, 2, 3], [4, 5, 4], 9))).toMatchObject({ direction: "flat" });
  });

  it("does not decide where the shares go from none to all between two scales, and leaves the steepness open", () => {
    const found = successProbability(runsOf([4, 5, 6, 7, 8], [0, 0, 9, 9, 9], 9));
    expect(found).toMatchObject({ verdict: "undecided", direction: "rises" });
    expect(found.curve.kind === "fit" && found.curve.identifiable).toBe(false);
  });

  it("calls a step smooth, and a smooth curve a step, in at most 5 of 100 experiments; neither without a trend", {
    tags: ["slow"],
  }, () => {
    for (const seeds of [9, 90]) {
      const n = seeds === 9 ? 30 : 15;
      expectMisses(count(verdicts([0.1, 0.1, 0.9, 0.9, 0.9], seeds, n), "smooth", "neither"), n, 0.05, `step ${seeds}`);
      expectMisses(
        count(verdicts([0.03, 0.2, 0.5, 0.8, 0.97], seeds, n), "step", "neither"),
        n,
        0.05,
        `smooth ${seeds}`,
      );
    }
    expectMisses(count(verdicts([0.5, 0.5, 0.5, 0.5, 0.5], 9, 30), "step", "smooth"), 30, 0.05, "flat");
  });

  it("finds either as often as its comment says", () => {
    const n = 25;
    expectMisses(n - count(verdicts([0.03, 0.2, 0.5, 0.8, 0.97], 25, n), "smooth"), n, 1 - 0.97, "smooth");
    expectMisses(n - count(verdicts([0.1, 0.1, 0.9, 0.9, 0.9], 25, n), "step"), n, 1 - 0.95, "step");
  });

  it("says what it needs", () => {
    expect(() => successProbability(runsOf([1, 2], [1, 2], 3))).toThrow(
      "successProbability: runs of 2 scales, needs at least 3 for a curve over scale",
    );
    const loss = [{ scale: 1, success: 0.2 }] as unknown as SeedRun[];
    expect(() => successProbability(loss)).toThrow(
      "successProbability: runs[0].success 0.2, needs true or false, such as loss < 0.1",
    );
    expect(() => successProbability([{ scale: Number.NaN, success: true }])).toThrow(/runs\[0\]\.scale NaN/);
  });
});
