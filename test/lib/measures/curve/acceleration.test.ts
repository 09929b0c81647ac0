import { unwrap } from "@emergence/lib/core";
import { acceleration } from "@emergence/lib/measures";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";
import { accelerations, accelerationsOfRates } from "../../../fixtures/measures/thresholds.json";
import { expectMisses } from "../../chance";

const shares = (successes: readonly number[], trials: readonly number[]) =>
  successes.map((k, i) => k / (trials[i] as number));

/** Experiments whose F has a curvature and a scatter; sizes over two decades, 10,000 tries each. */
function experiments(count: number, sizes: number, curvature: number, scatter: number) {
  const z = Array.from({ length: sizes }, (_, i) => Math.log(100) * (i / (sizes - 1) - 0.5));
  return Array.from({ length: count }, (_, k) => {
    const source = random(100 * sizes + k);
    const f = z.map((one) => 0.5 - 0.5 * one + (curvature * one * one) / 2 + scatter * source.normal());
    const found = acceleration(
      z.map((one) => 1e9 * Math.exp(one)),
      f.map((one) => source.binomial(10_000, Math.exp(-Math.exp(one))) / 10_000),
      { trials: 10_000 },
    );
    if (found.kind === "failed") throw new Error(found.reason);
    return found;
  });
}

/** Agreement with another program, to so many decimals. */
function expectAgreement(
  result: ReturnType<typeof acceleration>,
  other: Omit<(typeof accelerationsOfRates)[number], "rates">,
  decimals: { readonly estimates: number; readonly others: number },
): void {
  const { curvature, p, exponent } = unwrap(result);
  expect(curvature.mean).toBeCloseTo(other.curvature, decimals.estimates);
  expect(curvature.standardError).toBeCloseTo(other.standardError, decimals.others);
  expect(curvature.lower).toBeCloseTo(other.lower, decimals.others);
  expect(curvature.upper).toBeCloseTo(other.upper, decimals.others);
  expect(p).toBeCloseTo(other.p, decimals.others);
  expect(exponent.mean).toBeCloseTo(other.exponent, decimals.estimates);
  expect(exponent.standardError).toBeCloseTo(other.exponentError, decimals.others);
}

describe("acceleration", () => {
  it("agrees with statsmodels' regression of the failures with a complementary log-log link, and scipy's profile", () => {
    for (const one of accelerations) {
      const found = acceleration(one.scale, shares(one.successes, one.trials), { trials: one.trials });
      expectAgreement(found, one, { estimates: 7, others: 6 });
      expect(Math.abs((unwrap(found).dispersion as number) / one.dispersion - 1)).toBeLessThan(1e-5);
    }
  });

  it("is below 0 for rates that rise faster than their law, above 0 for slower ones, and 0 for exp(-c / N^alpha)", () => {
    const sizes = [1e7, 1e8, 1e9, 1e10, 1e11];
    const at = (exponent: (step: number) => number) =>
      acceleration(
        sizes,
        sizes.map((_, i) => Math.round(1e8 * Math.exp(-4 * Math.exp(-exponent(i)))) / 1e8),
        { trials: 1e8 },
      );
    expect(at((i) => 0.5 * i)).toMatchObject({ kind: "acceleration", verdict: "undecided" });
    expect(at((i) => 0.1 * i + 0.1 * i * i)).toMatchObject({ verdict: "accelerated" });
    expect(at((i) => 0.9 * i - 0.1 * i * i)).toMatchObject({ verdict: "sub-scaling" });
    const law = at((i) => 0.5 * i);
    if (law.kind === "failed") throw new Error(law.reason);
    expect(Math.abs(law.curvature.mean)).toBeLessThan(1e-5);
    expect(law.exponent.mean).toBeCloseTo(0.5 / Math.LN10, 5);
    const bent = at((i) => 0.1 * i + 0.1 * i * i);
    // F = ln 4 - .1 i - .1 i^2 with i = ln N / ln 10 + constant: second derivative -.2 / ln(10)^2.
    expect(bent.kind === "acceleration" && bent.curvature.mean).toBeCloseTo(-0.2 / Math.LN10 ** 2, 4);
  });

  it("does not depend on the unit of size, and takes rates of 0 and 1", () => {
    const rates = [0, 0.03, 0.4, 0.8, 1];
    const one = acceleration([1, 3, 9, 27, 81], rates, { trials: 100 });
    const other = acceleration([1e9, 3e9, 9e9, 27e9, 81e9], rates, { trials: [100, 100, 100, 100, 100] });
    if (one.kind === "failed" || other.kind === "failed") throw new Error("failed");
    expect(one.curvature.mean).toBeCloseTo(other.curvature.mean, 8);
    expect(one.curvature.lower).toBeLessThan(one.curvature.mean);
    expect(one.curvature.upper).toBeGreaterThan(one.curvature.mean);
  });

  it("has intervals that leave out the curvature in at most 5 of 100 experiments, with and without scatter", () => {
    for (const [sizes, curvature, scatter] of [
      [5, 0, 0.1],
      [9, 0, 0],
      [9, -0.1, 0.1],
      [9, 0.1, 0.05],
    ] as const) {
      const found = experiments(80, sizes, curvature, scatter);
      const missed = found.filter(({ curvature: { lower, upper } }) => curvature < lower || curvature > upper).length;
      expectMisses(missed, 80, 0.05, `${sizes} sizes, curvature ${curvature}, scatter ${scatter}`);
    }
  });

  it("finds a curvature as often as its comment says", () => {
    const share = (sizes: number, curvature: number, scatter: number, verdict: string) =>
      experiments(60, sizes, curvature, scatter).filter((one) => one.verdict !== verdict).length;
    expectMisses(share(9, -0.1, 0.1, "accelerated"), 60, 1 - 0.59);
    expectMisses(share(9, 0.1, 0.1, "sub-scaling"), 60, 1 - 0.5);
    expectMisses(share(9, -0.1, 0, "accelerated"), 60, 0.01);
  });

  it("without trials is the parabola of F, by statsmodels' least squares", () => {
    for (const one of accelerationsOfRates) {
      const found = acceleration(one.scale, one.rates);
      expectAgreement(found, one, { estimates: 9, others: 9 });
    }
    expect(() => acceleration([1, 2, 3, 4], [0, 0.1, 0.2, 0.3])).toThrow(
      "passRate[0] is 0, needs a number above 0 and below 1; with trials",
    );
  });

  it("fails where the counts determine no curve, and says what it needs", () => {
    const x = [1, 2, 3, 4, 5];
    for (const k of [
      [0, 0, 0, 0, 0],
      [0, 0, 0, 100, 100],
      [0, 0, 50, 100, 100],
      [100, 100, 100, 100, 100],
    ]) {
      const found = acceleration(
        x,
        k.map((one) => one / 100),
        { trials: 100 },
      );
      expect(found.kind === "failed" && found.reason).toMatch(/the counts determine no curve: [01] of 5 pass rates/);
    }
    expect(() => acceleration([1, 2, 3], [0.1, 0.2, 0.3])).toThrow("acceleration: 3 scales, needs at least 4");
    expect(() => acceleration([0, 1, 2, 3], [0.1, 0.2, 0.3, 0.4])).toThrow(/acceleration: scale\[0\] 0, needs/);
    expect(() => acceleration([1, 2, 3, 4], [0.15, 0.2, 0.3, 0.4], { trials: 9 })).toThrow(
      /passRate\[0\] 0.15 is not a/,
    );
    expect(() => acceleration([1, 2, 3, 4], [1, 2, 3, 4], { trials: 9 })).toThrow(
      /passRate\[1\] 2 is not a proportion/,
    );
    expect(() => acceleration(x, [0.1, 0.2, 0.3, 0.4, 0.5], { confidence: 1 })).toThrow(/confidence 1/);
  });
});
