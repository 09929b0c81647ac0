import { bimodality } from "@emergence/lib/measures";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";
import { dip } from "../../../../lib/measures/seeds/dip";
import { twoNormals } from "../../../../lib/measures/seeds/twoNormals";
import { dips, mixtures } from "../../../fixtures/measures/thresholds.json";
import { expectMisses, farthest } from "../../chance";

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
/** Called two heaps, or not one normal heap, among experiments of one scores' distribution. */
function called(n: number, experiments: number, draw: (source: ReturnType<typeof random>) => number) {
  let [two, other] = [0, 0];
  for (let seed = 1; seed <= experiments; seed++) {
    const source = random(1000 * n + seed);
    const found = bimodality(
      Array.from({ length: n }, () => draw(source)),
      { replicates: 99, seed },
    );
    if (found.kind === "bimodality" && found.verdict === "two heaps") two++;
    if (found.kind === "bimodality" && found.mixture.p <= 0.05) other++;
  }
  return { two, other };
}

describe("bimodality", () => {
  it(`has the dip of the program diptest for ${dips.length} samples, with and without ties`, () => {
    for (const { scores, dip: expected } of dips) expect(dip(sorted(scores))).toBeCloseTo(expected, 13);
  });

  it("has p values as far from those of 10,000 samples of the program diptest as chance explains", () => {
    const replicates = 999;
    const tested = dips.filter(({ p }) => p !== undefined) as { scores: number[]; p: number }[];
    for (const [i, { scores, p }] of tested.entries()) {
      const found = bimodality(scores, { replicates, seed: i });
      if (found.kind === "failed") throw new Error(found.reason);
      const error = Math.sqrt((p * (1 - p) + 1 / replicates) * (1 / 10000 + 1 / replicates));
      expect(Math.abs(found.dip.p - p) / error).toBeLessThan(farthest(tested.length));
    }
  });

  it("has the two normal distributions of one width that scikit-learn finds from 20 starts, or likelier ones", () => {
    for (const { scores, gain, means, shares, deviation } of mixtures) {
      const found = twoNormals(sorted(scores));
      expect(found.gain).toBeGreaterThan(gain - 1e-4);
      if (Math.abs(found.gain - gain) > 1e-4) continue;
      for (const [j, heap] of found.heaps.entries()) {
        expect(heap.mean).toBeCloseTo(means[j] as number, 2);
        expect(heap.share).toBeCloseTo(shares[j] as number, 2);
      }
      expect(found.deviation).toBeCloseTo(deviation, 2);
    }
  });

  it("depends neither on order, unit nor origin, and gives the same for the same seed", () => {
    const scores = [0.1, 0.2, 0.9, 0.95, 0.15, 0.85, 0.12, 0.99, 0.3];
    const found = bimodality(scores, { replicates: 49 });
    expect(bimodality([...scores].reverse(), { replicates: 49 })).toEqual(found);
    const moved = bimodality(
      scores.map((one) => 1e6 - 1e3 * one),
      { replicates: 49 },
    );
    if (found.kind === "failed" || moved.kind === "failed") throw new Error("failed");
    expect(moved.dip.p).toBe(found.dip.p);
    expect(moved.mixture.statistic).toBeCloseTo(found.mixture.statistic, 5);
    expect(moved.mixture.heaps[0].mean).toBeCloseTo(1e6 - 1e3 * found.mixture.heaps[1].mean, 1);
  });

  it("calls one heap two in at most 5 of 100 experiments, normal, uniform or skewed, at 9, 10 and 50 seeds", () => {
    for (const n of [9, 10, 50]) {
      const experiments = n === 50 ? 25 : 60;
      const heaps = [called(n, experiments, (s) => s.normal()), called(n, experiments, (s) => s.uniform())];
      for (const { two } of heaps) expectMisses(two, experiments, 0.05, `${n} seeds`);
      expectMisses(heaps[0]?.other ?? experiments, experiments, 0.05, `mixture, ${n} seeds`);
      expectMisses(called(n, experiments, (s) => -Math.log(1 - s.uniform())).two, experiments, 0.05, `skewed, ${n}`);
    }
  });

  it("finds two heaps as often as its comment says", () => {
    for (const [n, power] of [
      [10, 0.8],
      [25, 0.99],
    ] as const) {
      const { two } = called(n, 40, (s) => s.normal() + (s.uniform() < 0.5 ? 30 : 0));
      expectMisses(40 - two, 40, 1 - power, `${n} seeds`);
    }
  });

  it("fails for equal scores, and says what it needs", () => {
    expect(bimodality([1, 1, 1, 1, 1])).toEqual({
      kind: "failed",
      reason: "all 5 scores are equal: one value is no distribution",
    });
    expect(() => bimodality([1, 2, 3, 4])).toThrow("bimodality: 4 scores, needs at least 5");
    expect(() => bimodality([1, 2, 3, 4, Number.NaN])).toThrow(/bimodality: scores\[4\] is NaN/);
    expect(() => bimodality([1, 2, 3, 4, 5], { alpha: 1 })).toThrow(/alpha 1/);
    expect(() => bimodality([1, 2, 3, 4, 5], { replicates: 0 })).toThrow(/replicates 0/);
  });
});
