import { curve, curves, fit } from "@emergence/lib/fit";
import { random } from "@emergence/lib/stats";
import { afterEach, describe, expect, it, vi } from "vitest";
import { toFreeParameters } from "../../../lib/fit/problem/freeParameters";
import { toObservations } from "../../../lib/fit/problem/observations";
import { projected } from "../../../lib/fit/problem/projected";

const model = curve("a * exp(-b * x) + c + d * x^f");
const { normal } = random(3);
const x = Array.from({ length: 25 }, (_, i) => 0.5 + i / 3);
const y = x.map((value) => 3 * Math.exp(-0.7 * value) + 1 + 0.2 * value ** 1.4 + 0.05 * normal());

function posed(bounds: Parameters<typeof toFreeParameters>[2]["bounds"] = {}) {
  const data = toObservations("test", model, x, y, { weights: x.map((_, i) => 1 + (i % 3)) });
  const free = toFreeParameters("test", model, { bounds });
  const solved = ["a", "c", "d"].map((name) => model.parameters.indexOf(name));
  return projected(model, data, free, solved);
}

describe("variable projection", () => {
  it("leaves the linear parameters where a fit of them alone does", () => {
    const { solve } = posed();
    const at = Float64Array.from(model.parameters, (name) => ({ b: 0.4, f: 0.8 })[name] ?? Number.NaN);
    const cost = solve(at);
    const weights = x.map((_, i) => 1 + (i % 3));
    const alone = fit(model, x, y, { fixed: { b: 0.4, f: 0.8 }, weights });
    if (alone.kind === "failed") throw new Error(alone.reason);
    expect(cost).toBeCloseTo(alone.rss, 10);
    for (const [j, name] of model.parameters.entries()) expect(at[j]).toBeCloseTo(alone.parameters[name] as number, 8);
  });

  it("has the exact gradient, also where a bound holds a linear parameter", () => {
    for (const bounds of [{}, { d: [0.5, 2] as const }, { a: [0, 1] as const, c: [2, 3] as const }]) {
      const { problem, others } = posed(bounds);
      const [residual, jacobian] = [new Float64Array(x.length), new Float64Array(2 * x.length)];
      const at = Float64Array.of(0.5, 1.1);
      expect(others.length).toBe(2);
      problem.evaluate(at, residual, jacobian);
      for (const j of [0, 1]) {
        let exact = 0;
        for (let i = 0; i < x.length; i++)
          exact -= 2 * (jacobian[j * x.length + i] as number) * (residual[i] as number);
        const step = 1e-5;
        const cost = (shift: number) => {
          const moved = at.slice();
          moved[j] = (moved[j] as number) + shift;
          return problem.evaluate(moved, residual.slice(), jacobian.slice());
        };
        expect(Math.abs((cost(step) - cost(-step)) / (2 * step) - exact)).toBeLessThan(1e-5 * Math.abs(exact) + 1e-6);
      }
    }
  });

  it("holds columns that no number could square", () => {
    const [years, assets, rate] = [[2011, 2012, 2013, 2014, 2015], [255, 349, 449, 554, 658], 0.2211809328];
    const data = toObservations("test", curves.exponential, years, assets, {});
    const { solve } = projected(curves.exponential, data, toFreeParameters("test", curves.exponential, {}), [0]);
    const at = Float64Array.of(0, rate);
    expect(solve(at)).toBeCloseTo(1238.33278, 4);
    // By hand, with x counted from 2013: sum(y e) / sum(e^2), e = exp(rate (x - 2013)).
    const powers = years.map((year) => Math.exp(rate * (year - 2013)));
    const near =
      powers.reduce((sum, e, i) => sum + e * (assets[i] as number), 0) / powers.reduce((sum, e) => sum + e * e, 0);
    expect(Math.log(at[0] as number)).toBeCloseTo(Math.log(near) - rate * 2013, 9);
  });
});

describe("a formula that is evaluated often", () => {
  afterEach(() => void vi.unstubAllGlobals());
  const formulas = [
    "L / (1 + exp(-k * (x - m))) - 0.5",
    "a + b * x^(-c) * (1 + (x / d)^(1 / f))^(-c * f)",
    "sqrt(a^2 + x^2) - log(1 + b * x) + log10(c) / log(x, 3) + 1e-300 * abs(a - x)",
    "-cbrt(b) * tanh(c * x) + 2^(d - x)",
    "a * x * log(x - 0.6) + b * erf((x - c) / d) + gamma(a + x) + atan2(b, x)",
    "max(a * x, b) - min(x, c, d * x) + (x mod a) + hypot(x, b) + sign(x - c)",
    "(x < a + 1 ? b * x^c : x < 3 ? exp(-a * x) : c / x) + (a < x and x <= b + 2) * c + heaviside(x - b)",
    "(log(a - x) > 0 ? a : b) + c * (0 < x < 3) + not (x > d)",
  ];
  const evaluate = (text: string, times: number) => {
    const formula = curve(text);
    const vector = Float64Array.from(formula.parameters, (_, j) => 0.7 + 0.4 * j);
    const gradient = new Float64Array(vector.length);
    const seen: number[][] = [];
    for (let k = 0; k < times; k++) seen.push([formula.point(0.6 + (k % 5), vector, gradient), ...gradient]);
    return seen;
  };

  it("gives the same bits before it is made into straight code and after, and where a page forbids that", () => {
    for (const text of formulas) {
      const seen = evaluate(text, 300);
      for (const [k, numbers] of seen.entries()) expect(numbers).toEqual(seen[k % 5]);
      vi.stubGlobal("Function", () => {
        throw new EvalError("forbidden by the page's security policy");
      });
      expect(evaluate(text, 300)).toEqual(seen);
      vi.unstubAllGlobals();
    }
  });
});
