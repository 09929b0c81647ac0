import { compare, curves, type Fit, type FitResult, fit, fTest, likelihoodRatio, vuong } from "@emergence/lib/fit";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

function found<Name extends string>(result: FitResult<Name>): Fit<Name> {
  if (result.kind === "failed") throw new Error(result.reason);
  return result;
}

const x = Array.from({ length: 30 }, (_, i) => i / 3);
const { normal } = random(8);
const y = x.map((value) => curves.logistic.value(value, { L: 1, k: 1.2, x0: 5 }) + 0.03 * normal());
const [line, cubic, logistic, logistic4, gompertz, step] = [
  found(fit(curves.line, x, y)),
  found(fit(curves.polynomial(3), x, y)),
  found(fit(curves.logistic, x, y)),
  found(fit(curves.logistic4, x, y)),
  found(fit(curves.gompertz, x, y)),
  found(fit(curves.step, x, y)),
] as const;

describe("information criteria", () => {
  it("carry all constants and count sigma", () => {
    const logLikelihood = -15 * (Math.log((2 * Math.PI * logistic.rss) / 30) + 1);
    expect(logistic.logLikelihood).toBeCloseTo(logLikelihood, 9);
    expect(logistic.aic).toBeCloseTo(8 - 2 * logLikelihood, 9);
    expect(logistic.aicc).toBeCloseTo(8 - 2 * logLikelihood + 40 / 25, 9);
    expect(logistic.bic).toBeCloseTo(4 * Math.log(30) - 2 * logLikelihood, 9);
    expect(logistic.logLikelihoods().reduce((sum, value) => sum + value, 0)).toBeCloseTo(logLikelihood, 9);
  });
});

describe("compare", () => {
  it("orders by AICc, with weights that add up to 1", () => {
    const rows = compare([line, logistic4, step, logistic, gompertz]);
    expect(rows[0]?.name).toMatch(/^logistic/);
    expect(rows.map(({ delta }) => delta)).toEqual([...rows.map(({ delta }) => delta)].sort((a, b) => a - b));
    expect(rows.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(rows[0]?.delta).toBe(0);
    expect(rows.find(({ name }) => name === "line")?.k).toBe(3);
  });

  it("puts a failed fit last with its reason", () => {
    const rows = compare([{ kind: "failed", name: "hill", reason: "why not", parameters: {} }, line]);
    expect(rows[1]).toMatchObject({ name: "hill", weight: 0, failed: "why not" });
  });

  it("refuses different data, no fits, and likelihoods of two kinds", () => {
    const other = found(
      fit(
        curves.line,
        x,
        y.map((value) => 2 * value),
      ),
    );
    expect(() => compare([line, other])).toThrow("fits of different data");
    expect(() => compare([])).toThrow("none of them a fit");
  });
});

describe("tests between nested models", () => {
  it("likelihood ratio and F agree with R's anova on the same models", () => {
    // F = ((rss1 - rss3) / 2) / (rss3 / 26): from the sums alone.
    const statistic = (line.rss - cubic.rss) / 2 / (cubic.rss / 26);
    expect(fTest(line, cubic)).toMatchObject({ degreesOfFreedom: [2, 26] });
    expect(fTest(line, cubic).statistic).toBeCloseTo(statistic, 10);
    expect(likelihoodRatio(line, cubic).statistic).toBeCloseTo(30 * Math.log(line.rss / cubic.rss), 8);
    expect(fTest(line, cubic).p).toBeLessThan(1e-6);
  });

  it("of a model with a needless parameter are uniform in p: one in twenty below 0.05", () => {
    const straight = Array.from({ length: 400 }, (_, seed) => {
      const draw = random(seed + 1);
      const noisy = x.map((value) => value + draw.normal());
      return fTest(found(fit(curves.line, x, noisy)), found(fit(curves.polynomial(2), x, noisy))).p;
    });
    const below = straight.filter((p) => p < 0.05).length / 400;
    expect(below).toBeGreaterThan(0.02);
    expect(below).toBeLessThan(0.085);
  });

  it("refuse models that are not nested by count", () => {
    expect(() => fTest(cubic, line)).toThrow("line has -2 more parameters than polynomial(3), needs at least 1 more");
    expect(() => likelihoodRatio(logistic, gompertz)).toThrow("0 more parameters");
  });
});

describe("vuong", () => {
  it("prefers the model that made the data, and changes sign with the order", () => {
    const result = vuong(logistic, step);
    expect(result.prefers).toBe("logistic");
    expect(result.p).toBeLessThan(0.01);
    expect(vuong(step, logistic).statistic).toBeCloseTo(-result.statistic, 10);
  });

  it("of a model with itself tells nothing", () => {
    expect(vuong(logistic, logistic)).toMatchObject({ statistic: 0, p: 1, prefers: "" });
  });
});
