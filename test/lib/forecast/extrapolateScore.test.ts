import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ExtrapolationMethod, extrapolateScore, type ScoreForecast } from "@emergence/lib/forecast";
import { describe, expect, it } from "vitest";

// By statsmodels: test/fixtures/fit/forecast_values.py. A row holds value, lower, upper.
type Triple = [number, number, number];
interface Case {
  x: number[];
  y: number[];
  at: number;
  chance: number;
  questions: number;
  line: Triple;
  logit: Triple;
}
const { extrapolateScore: cases }: { extrapolateScore: Case[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "..", "fixtures", "fit", "forecasts.json"), "utf8"),
);
const band = (result: ScoreForecast): Triple => {
  if (result.kind === "failed") throw new Error(result.reason);
  return [result.value, result.lower, result.upper];
};
const methods: ExtrapolationMethod[] = ["last", "line", "logit", "logistic", "broken"];

describe("extrapolateScore", () => {
  it("agrees with statsmodels on the line and on the line in logits, bands too, to 9 places", () => {
    for (const { x, y, at, chance, questions, line, logit } of cases) {
      const got = (method: ExtrapolationMethod) => band(extrapolateScore(method, x, y, at, { chance, questions }));
      got("line").forEach((value, i) => {
        expect(value).toBeCloseTo(line[i] as number, 9);
      });
      got("logit").forEach((value, i) => {
        expect(value).toBeCloseTo(logit[i] as number, 9);
      });
    }
  });
  it("keeps the last score, within Student's t times the steps", () => {
    const [value, lower, upper] = band(extrapolateScore("last", [1, 2, 3], [0.4, 0.5, 0.4], 4));
    expect(value).toBe(0.4);
    // t of two degrees of freedom, .975
    expect(upper - value).toBeCloseTo(0.43026527, 7);
    expect(lower).toBe(0);
  });
  it("continues the curve that made the scores: logistic, and broken power law", () => {
    const x = [1, 2, 3, 4, 5, 6, 7];
    const logistic = (at: number) => 0.25 + 0.6 / (1 + Math.exp(-1.3 * (at - 4)));
    expect(band(extrapolateScore("logistic", x, x.map(logistic), 8, { chance: 0.25 }))[0]).toBeCloseTo(logistic(8), 6);
    const broken = (at: number) => 1 - (1 + (10 ** at / 1e4) ** 2) ** -0.15;
    expect(band(extrapolateScore("broken", x, x.map(broken), 8))[0]).toBeCloseTo(broken(8), 4);
  });
  it("forecasts within 0 and 1, whatever the method", () => {
    for (const method of methods) {
      const [value, lower, upper] = band(
        extrapolateScore(method, [1, 2, 3, 4, 5, 6], [0, 0.1, 0.2, 0.6, 0.8, 0.95], 9),
      );
      expect(lower).toBeGreaterThanOrEqual(0);
      expect(value).toBeGreaterThanOrEqual(lower);
      expect(upper).toBeGreaterThanOrEqual(value);
      expect(upper).toBeLessThanOrEqual(1);
    }
  });
  it("forecasts equal scores as they are, with no width", () => {
    for (const method of methods) expect(band(extrapolateScore(method, [1, 2, 3], [0, 0, 0], 4))).toEqual([0, 0, 0]);
  });
  it("does not depend on the order of the scores, and does not change them", () => {
    const x = Object.freeze([3, 1, 4, 2]);
    const y = Object.freeze([0.3, 0.1, 0.5, 0.2]);
    for (const method of ["last", "line", "logit"] as const) {
      expect(extrapolateScore(method, x, y, 5)).toEqual(
        extrapolateScore(method, [1, 2, 3, 4], [0.1, 0.2, 0.3, 0.5], 5),
      );
    }
  });
  it("fails with a reason where there are too few scores for the curve", () => {
    expect(extrapolateScore("logistic", [1, 2, 3], [0, 0.1, 0.3], 4)).toEqual({
      kind: "failed",
      reason: "3 scores for 3 parameters and their error",
    });
  });
  it("refuses bad input", () => {
    expect(() => extrapolateScore("line", [1, 2], [0, 1], 3)).toThrow("2 scores, needs at least 3");
    expect(() => extrapolateScore("line", [1, 2, 3], [0, 1], 3)).toThrow("3 x but 2 y");
    expect(() => extrapolateScore("line", [1, 2, 3], [0, 50, 100], 4)).toThrow("a score of 50");
    expect(() => extrapolateScore("line", [1, 2, 3], [0, 0.5, 1], 4, { chance: 1 })).toThrow("chance 1");
    expect(() => extrapolateScore("line", [1, 2, 3], [0, 0.5, 1], 4, { questions: 0 })).toThrow("0 questions");
    expect(() => extrapolateScore("spline" as ExtrapolationMethod, [1, 2, 3], [0, 0.5, 1], 4)).toThrow(
      'method "spline", needs one of last',
    );
  });
});
