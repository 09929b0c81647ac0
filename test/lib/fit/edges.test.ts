import { curve, curves, type Fit, type FitResult, fit, fitBinomial, type Model, reviveFit } from "@emergence/lib/fit";
import { describe, expect, it } from "vitest";

const asFit = (result: FitResult): Fit => {
  if (result.kind === "failed") throw new Error(result.reason);
  return result;
};
const x = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const wobble = (i: number) => 0.01 * Math.sin(9 * i);

/** Gradient by central differences. */
function slopes(model: Model, at: number, vector: Float64Array): number[] {
  const spare = new Float64Array(vector.length);
  return Array.from(vector, (value, j) => {
    const step = 1e-6 * Math.max(1, Math.abs(value));
    const [up, down] = [1, -1].map((sign) =>
      model.point(
        at,
        vector.map((v, i) => (i === j ? v + sign * step : v)),
        spare,
      ),
    ) as [number, number];
    return (up - down) / (2 * step);
  });
}

describe("x = 0 of a power", () => {
  const laws: [string, Model, number[]][] = [
    ["powerLaw", curves.powerLaw as Model, [3, 2, 0.5]],
    ["brokenPowerLaw(0)", curves.brokenPowerLaw(0) as Model, [3, 2, -0.5]],
    ["brokenPowerLaw(1)", curves.brokenPowerLaw(1) as Model, [3, 2, -0.5, 0.7, 2, 0.4]],
    ["hill", curves.hill as Model, [3, 2, 0.5]],
    ["hill, falling", curves.hill as Model, [3, 2, -0.5]],
    ["a + b * x^c", curve("a + b * x^c"), [3, 2, 0.5]],
    ["a / (1 + b * x^c)", curve("a / (1 + b * x^c)"), [3, 2, 0.5]],
    ["a / (1 + b * x^-c)", curve("a / (1 + b * x^-c)"), [3, 2, 0.5]],
    ["1 - exp(-(x / a)^b)", curve("1 - exp(-(x / a)^b)"), [3, 0.5]],
    ["a * x * log(b * x)", curve("a * x * log(b * x)"), [3, 0.5]],
    ["a * exp(-b / x)", curve("a * exp(-b / x)"), [3, 0.5]],
    ["sqrt(a * x) + b", curve("sqrt(a * x) + b"), [3, 0.5]],
    ["cbrt(a * x) + b", curve("cbrt(a * x) + b"), [3, 0.5]],
    ["a * x^b * log(x)^2", curve("a * x^b * log(x + c)^2"), [3, 0.5, 1]],
  ];
  it.each(laws)("%s has its limit, and the gradient that differences give", (_, model, values) => {
    const vector = Float64Array.from(values);
    const gradient = new Float64Array(vector.length);
    expect(model.point(0, vector, gradient)).toBeCloseTo(
      model.point(1e-200, vector, new Float64Array(vector.length)),
      9,
    );
    for (const [j, slope] of slopes(model, 0, vector).entries()) expect(gradient[j]).toBeCloseTo(slope, 6);
  });
  // Doses of which the first are 0, as in every assay with a control.
  it("the log-logistic law of a dose is the same in its logarithm and as a power, the control at dose 0 included", () => {
    const dose = [0, 0, 0, 0.94, 0.94, 1.88, 1.88, 3.75, 3.75, 7.5, 7.5, 15, 15, 30, 30];
    const growth = [7.6, 8, 8.3, 7, 8.4, 6.5, 6.4, 3.1, 2.9, 1.2, 0.9, 0.6, 0.4, 0.5, 0.3];
    const [logarithm, power] = ["c + (d - c) / (1 + exp(b * (log(x) - log(e))))", "c + (d - c) / (1 + (x / e)^b)"].map(
      (text) => asFit(fit(curve(text), dose, growth, { start: { c: 0.4, d: 8, b: 3, e: 3 } })),
    ) as [Fit, Fit];
    for (const name of ["b", "c", "d", "e"]) {
      expect(logarithm.parameters[name]).toBeCloseTo(power.parameters[name] as number, 8);
      expect(logarithm.standardErrors[name]).toBeCloseTo(power.standardErrors[name] as number, 8);
    }
  });
  it("a law that begins flat is defined at 0", () => {
    const flat = { a: 1, b: 2, c0: 0, c1: 0.7, d1: 2, f1: 0.4 };
    expect(curves.brokenPowerLaw(1).value(0, flat)).toBe(3);
  });

  const truth = x.map((v, i) => 3 + 2 * Math.sqrt(v) + wobble(i));
  it.each<[string, Model, string, number]>([
    ["powerLaw", curves.powerLaw as Model, "exponent", 1],
    ["brokenPowerLaw(0)", curves.brokenPowerLaw(0) as Model, "c0", -1],
    ["a + b * x^c", curve("a + b * x^c"), "c", 1],
    ["a + b * x^(-c)", curve("a + b * x^(-c)"), "c", -1],
  ])("%s is fitted through x = 0", (_, model, name, sign) => {
    const found = asFit(fit(model, x, truth));
    expect(sign * (found.parameters[name] as number)).toBeCloseTo(0.5001347681, 8);
    expect(found.standardErrors[name]).toBeCloseTo(0.0017625271, 8);
    expect(found.warnings).toEqual([]);
  });
  it("counts take x = 0 too", () => {
    const trials = x.map(() => 1000);
    const right = x.map((v) => Math.round(1000 * (1 - Math.exp(-((v / 3) ** 1.5)))));
    const found = fitBinomial(curve("1 - exp(-(x / a)^b)"), x, right, trials);
    expect(found.parameters.b).toBeCloseTo(1.5, 1);
  });
  // Thirty points of a saturating rise, after stackoverflow.com/questions/20161899: scipy divides by 0.
  it("a rational power law of a public question, with x = 0 among its points", () => {
    const y = [
      20.8, 20.9, 22.9, 25.2, 26.9, 28.3, 29.5, 30.7, 31.8, 32.9, 34.0, 35.3, 36.4, 37.5, 38.6, 39.6, 40.6, 41.6, 42.5,
      43.2, 44.2, 45.0, 45.8, 46.5, 47.3, 48.0, 48.6, 49.2, 49.8, 50.4,
    ];
    const found = asFit(fit(curve("a / (1 + b * x^c)"), Array.from(y.keys()), y));
    expect(found.rss).toBeCloseTo(38.881034, 5);
    expect(found.parameters.c).toBeCloseTo(0.312544, 5);
  });
  // Reaction times by trial, counted from 0, after tolstoy.newcastle.edu.au/R/e4/help/08/05/10758.html: nls stops at the infinity of 0^p.
  const times = [1132, 630.5, 1371.5, 704, 488.5, 575.5, 613, 824.5, 509, 791, 492.5, 515.5, 467, 556.5, 456];
  it("says so where x = 0 keeps out a falling power that would be better", () => {
    const trials = Array.from(times.keys());
    const found = asFit(fit(curve("a + b * x + c * x^p"), trials, times));
    expect(found.warnings.join()).toMatch(/x\[0\] = 0 lies at the edge of the domain.*weight 0.*or shift x/);
    const shifted = asFit(
      fit(curve("a + b * x + c * (x + 1)^p", {}), trials, times, { start: { p: -0.3 }, bounds: { p: [-3, 0] } }),
    );
    expect(shifted.rss).toBeLessThan(found.rss * 1.02);
  });
});

describe("points outside the domain", () => {
  const outside: [string, Model, number[], string][] = [
    ["powerLaw at x < 0", curves.powerLaw as Model, [-1, ...x], "powerLaw is not defined at x[0] = -1, whatever"],
    ["hill at x < 0", curves.hill as Model, [...x, -2], "hill is not defined at x[9] = -2"],
    ["brokenPowerLaw at x < 0", curves.brokenPowerLaw(0) as Model, [-1, ...x], "is not defined at x[0] = -1"],
    ["log at 0 and below", curve("a + b * log(x)"), [-1, ...x], "is not defined at x[0] = -1 and 1 further point,"],
    ["1 / x at 0", curve("a + b / x"), [9, ...x], "is not defined at x[1] = 0,"],
    ["sqrt below 0", curve("a * sqrt(x) + b"), [-3, ...x], "is not defined at x[0] = -3,"],
  ];
  it.each(outside)("%s: a reason that names the point and the cure", (_, model, at, message) => {
    const found = fit(
      model,
      at,
      at.map((v, i) => v + Math.sin(i)),
    );
    expect(found).toMatchObject({ kind: "failed", reason: expect.stringContaining(message) });
    expect((found as { reason: string }).reason).toMatch(/leave out.*weight 0.*shift x/);
  });
  it("names the row of several predictors", () => {
    const found = fit(
      curve("a + b * log(u) + c * v", { predictors: ["u", "v"] }),
      x.map((v) => [v, v * v]),
      x.map((v, i) => v + Math.sin(i)),
    );
    expect(found).toMatchObject({ reason: expect.stringContaining("not defined at x[0] = [0, 0]") });
  });
  it("counts: the same", () => {
    const found = fitBinomial(curve("1 / (1 + exp(-a - b * log(x)))"), [-1, 1, 2, 3], [1, 2, 5, 9], [10, 10, 10, 10]);
    expect(found).toMatchObject({ kind: "failed", reason: expect.stringContaining("not defined at x[0] = -1") });
  });
  // Rates of development by temperature, after community.rstudio.com/t/170569; Briere's curve has an infinite slope at x = m.
  it("an edge that a parameter sets, at a point of the data, is reached and named, and the fit is that with the parameter held there", () => {
    const [t, rate] = [
      [8, 16, 20, 25, 25, 29, 29, 35],
      [0, 0.27, 0.2, 0.69, 0.76, 1, 0.98, 0],
    ];
    const briere = curve("a * x * (x - l) * sqrt(m - x)");
    // With a and l solved for or descended alone the search gets to the edge, where descents of all three once ended without converging.
    const free = asFit(fit(briere, t, rate));
    expect(free.warnings[0]).toMatch(/x\[7\] = 35 leaves it where m is smaller/);
    const held = asFit(fit(briere, t, rate, { fixed: { m: 35 } }));
    expect(Math.abs(free.rss / held.rss - 1)).toBeLessThan(1e-8);
  });
  it("a fit that ends at such an edge says so", () => {
    const found = asFit(fit(curve("b * sqrt(x - c)"), [1, 2, 3, 4, 5], [0, 1, 1.4, 1.75, 2]));
    expect(found.parameters.c).toBeCloseTo(1, 9);
    expect(found.warnings.join()).toMatch(/x\[0\] = 1 leaves it where c is larger than 1/);
  });
  it("overflow at large x is not taken for the edge of a domain", () => {
    const found = fit(curve("exp(a * x)"), [0, 1e5, 2e5], [1, 2, 3], { start: { a: 1 }, bounds: { a: [0.5, 2] } });
    expect(found).toMatchObject({ kind: "failed", reason: expect.stringContaining("not finite at") });
  });

  it.each<[string, Model]>([
    ["powerLaw", curves.powerLaw as Model],
    ["a + b * log(x)", curve("a + b * log(x)")],
    ["a + b / x", curve("a + b / x")],
    ["hill", curves.hill as Model],
  ])("%s: a point of weight 0 outside the domain changes nothing", (_, model) => {
    const [at, y] = [x.slice(1), x.slice(1).map((v, i) => (9 * v) / (v + 2) + wobble(i))];
    const weights = [0, ...at.map((_, i) => 1 + (i % 2))];
    for (const loss of ["linear", "huber"] as const) {
      const plain = asFit(fit(model, at, y, { weights: weights.slice(1), loss }));
      const more = asFit(fit(model, [-1, ...at], [7, ...y], { weights, loss }));
      // The sums are grouped in fours, so one row more changes last digits.
      const numbers = ({ parameters, standardErrors, rss, n, aicc, r2 }: Fit) =>
        [...Object.values(parameters), ...Object.values(standardErrors), rss, n, aicc, r2] as number[];
      for (const [i, value] of numbers(more).entries()) {
        const other = numbers(plain)[i] as number;
        expect(Math.abs(value - other)).toBeLessThanOrEqual(1e-7 * Math.abs(other));
      }
      expect(more.fitted.length).toBe(at.length + 1);
      expect(more.warnings).toEqual(plain.warnings);
      expect(reviveFit(JSON.parse(JSON.stringify(more))).profile()).toEqual(more.profile());
    }
  });
});
