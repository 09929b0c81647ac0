import { readFileSync } from "node:fs";
import { join } from "node:path";
import { principalComponents } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

// By scikit-learn: test/fixtures/fit/forecast_values.py.
interface Case {
  rows: number[][];
  mean: number[];
  loadings: number[][];
  variances: number[];
  shares: number[];
  scores: number[][];
}
const { components }: { components: Case[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "..", "fixtures", "fit", "forecasts.json"), "utf8"),
);
const near = (got: readonly number[], want: readonly number[]) => {
  expect(got.length).toBe(want.length);
  got.forEach((value, i) => {
    expect(value).toBeCloseTo(want[i] as number, 10);
  });
};

describe("principalComponents", () => {
  it("agrees with scikit-learn to 10 places, signs by the sum of the weights", () => {
    for (const { rows, mean, loadings, variances, shares, scores } of components) {
      const found = principalComponents(rows);
      near(found.mean, mean);
      near(found.loadings.flat(), loadings.flat());
      near(found.variances, variances);
      near(found.explained, shares);
      near(found.scores(rows).flat(), scores.flat());
    }
  });
  it("rebuilds the rows from all components, and keeps the first ones the same when it keeps fewer", () => {
    const { rows } = components[0] as Case;
    const all = principalComponents(rows);
    near(all.rebuild(all.scores(rows)).flat(), rows.flat());
    near(principalComponents(rows, { components: 2 }).loadings.flat(), all.loadings.slice(0, 2).flat());
  });
  it("has loadings of length 1 at right angles, and shares that add up to 1", () => {
    const { loadings, explained } = principalComponents((components[1] as Case).rows);
    const dot = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);
    loadings.forEach((left, i) => {
      loadings.forEach((right, j) => {
        expect(dot(left, right)).toBeCloseTo(i === j ? 1 : 0, 12);
      });
    });
    expect(explained.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });
  it("does not change its input", () => {
    const rows = Object.freeze([Object.freeze([1, 2]), Object.freeze([2, 1]), Object.freeze([3, 5])]);
    expect(() => principalComponents(rows).scores(rows)).not.toThrow();
  });
  it("refuses what has no components", () => {
    expect(() => principalComponents([[1, 2]])).toThrow("1 rows, needs at least 2");
    expect(() => principalComponents([[1, 2], [1]])).toThrow("row 1 has 1 values, needs 2");
    expect(() =>
      principalComponents([
        [1, Number.NaN],
        [2, 3],
      ]),
    ).toThrow("row 0, variable 1 is NaN");
    expect(() =>
      principalComponents([
        [1, 2],
        [1, 2],
      ]),
    ).toThrow("all rows are equal");
    expect(() =>
      principalComponents(
        [
          [1, 2],
          [2, 1],
        ],
        { components: 3 },
      ),
    ).toThrow("components 3");
  });
});
