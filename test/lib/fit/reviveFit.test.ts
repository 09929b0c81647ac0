import { inspect } from "node:util";
import { unwrap } from "@emergence/lib/core";
import {
  type BinomialFit,
  bootstrap,
  curve,
  curves,
  type Fit,
  fit,
  fitBinomial,
  type Model,
  reviveFit,
  unwrapFit,
} from "@emergence/lib/fit";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

const x = Array.from({ length: 20 }, (_, i) => 1 + i / 2);
const noise = random(3);
const y = x.map((value) => 0.1 + 1.2 / (1 + Math.exp(-1.1 * (value - 5))) + 0.04 * noise.normal());
const trials = x.map(() => 60);
const successes = x.map((value) => noise.binomial(60, 0.2 + 0.7 / (1 + Math.exp(-1.1 * (value - 5)))));
const plane = x.map((value, i) => [value, (i * 7) % 5]);

const fits: Record<string, Fit | BinomialFit> = {
  logistic: unwrapFit(fit(curves.logistic, x, y)) as Fit,
  "weights, bounds, a held parameter": unwrapFit(
    fit(curves.logistic4, x, y, {
      weights: Float64Array.from(x, (_, i) => i % 3),
      bounds: { L: [0, Number.POSITIVE_INFINITY], k: [0.1, 0.9] },
      fixed: { floor: 0.1 },
    }),
  ) as Fit,
  "sigma known": unwrapFit(fit(curves.richards, x, y, { sigma: x.map(() => 0.04), absoluteSigma: true })) as Fit,
  "a robust loss": unwrapFit(fit(curves.gompertz, x, y, { loss: "cauchy" })) as Fit,
  "polynomial(3)": unwrapFit(fit(curves.polynomial(3), x, y)) as Fit,
  "brokenPowerLaw(1)": unwrapFit(fit(curves.brokenPowerLaw(1), x, y)) as Fit,
  step: unwrapFit(fit(curves.step, x, y)) as Fit,
  "a formula": unwrapFit(fit(curve("a + b * tanh(c * (x - d))", { name: "mine" }), x, y)) as Fit,
  "several predictors": unwrapFit(
    fit(curve("c + p * u + q * v", { predictors: ["u", "v"] }), plane, y, { start: { c: 0 } }),
  ) as Fit,
  "nothing fixes a or b": unwrapFit(fit(curve("a * b * x + c"), x, y)) as Fit,
  "as many parameters as points": unwrapFit(fit(curves.line, [0, 1], [1, 3])) as Fit,
  "counts above chance": unwrapFit(fitBinomial(curves.logistic, x, successes, trials, { chance: 0.2 })) as BinomialFit,
  "counts with a floor": unwrapFit(fitBinomial(curves.logistic4, x, successes, trials, { chance: 0.2 })) as BinomialFit,
};

const copies: Record<string, (one: Fit | BinomialFit) => unknown> = {
  spread: (one) => ({ ...one }),
  JSON: (one) => JSON.parse(JSON.stringify(one)),
  structuredClone: (one) => structuredClone(one),
};

describe.each(Object.entries(fits))("a fit: %s", (_, one) => {
  it("keeps every number in a copy by spread and by structuredClone", () => {
    for (const copy of [{ ...one }, structuredClone(one)]) {
      const { standardErrors, aic, warnings, residuals, n, condition } = copy as Fit;
      expect({ standardErrors, aic, warnings, residuals, n, condition }).toEqual({
        standardErrors: one.standardErrors,
        aic: one.aic,
        warnings: one.warnings,
        residuals: one.residuals,
        n: one.n,
        condition: one.condition,
      });
      expect(Object.keys(copy)).toEqual(Object.keys(one));
    }
  });

  it.each(Object.entries(copies))("comes back from a copy by %s, to the last bit", (__, copyOf) => {
    const again = reviveFit(copyOf(one) as Fit);
    const at =
      one.model.predictors.length === 1
        ? [0.5, 3.3, 12]
        : [
            [1, 2],
            [3, 4],
          ];
    expect(again.toJSON()).toEqual(one.toJSON());
    expect(again.predict(at)).toEqual(one.predict(at));
    for (const interval of ["confidence", "prediction"] as const) {
      expect(again.band(at, { interval })).toEqual(one.band(at, { interval }));
    }
    expect(again.interval(0.8)).toEqual(one.interval(0.8));
    expect(again.profile()).toEqual(one.profile());
    expect(again.logLikelihoods()).toEqual(one.logLikelihoods());
    expect(again.report()).toBe(one.report());
  });

  it("is made of data only: its methods stand on the prototype", () => {
    expect(Object.values(one).filter((value) => typeof value === "function")).toEqual([]);
    expect(inspect(one, { depth: 0 })).toContain("standardErrors: [Object]");
    expect(inspect(one, { depth: 0 })).not.toMatch(/\[Getter|\[Function/);
  });
});

describe("reviveFit", () => {
  it("makes every built-in curve again", () => {
    for (const model of Object.values(curves)) {
      const made = (typeof model === "function" ? model(2) : model) as Model;
      const held = Object.fromEntries(made.parameters.map((name, j) => [name, 1 + j / 8]));
      const one = unwrapFit(fit(made, x, y, { fixed: held }));
      expect(reviveFit(structuredClone(one)).predict(x)).toEqual(one.predict(x));
    }
  });
  it("gives a fit that can be resampled and compared", () => {
    const one = fits.logistic as Fit;
    const options = { replicates: 20, seed: 5 };
    const replicates = (fitted: Fit) => unwrap(bootstrap(fitted, options)).replicates;
    expect(replicates(reviveFit(structuredClone(one)))).toEqual(replicates(one));
  });
  it("writes an infinity as text in JSON only", () => {
    const one = fits["nothing fixes a or b"] as Fit;
    expect(one.standardErrors.a).toBe(Number.POSITIVE_INFINITY);
    expect(JSON.parse(JSON.stringify(one)).standardErrors.a).toBe("Infinity");
    expect(reviveFit(JSON.parse(JSON.stringify(one))).standardErrors.a).toBe(Number.POSITIVE_INFINITY);
  });
  it("needs the model of a fit whose model is an object of one's own", () => {
    const own = { ...curves.line, name: "my line" };
    const one = unwrapFit(fit(own, x, y));
    const copy = structuredClone(one);
    expect(copy.origin).toBeUndefined();
    expect(() => reviveFit(copy)).toThrow(/model of my line is an object of your own .* reviveFit\(fit, model\)/);
    expect(reviveFit(copy, own).predict(3)).toBe(one.predict(3));
    expect(() => reviveFit(copy, curves.logistic as unknown as typeof own)).toThrow("parameters L, k, x0");
    const counts = unwrapFit(fitBinomial(own, x, successes, trials, { chance: 0.1 }));
    expect(reviveFit(structuredClone(counts), own).predict(3)).toBe(counts.predict(3));
  });
  it("hands back a failed fit, and refuses what is no fit", () => {
    const failed = fit(curves.line, [1, 1, 1], [1, 2, 3]);
    expect(reviveFit(failed)).toBe(failed);
    for (const wrong of [undefined, null, 3, {}, { kind: "fit" }]) {
      expect(() => reviveFit(wrong as object)).toThrow("needs a copy of a fit");
    }
  });
  it("does not follow changes of the caller's x and y", () => {
    const [xs, ys] = [x.slice(), y.slice()];
    const one = unwrapFit(fit(curves.line, xs, ys));
    xs[0] = 99;
    ys[0] = 99;
    expect([one.x, one.y]).toEqual([x, y]);
  });
});

describe("report", () => {
  it("lists statistics, variables with errors, and correlations from 0.1 on", () => {
    const text = (fits.logistic as Fit).report();
    expect(text).toMatch(/\[\[Fit Statistics\]\]\n {4}data points +=/);
    expect(text).toMatch(/chi-square +=.*\n {4}reduced chi-square = .*\n {4}Akaike info crit/);
    expect(text).toMatch(/\[\[Variables\]\]\n {4}L: +1\.\d+ \+\/- 0\.\d+ \(\d+\.\d\d %\)/);
    expect(text).toMatch(/C\(L, k\) = -0\.\d{4}/);
  });
  it("tells what is fixed, at its bound, or not determined", () => {
    const held = (fits["weights, bounds, a held parameter"] as Fit).report();
    expect(held).toMatch(/floor: 0\.1 \(fixed\)/);
    expect(held).toMatch(/k: .*\(at its bound\)/);
    expect((fits["nothing fixes a or b"] as Fit).report()).toMatch(/a: .* \+\/- Infinity\n/);
    expect((fits["counts above chance"] as BinomialFit).report()).toMatch(/deviance +=/);
  });
});
