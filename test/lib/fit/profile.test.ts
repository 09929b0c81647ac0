import { curves, type Fit, type FitResult, fit, fitBinomial } from "@emergence/lib/fit";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";
import { expectMisses } from "../chance";

function found<Name extends string>(result: FitResult<Name>): Fit<Name> {
  if (result.kind === "failed") throw new Error(result.reason);
  return result;
}

describe("profile", () => {
  it("of a line is the Student interval", () => {
    const line = found(fit(curves.line, [1, 2, 3, 4, 5], [1.1, 1.9, 3.2, 3.9, 5.1]));
    for (const name of ["intercept", "slope"] as const) {
      expect(line.profile()[name].lower).toBeCloseTo(line.interval()[name].lower, 9);
      expect(line.profile(0.5)[name].upper).toBeCloseTo(line.interval(0.5)[name].upper, 9);
    }
  });

  it("ends lie where F says the curve is just bad enough", () => {
    const { normal } = random(2);
    const x = Array.from({ length: 15 }, (_, i) => i);
    const y = x.map((value) => curves.gompertz.value(value, { L: 5, k: 0.4, x0: 6 }) + 0.1 * normal());
    const whole = found(fit(curves.gompertz, x, y));
    const t = 2.1788128297; // Student's t, 97.5 %, 12 degrees of freedom
    for (const name of ["L", "k", "x0"] as const) {
      for (const end of Object.values(whole.profile()[name])) {
        const held = found(fit(curves.gompertz, x, y, { fixed: { [name]: end } }));
        expect((held.rss - whole.rss) / whole.sigma ** 2).toBeCloseTo(t * t, 6);
      }
    }
  });

  // The ceiling of a curve seen to its middle. The further up a ceiling is, the more the curve is an exponential one.
  const sampled = Array.from({ length: 40 }, (_, seed) => {
    const { normal } = random(seed);
    const x = Array.from({ length: 12 }, (_, i) => i / 2);
    const y = x.map((value) => curves.logistic.value(value, { L: 1, k: 1, x0: 5 }) + 0.05 * normal());
    return { seed, x, y, rising: found(fit(curves.exponential, x, y)), whole: fit(curves.logistic, x, y) };
  });
  const fitted = sampled.flatMap(({ seed, rising, whole }) =>
    whole.kind === "failed" ? [] : [{ seed, rising, whole, ceiling: whole.profile().L }],
  );

  it("is open exactly where F does not rule out the exponential curve, which a ceiling tends to as it rises", () => {
    const t = 2.2621571628; // Student's t, 97.5 %, 9 degrees of freedom
    for (const { seed, rising, whole, ceiling } of fitted) {
      const excess = (rising.rss - whole.rss) / (t * whole.sigma) ** 2;
      if (Math.abs(excess - 1) < 1e-3) continue; // an end so far up that it is as good as none
      expect(ceiling.upper === Number.POSITIVE_INFINITY, `seed ${seed}, ${excess}`).toBe(excess < 1);
    }
  });

  it("is missing only where the exponential curve fits better than any ceiling", () => {
    for (const { seed, x, y, rising, whole } of sampled) {
      if (whole.kind === "fit") continue;
      const [low, high] = [2, 100].map((L) => found(fit(curves.logistic, x, y, { fixed: { L } })).rss);
      expect(rising.rss, `seed ${seed}`).toBeLessThan(high as number);
      expect(high, `seed ${seed}`).toBeLessThan(low as number);
    }
  });

  it("holds the true ceiling as often as 95 % says", () => {
    const misses = fitted.filter(({ ceiling: { lower, upper } }) => !(lower < 1 && upper > 1)).length;
    expectMisses(misses, fitted.length, 0.05);
  });

  it("stops at a bound, and gives a held parameter no width", () => {
    const x = [0, 1, 2, 3, 4, 5];
    const y = [0.1, 0.4, 1.1, 1.4, 2.2, 2.4];
    const bounded = found(fit(curves.line, x, y, { bounds: { slope: [0.45, 0.55] } }));
    expect(bounded.profile().slope).toEqual({ lower: 0.45, upper: 0.55 });
    const held = found(fit(curves.line, x, y, { fixed: { intercept: 0 } }));
    expect(held.profile().intercept).toEqual({ lower: 0, upper: 0 });
    expect(held.interval().intercept).toEqual({ lower: 0, upper: 0 });
  });

  it("of a jump spans the gaps where it may lie", () => {
    const x = [1, 2, 3, 4, 5, 6, 7, 8];
    const result = found(fit(curves.step, x, [0.1, 0, 0.05, 0.02, 1, 0.9, 1.05, 1]));
    const { lower, upper } = result.profile().x0;
    expect(lower).toBeGreaterThanOrEqual(3);
    expect(lower).toBeLessThanOrEqual(4.5);
    expect(upper).toBeGreaterThanOrEqual(4.5);
    expect(upper).toBeLessThanOrEqual(6);
  });

  it("does not take a refit that ran into another valley for the end of this one", () => {
    // GPT-Neo and GPT-J on subtraction: nearly a step, so that a far first step ends elsewhere.
    const x = [20.3522, 21.4719, 21.8328, 22.1641, 22.7528];
    const y = [0.0025, 0.003, 0.0065, 0.4425, 0.6515];
    const result = found(fit(curves.logistic4, x, y, { fixed: { floor: 0, L: 1 } }));
    // Oracle: for each k, the best x0 on a grid.
    const squares = (k: number, x0: number) =>
      x.reduce((sum, at, i) => sum + ((y[i] as number) - 1 / (1 + Math.exp(-k * (at - x0)))) ** 2, 0);
    const places = Array.from({ length: 4001 }, (_, i) => 18 + i / 400);
    const best = (k: number) => Math.min(...places.map((x0) => squares(k, x0)));
    const level = result.rss + (3.1824463 * result.sigma) ** 2;
    const end = Array.from({ length: 400 }, (_, i) => (i + 1) / 100).find((k) => best(k) <= level) as number;
    expect(result.profile().k.lower).toBeGreaterThan(end - 0.02);
    expect(result.profile().k.lower).toBeLessThan(end + 0.01);
  });

  it("finds the end that the data fix where a steep rise leaves the other open and the standard error is without meaning", () => {
    const x = [6.3, 6.9, 7.5, 8.1, 8.43, 9.32, 10.32, 11.5];
    const right = [925, 925, 925, 925, 907, 1750, 1833, 1833];
    const trials = x.map(() => 1850);
    const steep = fitBinomial(curves.logistic4, x, right, trials, { chance: 0.5 });
    if (steep.kind === "failed") throw new Error(steep.reason);
    expect(steep.standardErrors.k).toBeGreaterThan(100 * steep.parameters.k);
    const { lower } = steep.profile().k;
    const held = fitBinomial(curves.logistic4, x, right, trials, { chance: 0.5, fixed: { k: lower } });
    if (held.kind === "failed") throw new Error(held.reason);
    expect(held.deviance - steep.deviance).toBeCloseTo(3.8414588, 5); // chi-squared, 95 %, 1 degree of freedom
  });

  it("holds a ceiling of 1 just where F does, if only the foot of the curve is seen and the estimate may have run away", () => {
    const t = 2.0638985616; // Student's t, 97.5 %, 24 degrees of freedom
    let ranAway = 0;
    for (const [end, sd] of [
      [-2, 0.01],
      [-1, 0.03],
    ] as const) {
      for (let seed = 1; seed <= 40; seed++) {
        const { normal } = random(seed, "foot");
        const x = Array.from({ length: 27 }, (_, i) => -6 + (i * (end + 6)) / 26);
        const y = x.map((value) => 1 / (1 + Math.exp(-value)) + sd * normal());
        const whole = found(fit(curves.logistic, x, y));
        const held = found(fit(curves.logistic, x, y, { fixed: { L: 1 } }));
        const { lower, upper } = whole.profile().L;
        if (whole.parameters.L > 1e6) ranAway++;
        expect(lower <= 1 && upper >= 1, `${end} ${seed}`).toBe((held.rss - whole.rss) / whole.sigma ** 2 <= t * t);
      }
    }
    expect(ranAway).toBeGreaterThan(20);
  });

  it("comes to an end where the search overflows: scores in no order, whose best rise is the foot of one without a top", () => {
    const y = [
      -0.05752801084963091, -1.3762279110533702, -0.021935557642970917, -0.1959955739955165, -1.0606600668115047,
      -0.0037369685588258504, -0.011511140237401095, -0.016509458668849678, -1.3482369722835932, -0.023547922481480327,
      -0.01746331885287261, -1.3943647080635784, -0.0009705422761113955, -0.028245446884621803, -0.01665858243978853,
      -0.042026390941895836, -1.3028166653930948, -0.03071061952426975, -0.023595296936664966, -0.014771410053336168,
      -1.4007917038590578, -0.019281458631202075, -0.5905735901942699, -0.03531451176084088,
    ];
    const x = y.map((_, i) => 20 + (4 * i) / 23);
    const rise = found(fit(curves.logistic4, x, y));
    expect(rise.parameters.L).toBeGreaterThan(1e300);
    const { k, L } = rise.profile();
    expect(k.lower).toBeLessThanOrEqual(rise.parameters.k);
    expect(k.upper).toBeGreaterThanOrEqual(rise.parameters.k);
    expect(L.upper).toBe(Number.POSITIVE_INFINITY);
  });

  it("refuses a level outside 0 to 1", () => {
    const line = found(fit(curves.line, [1, 2, 3, 4], [1, 2, 2, 4]));
    expect(() => line.profile(95)).toThrow("profile: confidence 95");
    expect(() => line.interval(0)).toThrow("interval: confidence 0");
    expect(() => line.band(1, { confidence: 1 })).toThrow("band: confidence 1");
  });
});
