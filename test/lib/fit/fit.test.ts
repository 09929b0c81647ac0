import { curve, curves, type Fit, type FitResult, fit, type Numbers } from "@emergence/lib/fit";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";
import { expectMisses } from "../chance";

function found<Name extends string>(result: FitResult<Name>): Fit<Name> {
  if (result.kind === "failed") throw new Error(result.reason);
  return result;
}

const x = Array.from({ length: 25 }, (_, i) => i / 2);
const truth = { L: 2, k: 1.1, x0: 5.5 };
const noise = random(4);
const y = x.map((value) => curves.logistic.value(value, truth) + 0.05 * noise.normal());
const rising = found(fit(curves.logistic, x, y));

describe("fit", () => {
  it("leaves a gradient of 0: residuals are at right angles to the curve's change by every parameter", () => {
    const gradient = new Float64Array(3);
    const vector = Float64Array.from(rising.names, (name) => rising.parameters[name]);
    for (const j of [0, 1, 2]) {
      let [sum, size] = [0, 0];
      for (const [i, value] of x.entries()) {
        curves.logistic.point(value, vector, gradient);
        sum += (gradient[j] as number) * (rising.residuals[i] as number);
        size += (gradient[j] as number) ** 2;
      }
      expect(Math.abs(sum) / Math.sqrt(size * rising.rss)).toBeLessThan(1e-9);
    }
  });

  for (const name of ["L", "k", "x0"] as const) {
    it(`holds ${name} alone when ${name} is fixed`, () => {
      const held = 1.1 * truth[name];
      const result = found(fit(curves.logistic, x, y, { fixed: { [name]: held } }));
      expect(result.parameters[name]).toBe(held);
      expect(result.standardErrors[name]).toBe(0);
      expect(result.fixed).toEqual([name]);
      expect(result.degreesOfFreedom).toBe(x.length - 2);
      for (const other of (["L", "k", "x0"] as const).filter((one) => one !== name)) {
        expect(result.standardErrors[other]).toBeGreaterThan(0);
        expect(result.parameters[other]).not.toBe(truth[other]);
      }
      expect(result.rss).toBeGreaterThan(rising.rss);
    });
  }

  it("with everything fixed only measures the misfit", () => {
    const result = found(fit(curves.logistic, x, y, { fixed: truth }));
    expect(result.parameters).toEqual(truth);
    expect(result.rss).toBeCloseTo(
      y.reduce((sum, value, i) => sum + (value - curves.logistic.value(x[i] as number, truth)) ** 2, 0),
      12,
    );
    expect(result.degreesOfFreedom).toBe(x.length);
  });

  it("stays within its bounds, and says so", () => {
    const result = found(fit(curves.logistic, x, y, { bounds: { L: [0, 1.8] } }));
    expect(result.parameters.L).toBe(1.8);
    expect(result.atBound).toEqual(["L"]);
    expect(result.warnings.join()).toMatch(/L ended at a bound/);
    const held = found(fit(curves.logistic, x, y, { fixed: { L: 1.8 } }));
    expect(result.parameters.k).toBeCloseTo(held.parameters.k, 7);
    expect(result.parameters.x0).toBeCloseTo(held.parameters.x0, 7);
  });

  it("bounds that do not bind change nothing", () => {
    const result = found(fit(curves.logistic, x, y, { bounds: { L: [0, 100], k: [0.01, 50] } }));
    expect(result.parameters.k).toBeCloseTo(rising.parameters.k, 9);
    expect(result.atBound).toEqual([]);
  });

  it("a weight of 2 counts a point twice, a weight of 0 not at all", () => {
    const weights = x.map((_, i) => (i === 3 ? 2 : i === 7 ? 0 : 1));
    const keep = x.map((_, i) => i).filter((i) => i !== 7);
    const doubled = [...keep, 3];
    const pick = (values: Numbers) => doubled.map((i) => values[i] as number);
    const weighted = found(fit(curves.logistic, x, y, { weights }));
    const repeated = found(fit(curves.logistic, pick(x), pick(y)));
    expect(weighted.parameters.k).toBeCloseTo(repeated.parameters.k, 10);
    expect(weighted.rss).toBeCloseTo(repeated.rss, 12);
    expect(weighted.n).toBe(24);
    expect(weighted.residuals.length).toBe(25);
  });

  it("sigma weighs by 1 / sigma^2; its size counts only when absolute", () => {
    const sigma = x.map((_, i) => 0.02 + 0.004 * i);
    const relative = found(fit(curves.logistic, x, y, { sigma }));
    const byWeights = found(fit(curves.logistic, x, y, { weights: sigma.map((s) => 1 / s ** 2) }));
    const tenfold = found(fit(curves.logistic, x, y, { sigma: sigma.map((s) => 10 * s) }));
    expect(relative.parameters).toEqual(byWeights.parameters);
    expect(relative.standardErrors.k).toBeCloseTo(tenfold.standardErrors.k, 10);
    const absolute = (s: number[]) =>
      found(fit(curves.logistic, x, y, { sigma: s, absoluteSigma: true })).standardErrors.k;
    expect(absolute(sigma.map((s) => 10 * s)) / absolute(sigma)).toBeCloseTo(10, 7);
    // https://github.com/scipy/scipy/issues/12584: without sigma, errors as if each y had an error of 1.
    expect(() => fit(curves.logistic, x, y, { absoluteSigma: true })).toThrow(
      "fit: absoluteSigma is true but sigma is not given, needs the standard deviation of each y",
    );
  });

  it("standard errors scale with y, and carry the unit of x", () => {
    const scaled = found(
      fit(
        curves.logistic,
        x.map((value) => 1000 * value),
        y.map((value) => 1e6 * value),
      ),
    );
    expect(scaled.standardErrors.L / (1e6 * rising.standardErrors.L)).toBeCloseTo(1, 8);
    expect((1000 * scaled.standardErrors.k) / rising.standardErrors.k).toBeCloseTo(1, 8);
  });

  it("of noiseless data gives the truth with errors that are finite and near 0", () => {
    const result = found(
      fit(
        curves.logistic,
        x,
        x.map((value) => curves.logistic.value(value, truth)),
      ),
    );
    for (const name of ["L", "k", "x0"] as const) {
      expect(result.parameters[name]).toBeCloseTo(truth[name], 12);
      expect(result.standardErrors[name]).toBeGreaterThanOrEqual(0);
      expect(result.standardErrors[name]).toBeLessThan(1e-12);
    }
    expect(result.r2).toBeCloseTo(1, 14);
  });

  it("says what the data do not fix: two factors of which only the product counts", () => {
    const result = found(fit(curve("a * b * x + c"), x, y));
    expect(result.identifiable).toBe(false);
    expect(result.direction).toMatch(/a and b can change together without changing the curve/);
    expect(result.standardErrors).toMatchObject({ a: Number.POSITIVE_INFINITY, b: Number.POSITIVE_INFINITY });
    expect(result.standardErrors.c).toBeLessThan(1);
    // The curve itself is as certain as the line it is.
    const line = found(fit(curves.line, x, y));
    expect(result.band(4).upper).toBeCloseTo(line.band(4).upper + 0, 1);
    expect(Number.isFinite(result.band(4).upper)).toBe(true);
  });

  it("where an S is seen only at its foot, seldom gives a ceiling with a small error that is wrong", () => {
    const foot = x.filter((value) => value < 3.5);
    const seeds = Array.from({ length: 40 }, (_, i) => i);
    const misled = seeds.filter((seed) => {
      const { normal } = random(seed);
      const early = fit(
        curves.logistic,
        foot,
        foot.map((value) => curves.logistic.value(value, truth) + 0.05 * normal()),
      );
      if (early.kind === "failed") {
        expect(early.reason).toMatch(/fell|fix/);
        return false;
      }
      if (!early.identifiable || early.standardErrors.L > 0.3 * early.parameters.L) return false;
      const { lower, upper } = early.profile().L;
      return lower > truth.L || upper < truth.L;
    });
    expectMisses(misled.length, seeds.length, 0.05);
  });

  it("takes a start for some parameters and reads the rest off the data", () => {
    const result = found(fit(curves.logistic, x, y, { start: { k: 0.5 } }));
    expect(result.parameters.x0).toBeCloseTo(rising.parameters.x0, 8);
  });

  it("multistart is as good as the best of 118 starts side by side, and the same for the same seed", () => {
    // Above pi over the spacing of x, waves alias: the bounds keep b below.
    const wave = curve("a * sin(b * x) + c");
    const bounds = { b: [0.1, 6] } as const;
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const ripple = random(seed);
      const waves = x.map((value) => 1.5 * Math.sin(2.6 * value) + 0.3 + 0.1 * ripple.normal());
      const places = Array.from({ length: 118 }, (_, i) => 0.125 + i / 20);
      const ends = places.map((b) => fit(wave, x, waves, { start: { a: 1, b, c: 0 }, bounds }));
      const best = Math.min(...ends.flatMap((end) => (end.kind === "fit" ? end.rss : [])));
      const searched = () =>
        found(fit(wave, x, waves, { start: { a: 1, b: 0.4, c: 0 }, bounds, multistart: 30, seed: 3 }));
      expect(searched().rss / best, `seed ${seed}`).toBeLessThan(1 + 1e-9);
      expect(searched().parameters).toEqual(searched().parameters);
    }
  });

  it("fits several predictors", () => {
    const rows = x.map((value, i) => [value, (i * 7) % 5]);
    const plane = rows.map(([a = 0, b = 0]) => 1 + 2 * a - 3 * b);
    const result = found(fit(curve("c + p * u + q * v", { predictors: ["u", "v"] }), rows, plane));
    expect(result.parameters.p).toBeCloseTo(2, 10);
    expect(result.predict([[1, 1]])).toEqual([expect.closeTo(0, 10)]);
    expect(() => fit(curve("c + p * u + q * v", { predictors: ["u", "v"] }), [[1, 2], [3]], [1, 2])).toThrow(
      "x[1] has 1 values, needs 2 (u, v)",
    );
  });

  it("predicts a number for a number, an array for an array", () => {
    expect(rising.predict(5)).toBeCloseTo(curves.logistic.value(5, rising.parameters), 14);
    expect(rising.predict([5, 6])).toEqual([rising.predict(5), rising.predict(6)]);
    expect(rising.band([5, 6]).lower).toEqual([rising.band(5).lower, rising.band(6).lower]);
  });

  it("a band for an observation holds the curve's band and sigma", () => {
    const [inner, outer] = [rising.band(5), rising.band(5, { interval: "prediction" })];
    const half = (band: { lower: number; upper: number }) => (band.upper - band.lower) / 2;
    const t = (half(rising.band(5)) / Math.sqrt(half(outer) ** 2 - half(inner) ** 2)) * rising.sigma;
    // half_outer^2 - half_inner^2 = (t sigma)^2, so t times the curve's error comes out as half_inner.
    expect(half(outer)).toBeGreaterThan(half(inner));
    expect(half(inner) / t).toBeCloseTo(2.0738730679, 6); // Student's t, 97.5 %, 22 degrees of freedom
  });

  it("writes the fitted formula", () => {
    expect(found(fit(curves.line, [0, 1, 2], [1, -1.02, -3])).fittedTex).toMatch(/^0\.9933 \+ \(-2\)\\,x$/);
  });
});
