import { readFileSync } from "node:fs";
import { join } from "node:path";
import { imputeByPca } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";

// By scikit-learn, 3000 rounds: scripts/bench/forecast_values.py.
interface Case {
  rows: (number | null)[][];
  filled: number[][];
  others: (number | null)[][];
  othersFilled: number[][];
}
const { filled }: { filled: Case[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "..", "fixtures", "fit", "forecasts.json"), "utf8"),
);
const near = (got: readonly number[], want: readonly number[]) => {
  got.forEach((value, i) => {
    expect(value).toBeCloseTo(want[i] as number, 7);
  });
};

describe("imputeByPca", () => {
  it("agrees with scikit-learn's components, iterated, to 7 places", () => {
    for (const { rows, filled: want, others, othersFilled } of filled) {
      const found = imputeByPca(rows, { clip: [0, 1] });
      expect(found.converged).toBe(true);
      near(found.rows.flat(), want.flat());
      near(found.impute(others).flat(), othersFilled.flat());
    }
  });
  it("leaves what was there as it is, and reads NaN as missing", () => {
    const rows = [
      [0.1, 0.2],
      [0.5, Number.NaN],
      [0.9, 1.4],
    ];
    const found = imputeByPca(rows, { clip: [0, 1] });
    expect(found.rows[2]).toEqual([0.9, 1.4]);
    expect(found.rows[1]?.[0]).toBe(0.5);
    expect(found.rows[1]?.[1]).toBeGreaterThan(0.2);
    expect(found.rows[1]?.[1]).toBeLessThanOrEqual(1);
  });
  it("holds what it fills in within the limits", () => {
    const rows = [
      [0, 0],
      [1, 1],
      [2, 2],
      [9, null],
    ];
    expect(imputeByPca(rows, { clip: [0, 1] }).rows[3]?.[1]).toBe(1);
  });
  it("says when the rounds end before it has settled", () => {
    const { rows } = filled[0] as Case;
    expect(imputeByPca(rows, { iterations: 1 })).toMatchObject({ converged: false, iterations: 1 });
  });
  it("refuses ragged rows and variables that say nothing", () => {
    expect(() => imputeByPca([[1, 2], [1]])).toThrow("row 1 has 1 values, needs 2");
    expect(() =>
      imputeByPca([
        [1, null],
        [2, null],
      ]),
    ).toThrow("variable 1 has 0 observed values, needs two different ones");
    const found = imputeByPca([
      [1, 2],
      [2, 4],
    ]);
    expect(() => found.impute([[1]])).toThrow("row 0 has 1 values, needs 2");
    expect(found.impute([])).toEqual([]);
  });
});
