import { readFileSync } from "node:fs";
import { join } from "node:path";
import { curve, fit } from "@emergence/lib/fit";
import { describe, expect, it } from "vitest";

interface Problem {
  id: string;
  expression: string;
  x: Record<string, number[]>;
  y: number[];
  /** Lowest sum of squares that any setting of scipy and lmfit found. */
  best: number;
  /** The settings that found it, and those that were tried. */
  found: string[];
  tried: string[];
}

// By scipy and lmfit: test/fixtures/fit/best_fits.py.
const problems: Problem[] = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "..", "fixtures", "fit", "best-fits.json"), "utf8"),
);

function rssOf({ expression, x, y }: Problem): number {
  const predictors = Object.keys(x);
  const rows = y.map((_, i) => predictors.map((name) => x[name]?.[i] as number));
  const result = fit(curve(expression, { predictors }), predictors.length === 1 ? rows.flat() : rows, y);
  return result.kind === "fit" && result.converged ? result.rss : Number.POSITIVE_INFINITY;
}

describe("formulas that are hard to fit without a start, against scipy and lmfit", () => {
  for (const problem of problems) {
    it(`${problem.id}: the lowest sum of squares that any of them finds`, () => {
      expect(rssOf(problem)).toBeLessThanOrEqual(problem.best * (1 + 1e-6) + 1e-24 * problem.y.length);
    });
  }

  it("are found by no setting of a peer as often", () => {
    const settings = new Set(problems.flatMap(({ tried }) => tried));
    for (const setting of settings) {
      const count = problems.filter(({ found }) => found.includes(setting)).length;
      expect(count, setting).toBeLessThan(problems.length);
    }
  });
});
