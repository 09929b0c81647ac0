import {
  curve,
  curves,
  type FailedFit,
  type FitResult,
  fit,
  fitBinomial,
  type Model,
  unwrapFit,
} from "@emergence/lib/fit";
import { sharpness } from "@emergence/lib/measures";
import { normalQuantile, random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

const x = Array.from({ length: 15 }, (_, i) => 18 + 0.5 * i);

function noisy(value: (x: number) => number, size: number, seed: number): number[] {
  const source = random(seed);
  return x.map((at) => value(at) + size * source.normal());
}

describe("sharpness", () => {
  it("of a logistic curve is ln 81 / k wide and L k / 4 steep", () => {
    const truth = { L: 0.8, k: 2, x0: 21 };
    const result = sharpness(
      unwrapFit(
        fit(
          curves.logistic,
          x,
          noisy((at) => curves.logistic.value(at, truth), 1e-6, 1),
        ),
      ),
    );
    expect(result.width).toBeCloseTo(Math.log(81) / 2, 4);
    expect(result.slope).toBeCloseTo(0.4, 4);
    expect(result.midpoint).toBeCloseTo(21, 4);
  });

  it("reads width and slope off the curve itself, for each curve it takes", () => {
    const levels = {
      logistic: { L: 0.8, k: 1.5, x0: 21 },
      logistic4: { floor: 0.25, L: 0.9, k: 1.5, x0: 21 },
      gompertz: { L: 0.8, k: 1.5, x0: 21 },
    };
    for (const name of ["logistic", "logistic4", "gompertz"] as const) {
      const truth = levels[name] as Record<string, number> as never;
      const at = (place: number) => curves[name].value(place, truth);
      const fitted = fit(curves[name], x, noisy(at, 1e-7, 2)) as never;
      const { width, midpoint, slope } = sharpness(fitted);
      const floor = name === "logistic4" ? 0.25 : 0;
      const share = (place: number) => (at(place) - floor) / ((name === "logistic4" ? 0.9 : 0.8) - floor);
      expect(share(midpoint)).toBeCloseTo(0.5, 5);
      expect(slope).toBeCloseTo((at(midpoint + 1e-4) - at(midpoint - 1e-4)) / 2e-4, 5);
      // The two ends lie `width` apart.
      const ends = [0.1, 0.9].map((goal) => {
        let [low, high] = [10, 40];
        for (let i = 0; i < 60; i++) {
          const middle = (low + high) / 2;
          if (share(middle) < goal) low = middle;
          else high = middle;
        }
        return low;
      });
      expect(width).toBeCloseTo((ends[1] as number) - (ends[0] as number), 4);
    }
  });

  it("holds the true width and slope in about 19 of 20 intervals", () => {
    const truth = { L: 0.9, k: 1.6, x0: 21.3 };
    let [widths, slopes] = [0, 0];
    for (let seed = 1; seed <= 200; seed++) {
      const fitted = fit(
        curves.logistic,
        x,
        noisy((at) => curves.logistic.value(at, truth), 0.03, seed),
      );
      const { widthInterval, slopeInterval } = sharpness(unwrapFit(fitted));
      const [width, slope] = [Math.log(81) / 1.6, 0.36];
      if (widthInterval.lower <= width && width <= widthInterval.upper) widths++;
      if (slopeInterval.lower <= slope && slope <= slopeInterval.upper) slopes++;
    }
    expect(widths).toBeGreaterThan(181);
    expect(slopes).toBeGreaterThan(181);
    expect(widths).toBeLessThan(200);
  });

  it("has no lower end above 0 to the width where no point lies within the rise", () => {
    const jump = unwrapFit(fit(curves.logistic, [1, 2, 3, 4, 5, 6, 7, 8], [0.01, 0, 0.02, 0.01, 0.99, 1, 0.98, 1.01]));
    expect(sharpness(jump).widthInterval.lower).toBeLessThan(0.05);
    expect(sharpness(jump).widthInterval.upper).toBeGreaterThan(0.5);
  });

  it("counts the chance level of a fit to counts in the slope", () => {
    const scales = [1, 2, 3, 4, 5, 6, 7];
    const trials = scales.map(() => 100_000);
    const truth = { L: 1, k: 1.4, x0: 4 };
    const counts = scales.map((at) => Math.round(1e5 * (0.25 + 0.75 * curves.logistic.value(at, truth))));
    const result = sharpness(
      unwrapFit(fitBinomial(curves.logistic, scales, counts, trials, { chance: 0.25, fixed: { L: 1 } })),
    );
    expect(result.slope).toBeCloseTo((0.75 * 1.4) / 4, 3);
    expect(result.widthInterval.lower).toBeLessThan(Math.log(81) / 1.4);
    expect(result.widthInterval.upper).toBeGreaterThan(Math.log(81) / 1.4);
  });

  it("hands on the reason of a failed fit", () => {
    const failed = fit(curves.logistic, [1, 2, 3, 4], [1, 1, 1, 1]);
    expect(failed.kind).toBe("failed");
    expect(sharpness(failed)).toEqual({ kind: "failed", reason: (failed as FailedFit).reason });
  });
});

describe("sharpness of any monotone curve", () => {
  const positive = Array.from({ length: 30 }, (_, i) => 0.4 * i);
  const logit = Math.log(9);
  /** Width, midpoint and slope in closed form. */
  const closed: [string, Model, Record<string, number>, [number, number, number]][] = [
    ["logistic as text", curve("L / (1 + exp(-k * (x - x0)))"), { L: 2, k: 1.3, x0: 6 }, [(2 * logit) / 1.3, 6, 0.65]],
    ["a fall", curve("L / (1 + exp(k * (x - x0)))"), { L: 2, k: 1.3, x0: 6 }, [(2 * logit) / 1.3, 6, -0.65]],
    [
      "a cumulative normal",
      curve("c + d * normalCdf((x - m) / s)"),
      { c: 1, d: 3, m: 6, s: 1.2 },
      [2 * 1.2 * normalQuantile(0.9), 6, 3 / (1.2 * Math.sqrt(2 * Math.PI))],
    ],
    [
      "an arc tangent",
      curve("c + d * atan(k * (x - m))"),
      { c: 1, d: 3, k: 2, m: 6 },
      [(2 * Math.tan(0.4 * Math.PI)) / 2, 6, 6],
    ],
    ["hill", curves.hill as Model, { L: 2, K: 4, n: 3 }, [4 * (9 ** (1 / 3) - 9 ** (-1 / 3)), 4, (2 * 3) / (4 * 4)]],
    [
      "hill, falling",
      curves.hill as Model,
      { L: 2, K: 4, n: -3 },
      [4 * (9 ** (1 / 3) - 9 ** (-1 / 3)), 4, (-2 * 3) / 16],
    ],
    [
      "hill as text, an even power",
      curve("L * x^n / (K^n + x^n)"),
      { L: 2, K: 4, n: 2 },
      [4 * (3 - 1 / 3), 4, (2 * 2) / (4 * 4)],
    ],
    [
      "hill as text, an odd power",
      curve("L * x^n / (K^n + x^n)"),
      { L: 2, K: 4, n: 3 },
      [4 * (9 ** (1 / 3) - 9 ** (-1 / 3)), 4, (2 * 3) / (4 * 4)],
    ],
    [
      "a Weibull function",
      curve("1 - exp(-(x / a)^b)"),
      { a: 5, b: 2.5 },
      [
        5 * (Math.log(10) ** 0.4 - Math.log(10 / 9) ** 0.4),
        5 * Math.LN2 ** 0.4,
        (2.5 / 5) * 0.5 * Math.LN2 ** (1.5 / 2.5),
      ],
    ],
    [
      "richards",
      curves.richards as Model,
      { L: 2, k: 1.1, x0: 5, nu: 2.5 },
      [
        Math.log((0.1 ** -2.5 - 1) / (0.9 ** -2.5 - 1)) / 1.1,
        5 - Math.log((0.5 ** -2.5 - 1) / 2.5) / 1.1,
        (2 * 0.5 * 1.1 * (1 - 0.5 ** 2.5)) / 2.5,
      ],
    ],
    [
      "bass",
      curves.bass as Model,
      { m: 2, p: 0.02, q: 0.9 },
      [
        (Math.log((1 + 45 * 0.9) / 0.1) - Math.log((1 + 45 * 0.1) / 0.9)) / 0.92,
        Math.log((1 + 45 * 0.5) / 0.5) / 0.92,
        2 * (0.02 + 0.9 * 0.5) * 0.5,
      ],
    ],
  ];
  it.each(closed)("%s has the width, midpoint and slope of its closed form", (_, model, truth, expected) => {
    const y = positive.map((v) => model.value(v, truth));
    const found = sharpness(fit(model, positive, y, { start: truth }));
    if (found.kind === "failed") throw new Error(found.reason);
    for (const [i, value] of [found.width, found.midpoint, found.slope].entries())
      expect(Math.abs(value / (expected[i] as number) - 1)).toBeLessThan(1e-7);
    expect(found.widthInterval.lower).toBeLessThanOrEqual(found.width);
    expect(found.widthInterval.upper - found.widthInterval.lower).toBeLessThan(1e-6);
  });
  it("the errors of a logistic curve from text are those of the built-in one", () => {
    const y = noisy((at) => curves.logistic.value(at, { L: 0.9, k: 1.6, x0: 21.3 }), 0.03, 4);
    const own = sharpness(fit(curve("L / (1 + exp(-k * (x - x0)))"), x, y));
    const built = sharpness(unwrapFit(fit(curves.logistic, x, y)), { interval: "wald" });
    if (own.kind === "failed") throw new Error(own.reason);
    expect(own.slopeInterval.lower).toBeCloseTo(built.slopeInterval.lower, 6);
    expect(own.slopeInterval.upper).toBeCloseTo(built.slopeInterval.upper, 6);
    const size = ({ widthInterval: { lower, upper } }: typeof built) => Math.log(upper / lower);
    expect(size(own) / size(built)).toBeCloseTo(1, 1);
  });
  it("counts over a chance level: half way is half way from chance", () => {
    const scales = [1, 2, 3, 4, 5, 6, 7, 8];
    const trials = scales.map(() => 100_000);
    const right = scales.map((at) => Math.round(1e5 * (0.5 + 0.5 * (1 - Math.exp(-((at / 4) ** 2))))));
    const found = sharpness(fitBinomial(curve("1 - exp(-(x / a)^b)"), scales, right, trials, { chance: 0.5 }));
    expect(found.kind === "sharpness" && found.midpoint).toBeCloseTo(4 * Math.sqrt(Math.LN2), 2);
  });
  it("holds the true width of a Hill curve in about 19 of 20 intervals, and the slope", { tags: ["slow"] }, () => {
    const truth = { L: 0.9, K: 4, n: 3 };
    const at = positive.slice(1);
    const [width, slope] = [4 * (9 ** (1 / 3) - 9 ** (-1 / 3)), (0.9 * 3) / 16];
    let [widths, slopes] = [0, 0];
    for (let seed = 1; seed <= 200; seed++) {
      const source = random(seed);
      const y = at.map((v) => curves.hill.value(v, truth) + 0.03 * source.normal());
      const found = sharpness(fit(curves.hill, at, y));
      if (found.kind === "failed") throw new Error(found.reason);
      if (found.widthInterval.lower <= width && width <= found.widthInterval.upper) widths++;
      if (found.slopeInterval.lower <= slope && slope <= found.slopeInterval.upper) slopes++;
    }
    // 190 are expected; the binomial standard deviation is 3.
    for (const count of [widths, slopes]) {
      expect(count).toBeGreaterThan(181);
      expect(count).toBeLessThan(200);
    }
  });
  it("does not change with the units", () => {
    const y = noisy((at) => curves.hill.value(at, { L: 0.9, K: 21, n: 12 }), 0.02, 3);
    const of = (unit: number, height: number) => {
      const found = sharpness(
        fit(
          curves.hill,
          x.map((v) => unit * v),
          y.map((v) => height * v),
        ),
      );
      if (found.kind === "failed") throw new Error(found.reason);
      const { width, widthInterval, slope, slopeInterval } = found;
      const size = height / unit;
      return [
        width / unit,
        widthInterval.lower / unit,
        widthInterval.upper / unit,
        slope / size,
        slopeInterval.lower / size,
        slopeInterval.upper / size,
      ];
    };
    for (const [i, value] of of(1e9, 1e-6).entries()) expect(value / (of(1, 1)[i] as number)).toBeCloseTo(1, 4);
  });
  it("an upper plateau that the data do not show has an interval without end", () => {
    const found = sharpness(
      fit(curves.richards, [0, 1, 2, 3, 4], [0.1, 0.2, 0.4, 0.8, 1.6], { start: { L: 1e4, k: 0.7, x0: 15, nu: 1 } }),
    );
    if (found.kind === "sharpness") expect(found.widthInterval.upper / found.widthInterval.lower).toBeGreaterThan(10);
    else expect(found.reason).not.toBe("");
  });
  it.each<[string, FitResult, RegExp]>([
    ["a line", fit(curves.line, [1, 2, 3], [1, 2, 3.5]), /line has no sharpness: it has no plateau on either side/],
    ["an exponential", fit(curves.exponential, [1, 2, 3, 4], [1, 2, 4.1, 8]), /it has no plateau above/],
    ["a power law", fit(curves.powerLaw as Model, [1, 2, 3, 4, 5], [1, 1.4, 1.7, 2, 2.2]), /no plateau above/],
    ["a parabola", fit(curves.polynomial(2), [1, 2, 3, 4, 5], [4, 1, 0.1, 1, 4.2]), /not monotone/],
    [
      "a bell",
      fit(
        curve("a * exp(-((x - m) / s)^2)"),
        x,
        x.map((v) => Math.exp(-((v - 21) ** 2)) + 0.001 * Math.sin(9 * v)),
      ),
      /not monotone/,
    ],
    ["a jump", fit(curves.step as Model, [1, 2, 3, 4, 5], [0, 0.1, 1, 1.1, 1]), /it jumps \(at x0\)/],
    [
      "two predictors",
      fit(
        curve("a + b * u + c * v", { predictors: ["u", "v"] }),
        [
          [1, 2],
          [2, 1],
          [3, 5],
          [4, 4],
        ],
        [1, 2, 3, 5],
      ),
      /2 predictors, needs one/,
    ],
  ])("%s has none, and the reason is said", (_, fitted, reason) => {
    expect(sharpness(fitted)).toMatchObject({ kind: "failed", reason: expect.stringMatching(reason) });
  });
});
