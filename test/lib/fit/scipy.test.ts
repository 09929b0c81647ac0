import { readFileSync } from "node:fs";
import { join } from "node:path";
import { curves, fit, type Model } from "@emergence/lib/fit";
import { describe, expect, it } from "vitest";

// 200 random problems fitted by scipy: test/fixtures/fit/scipy_fixture.py.
interface Row {
  curve: string;
  weighting: "none" | "relative" | "absolute";
  x: number[];
  y: number[];
  sigma: number[];
  parameters: number[];
  standardErrors: number[];
  rss: number;
  aicc: number;
  at: number[];
  bandLower: number[];
  bandUpper: number[];
  profile: [number, number][] | null;
}

const rows: Row[] = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "..", "fixtures", "fit", "scipy.json"), "utf8"),
);

const models: Record<string, Model> = {
  ...(curves as unknown as Record<string, Model>),
  "polynomial(2)": curves.polynomial(2),
  "brokenPowerLaw(1)": curves.brokenPowerLaw(1),
};

const fitted = rows.map((row) => {
  const weights = row.weighting === "none" ? {} : { sigma: row.sigma, absoluteSigma: row.weighting === "absolute" };
  const result = fit(models[row.curve] as Model, row.x, row.y, weights);
  if (result.kind === "failed") throw new Error(`${row.curve}: ${result.reason}`);
  return { row, result };
});

/** Largest difference between two vectors, each number against its own size. */
function worst(got: readonly number[], wanted: readonly number[]): number {
  return Math.max(...wanted.map((value, i) => Math.abs((got[i] as number) - value) / Math.abs(value)));
}

const names = [...new Set(rows.map(({ curve }) => curve))];

describe("fit against scipy, 200 random problems, without a start", () => {
  it("has the problems, and profiles for most of them", () => {
    expect(rows.length).toBe(200);
    expect(rows.filter(({ profile }) => profile !== null).length).toBeGreaterThan(150);
  });

  for (const name of names) {
    const own = fitted.filter(({ row }) => row.curve === name);

    it(`${name}: parameters, errors, rss, AICc and bands to 1e-6`, () => {
      for (const { row, result } of own) {
        expect(worst(Object.values(result.parameters), row.parameters)).toBeLessThan(1e-6);
        expect(worst(Object.values(result.standardErrors), row.standardErrors)).toBeLessThan(1e-6);
        expect(worst([result.rss, result.aicc], [row.rss, row.aicc])).toBeLessThan(1e-6);
        const { lower, upper } = result.band(row.at);
        // A band may pass near 0: measured by its width.
        const width = Math.max(...row.bandUpper.map((value, i) => value - (row.bandLower[i] as number)));
        for (const [i, value] of row.bandLower.entries())
          expect(Math.abs((lower[i] as number) - value)).toBeLessThan(1e-6 * width);
        for (const [i, value] of row.bandUpper.entries())
          expect(Math.abs((upper[i] as number) - value)).toBeLessThan(1e-6 * width);
      }
    });

    const profiled = own.filter(({ row }) => row.profile !== null);
    if (profiled.length === 0) continue; // the hinge: its sum of squares has kinks, and scipy no counterpart
    it(`${name}: profile intervals to 1e-6`, () => {
      for (const { row, result } of profiled) {
        if (row.profile === null) continue;
        const intervals = Object.values(result.profile());
        expect(
          worst(
            intervals.flatMap(({ lower, upper }) => [lower, upper]),
            row.profile.flat(),
          ),
        ).toBeLessThan(1e-6);
      }
    });
  }
});
