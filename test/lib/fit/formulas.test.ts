import { readFileSync } from "node:fs";
import { join } from "node:path";
import { curve, curves, type Fit, fit } from "@emergence/lib/fit";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

// By numpy and scipy: test/fixtures/fit/formula_values.py.
const fixtures: { one: [string, number, number, number][]; two: [string, number, number, number, number, number][] } =
  JSON.parse(readFileSync(join(import.meta.dirname, "..", "..", "fixtures", "fit", "formulas.json"), "utf8"));

/** Value and gradient of a formula of parameters alone. */
function at(text: string, values: Readonly<Record<string, number>>): number[] {
  const model = curve(text);
  const vector = Float64Array.from(model.parameters, (name) => values[name] as number);
  const gradient = new Float64Array(vector.length);
  const value = model.point(0, vector, gradient);
  return [value, ...model.parameters.map((_, j) => gradient[j] as number)];
}

// exp(-450), the smallest of them, has lost 450 units in the last place to its argument alone.
function expectClose(found: readonly number[], expected: readonly number[]): void {
  expect(found.length).toBe(expected.length);
  for (const [i, value] of expected.entries())
    expect(Math.abs((found[i] as number) - value)).toBeLessThanOrEqual(2e-13 * Math.abs(value));
}

const x = Array.from({ length: 40 }, (_, i) => 200 * i + 100);
const bent = x.map((v, i) => Math.max(0.02 * v + 30, 0.2 * v - 870) + 5 * Math.sin(7 * i));
const asFit = (result: ReturnType<typeof fit>): Fit => {
  if (result.kind === "failed") throw new Error(result.reason);
  return result;
};

describe("functions of a formula", () => {
  it.each([...new Set(fixtures.one.map(([name]) => name))])("%s has scipy's value and slope", (name) => {
    for (const [, a, value, slope] of fixtures.one.filter((row) => row[0] === name))
      expectClose(at(`${name}(a)`, { a }), [value, slope]);
  });
  it.each([...new Set(fixtures.two.map(([text]) => text))])("%s has the value and both slopes", (text) => {
    for (const [, a, b, ...expected] of fixtures.two.filter((row) => row[0] === text))
      expectClose(at(text, { a, b }), expected);
  });
  it("round takes halves away from 0, gamma is no number at its poles, erf ends at 1", () => {
    expect(at("round(a)", { a: -2.5 })[0]).toBe(-3);
    expect(at("gamma(a)", { a: -1 })[0]).toBeNaN();
    expect(at("erf(a)", { a: 1e9 })).toEqual([1, 0]);
    expect(at("erf(a)", { a: Number.NaN })[0]).toBeNaN();
  });
  it("a condition outside its domain is no number, not false", () => {
    expect(at("log(a) < 0 ? 1 : 2", { a: -1 })[0]).toBeNaN();
  });
  it("at a kink the slope lies between those of the two sides", () => {
    expect(at("max(a, b)", { a: 1, b: 1 })).toEqual([1, 1, 0]);
    expect(at("abs(a)", { a: 0 })).toEqual([0, 0]);
  });
  it("writes TeX for choices, max and erf", () => {
    expect(curve("x < x0 ? a : b").tex).toMatch(/begin\{cases\}.*x_\{0\}/);
    expect(curve("max(a, x)").tex).toContain("\\max");
    expect(curve("normalCdf(a * x)").tex).toContain("normalCdf");
  });
});

describe("fits of formulas with kinks and jumps", () => {
  // Two regimes, after a question of StackExchange: the larger of two lines.
  it.each(["max(a * x + b, c * x + d)", "-min(a * x + b, c * x + d)"])("%s is the hinge", (text) => {
    const own = asFit(fit(curve(text), x, bent));
    expect(own.rss).toBeCloseTo(asFit(fit(curves.hinge, x, bent)).rss, 6);
  });
  it.each([
    "x < x0 ? l + b * (x - x0) : l + c * (x - x0)",
    "l + b * (x - x0) + c * max(0, x - x0)",
    "l + b * x + c * abs(x - x0)",
    "l + b * x + (x > x0) * c * (x - x0)",
  ])("%s is the hinge, with its place and its error", (text) => {
    const [own, hinge] = [asFit(fit(curve(text), x, bent)), asFit(fit(curves.hinge, x, bent))];
    expect(own.rss).toBeCloseTo(hinge.rss, 6);
    expect(own.parameters.x0).toBeCloseTo(hinge.parameters.x0 as number, 5);
    expect(own.standardErrors.x0).toBeCloseTo(hinge.standardErrors.x0 as number, 5);
  });
  // Nineteen points with a break, after stackoverflow.com/questions/45091604: scipy's covariance is not estimated from its default start.
  it("a break in a public question's data, by choice and by max", () => {
    const at = [
      7228, 7620, 7730, 7901, 8139, 8370, 8448, 8737, 8824, 9089, 9233, 9321, 9509, 9568, 9642, 9756, 9915, 10601,
      10942,
    ];
    const y = [
      0.874, 0.893, 0.8905, 0.8916, 0.9095, 0.9142, 0.9109, 0.9185, 0.9169, 0.9251, 0.929, 0.9304, 0.9467, 0.9378,
      0.9464, 0.9508, 0.9583, 0.9857, 0.9975,
    ];
    const choice = asFit(fit(curve("x < x0 ? k1 * x + y0 - k1 * x0 : k2 * x + y0 - k2 * x0"), at, y));
    const most = asFit(fit(curve("max(a * x + b, c * x + d)"), at, y));
    const hinge = asFit(fit(curves.hinge, at, y));
    for (const { rss, identifiable } of [choice, most]) {
      // The best bend lies on a data point, where the sum of squares has a cusp: a hinge tries the point, a descent only comes near.
      expect(rss / hinge.rss).toBeGreaterThan(1 - 1e-12);
      expect(rss / hinge.rss).toBeCloseTo(1, 3);
      expect(identifiable).toBe(true);
    }
    expect(choice.parameters.x0).toBeCloseTo(hinge.parameters.x0 as number, 2);
  });
  it.each(["x < x0 ? a : b", "if(x >= x0, b, a)", "a + (b - a) * heaviside(x - x0)"])("%s is the step", (text) => {
    const y = x.map((v, i) => (v < 3150 ? 2 : 5) + 0.3 * Math.sin(5 * i));
    const [own, step] = [asFit(fit(curve(text), x, y)), asFit(fit(curves.step, x, y))];
    expect(curve(text).nonsmooth).toEqual(["x0"]);
    expect(own.parameters.x0).toBe(step.parameters.x0);
    expect(own.standardErrors.x0).toBe(step.standardErrors.x0);
    expect([own.parameters.a, own.parameters.b]).toEqual([
      expect.closeTo(step.parameters.low as number, 9),
      expect.closeTo(step.parameters.high as number, 9),
    ]);
  });
  it("two jumps among 5,000 points are found to the gap", () => {
    const { normal } = random(5);
    const at = Array.from({ length: 5000 }, (_, i) => i);
    const y = at.map((v) => (v < 1234 ? 1 : v < 4321 ? 4 : 2) + 0.3 * normal());
    const { parameters } = asFit(fit(curve("x < x1 ? a : (x < x2 ? b : c)"), at, y));
    expect([parameters.x1, parameters.x2]).toEqual([1233.5, 4320.5]);
  });
  it("two jumps are searched together", () => {
    const y = x.map((v, i) => (v < 2000 ? 1 : v < 5600 ? 4 : 2) + 0.1 * Math.sin(5 * i));
    const { parameters } = asFit(fit(curve("x < x1 ? a : (x < x2 ? b : c)"), x, y));
    expect([parameters.x1, parameters.x2]).toEqual([2000, 5600]);
  });
  it("a psychometric function by normalCdf and by erf is the same curve", () => {
    const y = [0.02, 0.1, 0.28, 0.55, 0.8, 0.93, 0.99];
    const [cdf, erf] = ["normalCdf((x - m) / s)", "(1 + erf((x - m) / (s * sqrt(2)))) / 2"].map((text) =>
      asFit(fit(curve(text), [1, 2, 3, 4, 5, 6, 7], y)),
    ) as [Fit, Fit];
    for (const name of ["m", "s"]) expect(cdf.parameters[name]).toBeCloseTo(erf.parameters[name] as number, 10);
  });
});
