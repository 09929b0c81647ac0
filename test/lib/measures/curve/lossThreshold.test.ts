import { lossThreshold } from "@emergence/lib/measures";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";
import { thresholds } from "../../../fixtures/measures/thresholds.json";
import { expectMisses } from "../../chance";

const close = (got: number, expected: number, relative: number) =>
  expect(Math.abs(got - expected)).toBeLessThan(relative * Math.abs(expected));

const chance = 0.25;
/** Models at random losses from 2.5 to 5.5 that scatter about a curve above chance, the more the higher it is. */
function experiments(count: number, models: number, above: (loss: number) => number) {
  return Array.from({ length: count }, (_, k) => {
    const source = random(1000 * models + k);
    const loss = Array.from({ length: models }, () => 2.5 + 3 * source.uniform() ** 1.5);
    const score = loss.map((l) => source.binomial(1000, chance + above(l) * (1 + 0.08 * source.normal())) / 1000);
    return lossThreshold(loss, score, { chance, trials: 1000, replicates: 99, seed: k });
  });
}

describe("lossThreshold", () => {
  it("agrees with brute force by numpy, scipy's logistic curves and statsmodels' regression on size", () => {
    for (const one of thresholds) {
      const found = lossThreshold(one.loss, one.score, {
        chance: one.chance,
        trials: 1000,
        size: one.size,
        replicates: 19,
        alpha: 0.001, // with 19 replicates nothing falls below it: only `before` can reject
      });
      close(found.flat.statistic, one.flat, 1e-6);
      close(found.line.statistic, one.line, 1e-6);
      expect(found.smooth.statistic).toBeCloseTo(one.smooth, 4);
      expect(found.before.models).toBe(one.before.models);
      expect(found.before.mean).toBeCloseTo(one.before.mean, 12);
      expect(found.before.standardError).toBeCloseTo(one.before.standardError, 12);
      expect(found.before.p).toBeCloseTo(one.beforeP, 10);
    }
  });

  it("has the place of brute force, and the effect of size at equal loss", () => {
    for (const one of thresholds.slice(0, 1)) {
      const options = { chance: one.chance, trials: 1000, size: one.size, replicates: 99 };
      const found = lossThreshold(one.loss, one.score, options);
      if (found.kind === "failed") throw new Error(found.reason);
      expect(found.loss).toBeCloseTo(one.threshold, 6);
      expect(found.interval.lower).toBeLessThan(found.loss);
      expect(found.interval.upper).toBeGreaterThan(found.loss);
      close(found.size?.mean as number, one.sizeEffect.mean, 1e-4);
      close(found.size?.standardError as number, one.sizeEffect.standardError, 1e-4);
      close(found.size?.p as number, one.sizeEffect.p, 1e-4);
    }
  });

  it("depends neither on the order of the models nor on the unit of loss", () => {
    const loss = Array.from({ length: 30 }, (_, i) => 5 - 0.1 * i);
    const score = loss.map((l, i) => 0.25 + 0.2 * Math.max(0, 3.5 - l) + 0.004 * Math.sin(9 * i * i));
    const options = { chance, trials: 1000, replicates: 49 };
    const found = lossThreshold(loss, score, options);
    const turned = lossThreshold([...loss].reverse(), [...score].reverse(), options);
    const scaled = lossThreshold(
      loss.map((l) => l / Math.LN2),
      score,
      options,
    );
    if (found.kind === "failed" || turned.kind === "failed" || scaled.kind === "failed") throw new Error("failed");
    expect(turned.loss).toBeCloseTo(found.loss, 6);
    expect(scaled.loss).toBeCloseTo(found.loss / Math.LN2, 6);
    expect(scaled.line.statistic).toBeCloseTo(found.line.statistic, 5);
  });

  it("says why there is no threshold", () => {
    const loss = Array.from({ length: 30 }, (_, i) => 5 - 0.1 * i);
    const reason = (curve: (l: number) => number, trials = 1000) => {
      const source = random(7);
      const score = loss.map((l) => Math.max(0, curve(l) + 0.004 * source.normal()));
      const found = lossThreshold(loss, score, { chance, trials, replicates: 199 });
      return found.kind === "failed" ? found.reason : found.kind;
    };
    expect(reason(() => 0.25)).toMatch(/do not rise above chance 0.25/);
    expect(reason((l) => 0.25 + 0.1 * (l - 2))).toMatch(/a straight line in loss describes/);
    expect(reason((l) => 0.25 + 0.1 * (5.3 - l))).toMatch(/a straight line in loss describes/);
    expect(reason((l) => 0.1 + 0.2 * Math.max(0, 3.5 - l))).toMatch(
      /before the best place, a loss of .*, are below chance 0.25: mean 0.1/,
    );
    expect(reason((l) => 0.27 + 0.2 * Math.max(0, 3.5 - l), 20_000)).toMatch(
      /are above chance 0.25 already: mean 0.27/,
    );
    expect(reason((l) => 0.25 + 0.5 / (1 + Math.exp((l - 3) / 0.25)))).toMatch(
      /a smooth curve that comes down to chance/,
    );
    expect(reason((l) => 0.25 + 0.2 * Math.max(0, 3.5 - l))).toBe("threshold");
  });

  it("says whether size matters at equal loss", () => {
    const source = random(3);
    const loss = Array.from({ length: 60 }, (_, i) => 5 - 0.05 * i);
    const size = loss.map((l) => 12 - l + source.normal());
    const score = loss.map((l, i) =>
      l < 3.8 ? 0.25 + 0.2 * (3.8 - l) + 0.02 * (size[i] as number) - 0.18 : 0.25 + 0.004 * source.normal(),
    );
    const found = lossThreshold(loss, score, { chance, trials: 1000, size, replicates: 49, alpha: 0.1 });
    if (found.kind === "failed") throw new Error(found.reason);
    expect(found.size?.p).toBeLessThan(0.001);
    expect(found.size?.mean).toBeCloseTo(0.02, 2);
    expect(lossThreshold(loss, score, { chance, trials: 1000, size: loss, replicates: 49 })).toMatchObject({
      size: undefined,
    });
  });

  it("calls curves without a threshold one in at most 5 of 100 experiments, at 35 and 104 models", () => {
    for (const models of [35, 104]) {
      const n = models === 104 ? 5 : 15;
      const calls = (above: (loss: number) => number) =>
        experiments(n, models, above).filter(({ kind }) => kind === "threshold").length;
      expectMisses(
        calls(() => 0),
        n,
        0.05,
        `chance, ${models}`,
      );
      expectMisses(
        calls((l) => 0.12 * (5.5 - l)),
        n,
        0.05,
        `line, ${models}`,
      );
    }
  });

  it("finds a threshold as often as its comment says, with intervals that cover it", () => {
    const found = experiments(15, 104, (l) => 0.27 * Math.max(0, 3.8 - l));
    const kept = found.flatMap((one) => (one.kind === "threshold" ? [one] : []));
    expectMisses(15 - kept.length, 15, 1 - 0.98);
    expectMisses(kept.filter(({ interval: { lower, upper } }) => lower > 3.8 || upper < 3.8).length, kept.length, 0.07);
  });

  it("says what it needs", () => {
    const loss = [1, 2, 3, 4, 5, 6, 7, 8];
    const score = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.25];
    const options = { chance, trials: 100 };
    expect(() => lossThreshold(loss.slice(1), score.slice(1), options)).toThrow(
      "lossThreshold: 7 models, needs at least 8",
    );
    expect(() => lossThreshold([1, 1, 1, 1, 2, 2, 2, 2], score, options)).toThrow(
      /2 different losses, needs at least 6/,
    );
    expect(() => lossThreshold(loss, [57, ...score.slice(1)], options)).toThrow(
      /score\[0\] 57, needs a number from 0 to 1/,
    );
    expect(() => lossThreshold(loss, score, { chance, trials: 0.5 })).toThrow(/trials 0.5, needs a whole number/);
    expect(() => lossThreshold(loss, score, { chance, trials: [1, 2] })).toThrow(/8 losses but 2 trials/);
    expect(() => lossThreshold(loss, score.slice(1), options)).toThrow("8 losses but 7 scores");
  });
});
