import { readFileSync } from "node:fs";
import { join } from "node:path";
import { curves, fit, type LossName } from "@emergence/lib/fit";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

interface Case {
  loss: LossName;
  scale: number;
  x: number[];
  y: number[];
  parameters: [number, number, number];
}

// By scipy's least_squares: test/fixtures/fit/scipy_values.py.
const { robust }: { robust: Case[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "..", "fixtures", "fit", "values.json"), "utf8"),
);

describe("robust losses", () => {
  for (const { loss, scale, x, y, parameters } of robust) {
    it(`${loss} agrees with scipy on a curve with three outliers`, () => {
      const result = fit(curves.logistic, x, y, { loss, lossScale: scale });
      if (result.kind === "failed") throw new Error(result.reason);
      const got = Object.values(result.parameters);
      for (const [j, value] of parameters.entries())
        expect(Math.abs((got[j] as number) / value - 1)).toBeLessThan(1e-6);
    });

    it(`${loss} finds its own scale, and is moved less by outliers than least squares`, () => {
      const own = fit(curves.logistic, x, y, { loss });
      const plain = fit(curves.logistic, x, y);
      if (own.kind === "failed" || plain.kind === "failed") throw new Error("no fit");
      expect(Math.abs(own.parameters.L - 2)).toBeLessThan(Math.abs(plain.parameters.L - 2));
      expect(own.standardErrors.L).toBeLessThan(plain.standardErrors.L);
      expect(own.lossScale).toBeGreaterThan(0.01);
      expect(own.lossScale).toBeLessThan(0.2);
      expect(own.warnings.join()).toContain(`the loss is ${loss}`);
    });
  }

  it("lets go of an outlier at the end of a line, which has the longest lever, and says nothing against the curve", () => {
    const x = [1, 2, 3, 4, 5, 6, 7, 8];
    for (const outlier of [60, 600, -6e4]) {
      const y = [1.1, 1.9, 3.2, 3.9, 5.1, 5.8, 7.1, outlier];
      for (const loss of ["huber", "cauchy"] as const) {
        const found = fit(curves.line, x, y, { loss });
        if (found.kind === "failed") throw new Error(found.reason);
        expect(Math.abs(found.parameters.slope - 1), `${loss}, ${outlier}`).toBeLessThan(0.06);
        expect(found.lossScale).toBeLessThan(0.3);
        expect(found.warnings.join()).not.toMatch(/worse than/);
      }
    }
  });

  it("calls a curve worse than the median by the loss, not by squares", () => {
    const x = [1, 2, 3, 4, 5, 6];
    const y = [1, 2.1, 2.9, 4, 5.2, 90];
    const held = fit(curves.line, x, y, { loss: "huber", lossScale: 1, fixed: { intercept: 30, slope: -5 } });
    expect(held.kind === "fit" && held.warnings[0]).toMatch(
      /^the curve fits worse than the median of y does by the loss huber/,
    );
  });

  it("huber's standard error is that of the simulation", () => {
    const x = Array.from({ length: 40 }, (_, i) => i);
    const slopes: number[] = [];
    const errors: number[] = [];
    for (let seed = 1; seed <= 300; seed++) {
      const { normal, uniform } = random(seed);
      const y = x.map((value) => 1 + 0.5 * value + normal() * (uniform() < 0.1 ? 8 : 1));
      const result = fit(curves.line, x, y, { loss: "huber" });
      if (result.kind === "failed") throw new Error(result.reason);
      slopes.push(result.parameters.slope);
      errors.push(result.standardErrors.slope);
    }
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const spread = Math.sqrt(mean(slopes.map((slope) => (slope - mean(slopes)) ** 2)));
    expect(mean(errors) / spread).toBeGreaterThan(0.85);
    expect(mean(errors) / spread).toBeLessThan(1.15);
  });
});
