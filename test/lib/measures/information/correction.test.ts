import {
  activeInformation,
  conditionalMutualInformation,
  type Distribution,
  distribution,
  entropy,
  fromSamples,
  mutualInformation,
  oInformation,
  totalCorrelation,
} from "@emergence/lib/measures";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

const millerMadow = { correction: "millerMadow" } as const;
/** One row per count: letter i as often as the count says. */
const rowsOf = (counts: readonly number[]) => counts.flatMap((count, i) => Array<string[]>(count).fill([String(i)]));

describe("the correction of Miller and Madow", () => {
  it("gives the entropies of R's package entropy for its example", () => {
    // https://strimmerlab.github.io/software/entropy/ (entropy.empirical, entropy.MillerMadow)
    const d = fromSamples(rowsOf([4, 2, 3, 0, 2, 4, 0, 0, 2, 1, 1]));
    expect(entropy(d, { unit: "nats" }).toFixed(6)).toBe("1.968382");
    expect(entropy(d, { unit: "nats", ...millerMadow }).toFixed(6)).toBe("2.152593");
  });

  it("takes away most of the bias, on average over samples", () => {
    const letters = 8;
    const [n, replicates] = [40, 600];
    const source = random(11);
    const found = Array.from({ length: replicates }, () => {
      const d = fromSamples(Array.from({ length: n }, () => [source.integer(1, letters)]));
      return { plain: entropy(d) - 3, corrected: entropy(d, millerMadow) - 3 };
    });
    const mean = (of: (one: (typeof found)[0]) => number) => found.reduce((sum, one) => sum + of(one), 0) / replicates;
    const spread = Math.sqrt(mean(({ plain }) => plain ** 2) - mean(({ plain }) => plain) ** 2);
    // The first order is 7 / (2 n) nats; the second is 1 / (12 n^2) (1 - sum of 1 / p) nats, some .005 bits.
    expect(mean(({ plain }) => plain)).toBeLessThan(-0.1);
    expect(Math.abs(mean(({ corrected }) => corrected))).toBeLessThan(0.006 + (4 * spread) / Math.sqrt(replicates));
  });

  const pairs = Array.from({ length: 30 }, (_, i) => [(i * 7) % 3, (i * i) % 4, i % 2]);
  const seen = (...places: number[]) => new Set(pairs.map((row) => places.map((v) => row[v]).join())).size;
  const lost = (...places: number[]) => (seen(...places) - 1) / (2 * pairs.length * Math.LN2);
  const d = fromSamples(pairs);

  it("enters each measure through the entropies that it consists of", () => {
    const gain = (measure: (d: Distribution, options?: object) => number) => measure(d, millerMadow) - measure(d);
    expect(gain((of, options) => mutualInformation(of, 0, 1, options))).toBeCloseTo(lost(0) + lost(1) - lost(0, 1), 12);
    expect(gain((of, options) => conditionalMutualInformation(of, 0, 1, 2, options))).toBeCloseTo(
      lost(0, 2) + lost(1, 2) - lost(0, 1, 2) - lost(2),
      12,
    );
    expect(gain(totalCorrelation)).toBeCloseTo(lost(0) + lost(1) + lost(2) - lost(0, 1, 2), 12);
    expect(gain(oInformation)).not.toBeCloseTo(0, 3);
    expect(gain((of, options) => entropy(of, { groups: [[0, 1]], ...options }))).toBeCloseTo(lost(0, 1), 12);
  });

  it("is that of the measures of series", () => {
    const series = pairs.map(([, symbol]) => symbol as number);
    const steps = fromSamples(series.slice(1).map((next, t) => [next, series[t] as number]));
    expect(mutualInformation(steps, 0, 1, millerMadow)).toBeCloseTo(activeInformation(series, millerMadow), 12);
  });

  it("needs the number of samples, which a distribution given by its probabilities lacks", () => {
    expect(d.samples).toBe(30);
    expect(() => entropy(distribution(["0", "1"], [0.5, 0.5]), millerMadow)).toThrow(
      'entropy: correction "millerMadow" of a distribution without a number of samples, needs one made by `fromSamples`',
    );
    expect(() => entropy(d, { correction: "miller" as never })).toThrow('entropy: correction "miller", needs one of');
  });
});
