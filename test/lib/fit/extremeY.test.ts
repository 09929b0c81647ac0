// After https://github.com/astropy/astropy/issues/6269: y of 1e-200 or 1e200, whose squares are no numbers.
import {
  bootstrap,
  compare,
  curve,
  curves,
  type Fit,
  type FitOptions,
  fit,
  fTest,
  type Model,
  reviveFit,
  unwrapFit,
  vuong,
} from "@emergence/lib/fit";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

const x = Array.from({ length: 30 }, (_, i) => 0.5 * (i + 1));
const { normal } = random(3);
const y = x.map((at) => 1 + 3 / (1 + Math.exp(7 - at)) + 0.05 * normal());
const times = (values: readonly number[], by: number) => values.map((value) => value * by);

/** Powers of 2, by which every number of the oracle, a fit to y itself, can be multiplied without rounding. */
const units = [2 ** -960, 2 ** -664, 2 ** -560, 2 ** 520, 2 ** 664, 2 ** 960];

function expectNear(found: number, wanted: number, tolerance = 1e-9): void {
  expect(Math.abs(found - wanted), `${found}, and should be ${wanted}`).toBeLessThanOrEqual(
    tolerance * Math.abs(wanted),
  );
}

/** What a fit finds, over the unit of y. */
function summary(one: Fit<"floor" | "L" | "k" | "x0">, unit: number): number[] {
  const { parameters, standardErrors } = one;
  const inY = [parameters.floor, parameters.L, standardErrors.floor, standardErrors.L, one.sigma, one.predict(6.2)];
  const profile = one.profile();
  const band = one.band(6.2);
  const spread = [profile.L.lower, profile.L.upper, band.lower, band.upper, one.residuals[4] as number];
  const plain = [parameters.k, parameters.x0, standardErrors.k, standardErrors.x0, one.r2, profile.k.upper];
  return [...[...inY, ...spread].map((value) => value / unit), ...plain, one.correlation[0]?.[2] as number];
}

describe.each(units)("y in units of %s", (unit) => {
  const far = times(y, unit);
  const fitted = (options?: FitOptions<"floor" | "L" | "k" | "x0">) =>
    [fit(curves.logistic4, x, y, options), fit(curves.logistic4, x, far, options)].map((one) => unwrapFit(one));

  it.each<[string, FitOptions, FitOptions]>([
    ["squares", {}, {}],
    ["a robust loss", { loss: "huber" }, { loss: "huber" }],
    ["a loss of given scale", { loss: "cauchy", lossScale: 0.04 }, { loss: "cauchy", lossScale: 0.04 * unit }],
    ["sigma", { sigma: times(x, 0.01) }, { sigma: times(x, 0.01 * unit) }],
    [
      "known sigma",
      { sigma: times(x, 0.01), absoluteSigma: true },
      { sigma: times(x, 0.01 * unit), absoluteSigma: true },
    ],
    ["weights", { weights: x }, { weights: x }],
  ])("%s: parameters, errors, intervals, bands are those of y, times the unit", (_, plain, options) => {
    const [one, other] = [
      unwrapFit(fit(curves.logistic4, x, y, plain)),
      unwrapFit(fit(curves.logistic4, x, far, options)),
    ];
    const isInSigma = options.sigma !== undefined;
    const [wanted, found] = [summary(one, 1), summary(other, unit)];
    // Weighted residuals have no unit where sigma is given in that of y.
    if (isInSigma) [wanted[4], found[4]] = [one.sigma, other.sigma];
    for (const [i, value] of wanted.entries()) expectNear(found[i] as number, value, 1e-7);
    expect(other.warnings.length).toBe(one.warnings.length);
    expectNear(other.lossScale, one.lossScale * (options.loss === undefined || isInSigma ? 1 : unit), 1e-7);
  });

  it("rss and cost leave the range of numbers, the likelihood does not", () => {
    const [one, other] = fitted() as [Fit, Fit];
    expect(other.rss).toBe(unit < 1 ? 0 : Number.POSITIVE_INFINITY);
    expect(other.cost).toBe(other.rss);
    const [band, far] = [one, other].map((each) => each.band(6.2, { interval: "prediction" }));
    expectNear(far?.upper as number, (band?.upper as number) * unit);
    expectNear(other.logLikelihood, one.logLikelihood - x.length * Math.log(unit));
    expectNear(other.logLikelihoods()[3] as number, (one.logLikelihoods()[3] as number) - Math.log(unit));
  });

  it("tests between models do not change", () => {
    const pairs = [y, far].map((values) => [
      unwrapFit(fit(curves.line, x, values)),
      unwrapFit(fit(curves.polynomial(3), x, values)),
    ]);
    const [[line, cubic], [farLine, farCubic]] = pairs as [[Fit, Fit], [Fit, Fit]];
    expectNear(fTest(farLine, farCubic).statistic, fTest(line, cubic).statistic, 1e-7);
    expectNear(vuong(farLine, farCubic).statistic, vuong(line, cubic).statistic, 1e-7);
    expectNear(compare([farLine, farCubic])[1]?.delta as number, compare([line, cubic])[1]?.delta as number, 1e-7);
  });

  it.each<FitOptions>([{}, { loss: "huber" }])(
    "a copy gives what the fit gave, and so does a bootstrap: %o",
    (options) => {
      const [one, other] = fitted(options) as [Fit<"floor" | "L" | "k" | "x0">, Fit<"floor" | "L" | "k" | "x0">];
      const copy = reviveFit(JSON.parse(JSON.stringify(other))) as typeof other;
      expect(JSON.stringify(copy)).toBe(JSON.stringify(other));
      expect(copy.profile()).toEqual(other.profile());
      expect(copy.band(6.2)).toEqual(other.band(6.2));
      const [drawn, farDrawn] = [one, other].map((each) => bootstrap(each, { replicates: 20, kind: "residuals" }));
      if (drawn?.kind === "failed" || farDrawn?.kind === "failed") throw new Error("no bootstrap");
      expectNear(farDrawn?.standardErrors.L as number, (drawn?.standardErrors.L as number) * unit, 1e-5);
      expectNear(farDrawn?.standardErrors.x0 as number, drawn?.standardErrors.x0 as number, 1e-5);
    },
  );

  it("breaks and formulas of many points are found as in y", () => {
    const at = Array.from({ length: 300 }, (_, i) => i / 20);
    const bend = at.map((value) => 1 + 0.7 * Math.max(0, value - 6.31) + 0.3 * normal());
    const jump = at.map((value) => (value < 6.31 ? 1 : 2) + 0.3 * normal());
    const wave = at.map((value) => 3 * Math.sin(2.3 * value + 0.5) + 0.3 * normal());
    const decay = at.map((value) => 3 * Math.exp(-0.3 * value) + 0.1 * normal());
    for (const [model, values, name] of [
      [curves.hinge, bend, "x0"],
      [curves.step, jump, "x0"],
      [curve("a + b * max(0, x - c)"), bend, "c"],
      [curve("a * sin(w * x + p)"), wave, "w"],
      [curve("a * exp(-b * x)"), decay, "b"],
    ] as [Model, number[], string][]) {
      const [one, other] = [values, times(values, unit)].map((each) => unwrapFit(fit(model, at, each)));
      expectNear(other?.parameters[name] as number, one?.parameters[name] as number, 1e-6);
      expectNear(other?.standardErrors[name] as number, one?.standardErrors[name] as number, 1e-6);
      expectNear(other?.r2 as number, one?.r2 as number, 1e-9);
    }
  });

  it("a held level is held in y", () => {
    const jump = x.map((value) => (value < 6.3 ? 1 : 2) + 0.1 * Math.sin(9 * value));
    const [one, other] = [1, unit].map((by) =>
      unwrapFit(fit(curves.step, x, times(jump, by), { fixed: { low: 0.9 * by } })),
    );
    expect(other?.parameters.x0).toBe(one?.parameters.x0);
    expectNear(other?.parameters.high as number, (one?.parameters.high as number) * unit);
  });
});

it("y up to the largest number has its r2, and y down to the smallest its digits", () => {
  const one = unwrapFit(fit(curves.line, x, y));
  for (const [unit, digits] of [
    [2 ** 1021, 9],
    [2 ** -1022, 9],
    [2 ** -1040, 5],
  ] as const) {
    const other = unwrapFit(fit(curves.line, x, times(y, unit)));
    expect(other.r2).toBeCloseTo(one.r2, digits);
    expectNear(other.parameters.slope / unit, one.parameters.slope, 10 ** -digits);
    expectNear(other.standardErrors.slope / unit, one.standardErrors.slope, 10 ** (1 - digits));
  }
});
