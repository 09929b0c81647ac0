import { curve, curves, type FitResult, fit, type Model } from "@emergence/lib/fit";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

const years = Array.from({ length: 31 }, (_, i) => 1990 + i);
const kelvins = Array.from({ length: 20 }, (_, i) => 280 + 3 * i);
const flops = Array.from({ length: 30 }, (_, i) => 1e18 * 10 ** ((7 * i) / 29));

const shift = (by: number) => (x: number) => x - by;
const scale = (by: number) => (x: number) => x / by;

/** A curve, x as it is, the same x from near zero, and y as a function of that. */
const rows: [name: string, model: Model, x: number[], near: (x: number) => number, y: (near: number) => number][] = [
  ["exponential, rising", curves.exponential, years, shift(2005), (t) => 5 * Math.exp(0.2 * t)],
  ["exponential, falling", curves.exponential, years, shift(2005), (t) => 5 * Math.exp(-0.1 * t)],
  ["exponential", curves.exponential, kelvins, shift(300), (t) => 5 * Math.exp(0.03 * t)],
  ["powerLaw", curves.powerLaw, years, scale(2000), (t) => 1 + 5 * t ** 60],
  ["powerLaw", curves.powerLaw, kelvins, scale(300), (t) => 1 + 5 * t ** 9],
  ["powerLaw", curves.powerLaw, flops, scale(1e21), (t) => 1.7 + 0.5 * t ** -0.12],
  ["logistic", curves.logistic, years, shift(2005), (t) => 5 / (1 + Math.exp(-0.3 * t))],
  ["logistic4", curves.logistic4, years, shift(2005), (t) => 1 + 4 / (1 + Math.exp(-0.5 * t))],
  ["gompertz", curves.gompertz, years, shift(2005), (t) => 5 * Math.exp(-Math.exp(-0.25 * t))],
  ["richards", curves.richards, years, shift(2005), (t) => 5 * (1 + 2 * Math.exp(-0.4 * t)) ** -0.5],
  ["hinge", curves.hinge, years, shift(2005), (t) => 3 + (t < 0 ? 0.1 : 0.9) * t],
  ["hill", curves.hill, years, scale(2000), (t) => 0.9 / (1 + t ** -400)],
  ["hill", curves.hill, kelvins, scale(300), (t) => 0.9 / (1 + t ** -60)],
  ["hill", curves.hill, flops, scale(1e21), (t) => 0.9 / (1 + t ** -0.9)],
  ["brokenPowerLaw(0)", curves.brokenPowerLaw(0), kelvins, scale(300), (t) => 1 + 5 * t ** 9],
  ["brokenPowerLaw(1)", curves.brokenPowerLaw(1), flops, scale(1e21), (t) => 0.5 + t ** -0.1 / (1 + t) ** 0.3],
  ["a x^b as text", curve("a * x^b"), kelvins, scale(300), (t) => 5 * t ** 12],
  ["two levels as text", curve("c + a * exp(b * x)"), years, shift(2005), (t) => 3 + 2 * Math.exp(0.15 * t)],
  ["a ratio as text", curve("a / (1 + b * exp(-c * x))"), years, shift(2005), (t) => 5 / (1 + Math.exp(-0.2 * t))],
  [
    "Gompertz as text",
    curve("a * exp(-b * exp(-c * x))"),
    years,
    shift(2005),
    (t) => 5 * Math.exp(-Math.exp(-0.2 * t)),
  ],
];

function noisy(values: number[], seed: number): number[] {
  const { normal } = random(seed);
  const range = Math.max(...values) - Math.min(...values);
  return values.map((value) => value + 0.01 * range * normal());
}

function found(result: FitResult<string>) {
  if (result.kind === "failed") throw new Error(result.reason);
  return result;
}

describe("x far from zero: calendar years, kelvins, FLOPs", () => {
  for (const [name, model, x, near, y] of rows) {
    it(`${name} on x from ${x[0]?.toPrecision(4)}: the fit of x from near zero`, () => {
      const moved = x.map(near);
      for (const seed of [1, 2, 3]) {
        const data = noisy(moved.map(y), seed);
        const [far, close] = [found(fit(model, x, data)), found(fit(model, moved, data))];
        expect(Math.abs(far.rss / close.rss - 1)).toBeLessThan(1e-8);
        const range = Math.max(...data) - Math.min(...data);
        for (const [i, value] of far.fitted.entries())
          expect(Math.abs(value - (close.fitted[i] as number))).toBeLessThan(1e-6 * range);
      }
    });
  }

  // Totals of 2011 to 2015 from https://codewithsundeep.com/discussion/solution/70780841; the rate by log-linear least squares, then scipy.
  const assets = [255, 349, 449, 554, 658];
  const since = [2011, 2012, 2013, 2014, 2015];

  it("takes a start or a held value of one parameter, bounds, and starts that lead nowhere", () => {
    const whole = found(fit(curves.exponential, since, assets));
    expect(whole.parameters.rate).toBeCloseTo(0.2211809328, 9);
    for (const options of [
      { start: { rate: 0.22 } },
      { start: { rate: 0.1 } },
      { bounds: { rate: [0, 1] } },
      { bounds: { scale: [0, Number.POSITIVE_INFINITY] } },
      { start: { scale: 1, rate: 0.1 } },
      { start: { scale: 1e-180, rate: 0.2 } },
    ] as const) {
      expect(found(fit(curves.exponential, since, assets, options)).parameters.rate).toBeCloseTo(0.22118093, 7);
    }
    const held = found(fit(curves.exponential, since, assets, { fixed: { rate: 0.2 } }));
    const scaled = found(fit(curves.exponential, since.map(shift(2013)), assets, { fixed: { rate: 0.2 } }));
    expect(held.rss).toBeCloseTo(scaled.rss, 8);
  });

  it("has the errors that x from near zero gives, by the delta method", () => {
    const far = found(fit(curves.exponential, since, assets));
    const close = found(fit(curves.exponential, since.map(shift(2013)), assets));
    expect(far.standardErrors.rate).toBeCloseTo(close.standardErrors.rate as number, 7);
    expect(far.band(2016).lower / close.band(3).lower).toBeCloseTo(1, 6);
  });

  it("names a parameter that no number can hold, and the cure", () => {
    const steep = noisy(
      years.map((year) => 5 / (1 + Math.exp(-0.4 * (year - 2000)))),
      1,
    );
    const result = fit(curve("a / (1 + b * exp(-c * x))"), years, steep);
    if (result.kind === "fit") throw new Error("b cannot be held");
    const [, exponent] = /^b would have to be about e\^(\d+), which no number holds/.exec(result.reason) ?? [];
    expect(Math.abs(Number(exponent) - 800)).toBeLessThan(25);
    expect(result.reason).toContain("count x from near the data (subtract 1990 from x)");
    expect(fit(curve("a / (1 + b * exp(-c * x))"), years.map(shift(1990)), steep).kind).toBe("fit");

    const sales = noisy(
      years.map((year) => curves.bass.value(year - 1989, { m: 1, p: 0.01, q: 0.4 })),
      1,
    );
    expect(fit(curves.bass, years, sales)).toMatchObject({
      kind: "failed",
      reason: expect.stringMatching(/^p would .*subtract 1990/),
    });
    expect(fit(curves.bass, years.map(shift(1989)), sales).kind).toBe("fit");

    const never = fit(curves.exponential, since, assets, { fixed: { rate: 0.4 } });
    expect(never).toMatchObject({ kind: "failed", reason: expect.stringContaining("subtract 2011 from x") });
  });
});

describe("a fit that is worse than the mean", () => {
  it("says so before anything else", () => {
    const { warnings, r2 } = found(fit(curve("a * x"), [1, 2, 3, 4], [10, 9, 11, 10]));
    expect(r2).toBeLessThan(0);
    expect(warnings[0]).toMatch(/worse than the mean of y does \(r2 = -/);
  });

  it("is not what a start in a dead place leads to", () => {
    const x = Array.from({ length: 24 }, (_, i) => 2 * i + 2);
    const model = curve("N * x * exp(-x * (x + 1) / T)");
    const y = noisy(
      x.map((j) => 0.05 * j * Math.exp((-j * (j + 1)) / 900)),
      4,
    );
    const whole = found(fit(model, x, y));
    expect(whole.parameters.T).toBeGreaterThan(700);
    const dead = found(fit(model, x, y, { start: { N: 1, T: 1e-3 } }));
    expect(dead.rss / whole.rss).toBeCloseTo(1, 9);
    expect(dead.warnings[0]).toMatch(/the given start/);
  });
});
