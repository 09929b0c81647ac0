import { curves, fit, fitBinomial, inversePrediction, unwrapFit } from "@emergence/lib/fit";
import { random, studentQuantile } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

const x = [0, 1, 2, 3, 4, 5, 6, 7];
const y = [1.2, 2.7, 5.1, 7.2, 8.8, 11.3, 12.9, 15.1];
const straight = unwrapFit(fit(curves.line, x, y));
const mean = (v: readonly number[]) => v.reduce((sum, one) => sum + one, 0) / v.length;

/** Closed form for a straight line: roots of (y0 - a - b x)^2 = t^2 s^2 (extra + 1/n + (x - mean)^2 / Sxx). */
function fieller(y0: number, confidence: number, extra: number): [number, number] {
  const [xm, ym] = [mean(x), mean(y)];
  const sxx = x.reduce((sum, one) => sum + (one - xm) ** 2, 0);
  const slope = x.reduce((sum, one, i) => sum + (one - xm) * ((y[i] as number) - ym), 0) / sxx;
  const rss = x.reduce((sum, one, i) => sum + ((y[i] as number) - ym - slope * (one - xm)) ** 2, 0);
  const t2s2 = studentQuantile((1 + confidence) / 2, x.length - 2) ** 2 * (rss / (x.length - 2));
  // In d = x - mean and e = y0 - ym: (slope^2 - t2s2 / sxx) d^2 - 2 slope e d + e^2 - t2s2 (extra + 1/n) = 0.
  const e = y0 - ym;
  const [a, b, c] = [slope ** 2 - t2s2 / sxx, -2 * slope * e, e ** 2 - t2s2 * (extra + 1 / x.length)];
  const root = Math.sqrt(b ** 2 - 4 * a * c);
  return [xm + (-b - root) / (2 * a), xm + (-b + root) / (2 * a)];
}

describe("inversePrediction", () => {
  it("is Fieller's interval for a straight line, for an observation and for the curve", () => {
    for (const [y0, confidence] of [
      [6, 0.95],
      [9.3, 0.8],
      [4.4, 0.99],
    ] as const) {
      const [lower, upper] = fieller(y0, confidence, 1);
      const found = inversePrediction(straight, y0, { from: -2, to: 9, confidence });
      expect(found.lower).toBeCloseTo(lower, 9);
      expect(found.upper).toBeCloseTo(upper, 9);
      expect(straight.predict(found.value)).toBeCloseTo(y0, 9);
      const [low, high] = fieller(y0, confidence, 0);
      const narrow = inversePrediction(straight, y0, { from: -2, to: 9, confidence, interval: "confidence" });
      expect(narrow.lower).toBeCloseTo(low, 9);
      expect(narrow.upper).toBeCloseTo(high, 9);
    }
  });

  it("mirrors a falling curve", () => {
    const falling = unwrapFit(
      fit(
        curves.line,
        x,
        y.map((one) => -one),
      ),
    );
    const [up, down] = [straight, falling].map((one, i) =>
      inversePrediction(one, i === 0 ? 6 : -6, { from: -2, to: 9 }),
    );
    for (const key of ["value", "lower", "upper"] as const) expect(down?.[key]).toBeCloseTo(up?.[key] as number, 9);
  });

  it("says at least or at most where the searched part ends first, and never extrapolates", () => {
    const high = inversePrediction(straight, 15.4, { from: 0, to: 7 });
    expect([high.value, high.upper]).toEqual([Infinity, Infinity]);
    expect(high.lower).toBeGreaterThan(6);
    expect(inversePrediction(straight, 40, { from: 0, to: 7 })).toEqual({ value: Infinity, lower: 7, upper: Infinity });
    expect(inversePrediction(straight, -40, { from: 0, to: 7 })).toEqual({
      value: -Infinity,
      lower: -Infinity,
      upper: 0,
    });
    const low = inversePrediction(straight, 0.9, { from: 0, to: 7 });
    expect([low.value, low.lower]).toEqual([-Infinity, -Infinity]);
    expect(low.upper).toBeLessThan(1);
  });

  it("holds the true place in about 95 of 100 samples of a logistic curve", { tags: ["slow"] }, () => {
    const grid = Array.from({ length: 40 }, (_, i) => i / 4);
    const truth = { floor: 0.25, L: 0.8, k: 1.1, x0: 5 };
    const { normal, uniform } = random(7);
    const samples = Array.from({ length: 200 }, () => {
      const place = 3 + 4 * uniform();
      const noisy = (at: number) => curves.logistic4.value(at, truth) + 0.03 * normal();
      const result = unwrapFit(fit(curves.logistic4, grid, grid.map(noisy), { fixed: { floor: 0.25 } }));
      const { lower, upper } = inversePrediction(result, noisy(place), { from: -5, to: 15 });
      return lower <= place && place <= upper;
    });
    const held = samples.filter(Boolean).length / samples.length;
    expect(held).toBeGreaterThan(0.91);
    expect(held).toBeLessThan(0.99);
  });

  it.each([
    [
      "y is NaN",
      () => inversePrediction(straight, NaN, { from: 0, to: 1 }),
      "inversePrediction: y NaN, needs a finite number",
    ],
    [
      "from is not below to",
      () => inversePrediction(straight, 1, { from: 3, to: 3 }),
      "inversePrediction: from 3 to 3, needs two numbers in rising order",
    ],
    [
      "the confidence is none",
      () => inversePrediction(straight, 1, { from: 0, to: 1, confidence: 1 }),
      "inversePrediction: confidence 1, needs a number above 0 and below 1",
    ],
  ])("throws where %s", (_, call, message) => expect(call).toThrow(new RangeError(message)));

  it("throws for a curve that rises and falls", () => {
    const bent = unwrapFit(
      fit(
        curves.polynomial(2),
        x,
        x.map((one, i) => (one - 3) ** 2 + 0.01 * (i % 2)),
      ),
    );
    expect(() => inversePrediction(bent, 1, { from: 0, to: 7 })).toThrow("the curve rises and falls between 0 and 7");
  });
});

describe("the threshold of a curve of proportions", () => {
  // Intensities and right answers of https://github.com/wichmann-lab/python-psignifit/pull/211, two options each; the question of its issue 137.
  const intensity = [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 10];
  const right = [45, 50, 44, 44, 52, 53, 62, 64, 76, 79, 88, 90, 90];
  const fitted = fitBinomial(curves.logistic, intensity, right, 90, { chance: 0.5, fixed: { L: 1 } });

  it("is on the curve between chance and 1, and infinite below chance", () => {
    if (fitted.kind === "failed") throw new Error(fitted.reason);
    const { k, x0 } = fitted.parameters;
    const range = { from: 1, to: 10, interval: "confidence" } as const;
    for (const share of [0.6, 0.75, 0.8, 0.95]) {
      const found = inversePrediction(fitted, share, range);
      expect(found.value).toBeCloseTo(x0 - Math.log(0.5 / (share - 0.5) - 1) / k, 8);
      expect(found.lower).toBeLessThan(found.value);
      expect(found.upper).toBeGreaterThan(found.value);
    }
    expect(inversePrediction(fitted, 0.4, range).value).toBe(Number.NEGATIVE_INFINITY);
  });
});
