import { curve, curves, type FitOptions, fit, type Model } from "@emergence/lib/fit";
import { describe, expect, it } from "vitest";

const x = [1, 2, 3, 4, 5, 6];
const y = [0.1, 0.2, 0.6, 0.9, 1, 1];
const all: Record<string, Model> = {
  ...(curves as unknown as Record<string, Model>),
  polynomial: curves.polynomial(2),
  brokenPowerLaw: curves.brokenPowerLaw(1),
};

describe("hopeless input to fit", () => {
  const errors: [string, readonly number[], readonly number[], FitOptions<"L" | "k" | "x0">, string][] = [
    ["no points", [], [], {}, "fit: no points"],
    ["ragged vectors", [1, 2], [1], {}, "fit: 2 x but 1 y"],
    ["fewer points than parameters", [1, 2], [1, 2], {}, "fit: 2 points for 3 parameters"],
    ["NaN in x", [1, Number.NaN, 3, 4], [1, 2, 3, 4], {}, "fit: x[1] is NaN, needs a finite number"],
    ["infinity in y", [1, 2, 3, 4], [1, 2, Number.POSITIVE_INFINITY, 4], {}, "fit: y[2] is Infinity"],
    ["undefined in y", [1, 2, 3, 4], [1, 2, undefined as never, 4], {}, "fit: y[2] is undefined"],
    ["negative sigma", x, y, { sigma: [1, 1, -1, 1, 1, 1] }, "fit: sigma[2] is -1, needs a number above 0"],
    ["a sigma of 0", x, y, { sigma: [1, 1, 0, 1, 1, 1] }, "fit: sigma[2] is 0"],
    ["too few sigma", x, y, { sigma: [1, 1] }, "fit: 2 sigma for 6 points"],
    ["negative weights", x, y, { weights: [1, 1, 1, 1, -2, 1] }, "fit: weights[4] is -2"],
    ["weights that leave too few points", x, y, { weights: [0, 0, 0, 0, 1, 1] }, "fit: 2 points for 3 parameters"],
    ["weights and sigma at once", x, y, { weights: y, sigma: y }, "fit: weights and sigma"],
    [
      "a start outside the bounds",
      x,
      y,
      { start: { L: 5 }, bounds: { L: [0, 1] } },
      "fit: start L = 5 lies outside [0, 1]",
    ],
    ["bounds the wrong way round", x, y, { bounds: { L: [1, 0] } }, "fit: bounds of L are [1, 0]"],
    ["a start that is NaN", x, y, { start: { L: Number.NaN } }, "fit: start L = NaN"],
    ["a start that is no parameter", x, y, { start: { M: 1 } as never }, "fit: start names M, logistic has L, k, x0"],
    ["a bound on no parameter", x, y, { bounds: { M: [0, 1] } as never }, "fit: bounds names M"],
    ["a fixed name that is no parameter", x, y, { fixed: { M: 1 } as never }, "fit: fixed names M"],
    ["a fixed infinity", x, y, { fixed: { L: Number.POSITIVE_INFINITY } }, "fit: fixed L is Infinity"],
  ];
  for (const [title, xs, ys, options, message] of errors) {
    it(`throws on ${title}`, () => expect(() => fit(curves.logistic, xs, ys, options)).toThrow(message));
  }

  for (const [name, model] of Object.entries(all)) {
    it(`${name}: equal x is a failed fit with a reason`, () => {
      const result = fit(model, [3, 3, 3, 3, 3, 3, 3], [1, 2, 1, 2, 1, 2, 1]);
      expect(result.kind).toBe("failed");
      expect(result.kind === "failed" && result.reason).toMatch(/all 7 x are equal \(3\)/);
    });

    it(`${name}: constant y is a failed fit with a reason`, () => {
      const result = fit(model, [1, 2, 3, 4, 5, 6, 7], [5, 5, 5, 5, 5, 5, 5]);
      expect(result.kind).toBe("failed");
      expect(result.kind === "failed" && result.reason).toMatch(/y is constant/);
    });

    it(`${name}: pure noise gives a value, never NaN`, () => {
      const noise = [0.3, -1.1, 0.9, 0.2, -0.7, 1.4, -0.2, 0.6, -1.3, 0.1, 0.8, -0.4];
      const result = fit(
        model,
        noise.map((_, i) => i + 1),
        noise,
      );
      if (result.kind === "failed") return expect(result.reason).not.toBe("");
      const numbers = [
        ...Object.values(result.parameters),
        ...Object.values(result.standardErrors),
        ...result.covariance.flat(),
        ...result.correlation.flat(),
        ...Object.values(result.interval()).flatMap(({ lower, upper }) => [lower, upper]),
        ...result.band([2, 30]).lower,
        result.aicc,
        result.r2,
      ];
      expect(numbers.filter(Number.isNaN)).toEqual([]);
    });
  }

  it("says that a model overflows everywhere", () => {
    const result = fit(curve("exp(a * x)"), [1e5, 2e5, 3e5], [1, 2, 3], { start: { a: 1 }, bounds: { a: [0.5, 2] } });
    expect(result.kind === "failed" && result.reason).toMatch(/not finite/);
  });

  it("as many points as parameters: a fit without errors, and a warning", () => {
    const result = fit(curves.line, [1, 3], [2, 8]);
    if (result.kind === "failed") throw new Error(result.reason);
    expect(result.parameters.slope).toBeCloseTo(3, 12);
    expect(result.standardErrors.slope).toBe(Number.POSITIVE_INFINITY);
    expect(result.sigma).toBe(Number.POSITIVE_INFINITY);
    expect(result.aicc).toBe(Number.POSITIVE_INFINITY);
    expect(result.interval().slope).toEqual({ lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY });
    expect(result.warnings.join()).toMatch(/as many parameters as points/);
  });

  it("does not change its input", () => {
    const [frozenX, frozenY, sigma] = [Object.freeze([...x]), Object.freeze([...y]), Object.freeze(y.map(() => 0.1))];
    const options = Object.freeze({ sigma, start: Object.freeze({ L: 1, k: 1, x0: 3 }) });
    const typed = Float64Array.from(y);
    fit(curves.logistic, frozenX, frozenY, options);
    fit(curves.logistic, frozenX, typed);
    expect([...typed]).toEqual(y);
  });
});
