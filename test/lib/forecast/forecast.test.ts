import { unwrap } from "@emergence/lib/core";
import { curves } from "@emergence/lib/fit";
import { earliestReliableCutoff, forecast, forecastAll } from "@emergence/lib/forecast";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

const x = Array.from({ length: 31 }, (_, i) => i);
const { normal } = random(12);
const y = x.map((value) => curves.logistic.value(value, { L: 100, k: 0.4, x0: 14 }) + 1.5 * normal());

describe("forecast", () => {
  it("sees nothing after the cut", () => {
    const tampered = y.map((value, i) => (i > 20 ? 1e6 : value));
    const [a, b] = [
      forecast(curves.logistic, x, y, { upTo: 20 }),
      forecast(curves.logistic, x, tampered, { upTo: 20 }),
    ];
    if (a.kind === "failed" || b.kind === "failed") throw new Error("no forecast");
    expect(a.predicted).toEqual(b.predicted);
    expect(a.seen).toBe(21);
    expect(a.x).toEqual(x.slice(21));
    expect(b.coverage).toBe(0);
  });

  it("scores errors and coverage against what came", () => {
    const result = forecast(curves.logistic, x, y, { upTo: 20 });
    if (result.kind === "failed") throw new Error(result.reason);
    expect(result.errors).toEqual(result.y.map((value, i) => value - (result.predicted[i] as number)));
    const square = result.errors.reduce((sum, error) => sum + error ** 2, 0) / result.errors.length;
    expect(result.rootMeanSquareError).toBeCloseTo(Math.sqrt(square), 12);
    expect(result.rootMeanSquareError).toBeLessThan(6);
    expect(result.coverage).toBeGreaterThan(0.7);
  });

  it("takes sigma along with the points it belongs to", () => {
    const sigma = x.map((value) => 1 + value / 30);
    const result = forecast(curves.logistic, x, y, { upTo: 20, sigma });
    if (result.kind === "failed") throw new Error(result.reason);
    expect(result.fit.n).toBe(21);
  });

  it("fails with a reason where there is too little to see, and throws where there is nothing to predict", () => {
    const early = forecast(curves.logistic, x, y, { upTo: 2 });
    expect(early.kind === "failed" && early.reason).toBe("3 points up to 2 for 3 parameters and their error");
    expect(() => forecast(curves.logistic, x, y, { upTo: 30 })).toThrow("no x above upTo = 30");
  });
});

describe("forecastAll and earliestReliableCutoff", () => {
  const all = forecastAll(curves.logistic, x, y);

  it("forecasts from every cut that leaves a degree of freedom and a point to predict", () => {
    expect(all.map(({ upTo }) => upTo)).toEqual(x.slice(3, -1));
  });

  it("knows the ceiling only after the midpoint", () => {
    const known = earliestReliableCutoff(all, ({ parameters }) => parameters.L, { final: 100 });
    expect(unwrap(known).upTo).toBeGreaterThan(12);
    expect(unwrap(known).upTo).toBeLessThan(25);
    expect(earliestReliableCutoff(all, ({ parameters }) => parameters.L, { final: 500 })).toEqual({
      kind: "failed",
      reason: `the last of ${all.length} forecasts is off by more than 0.1 of 500`,
    });
  });
});
