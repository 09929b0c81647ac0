import { percolationRun } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";
import { clustersOf } from "./clustersOf";

const site = 0.592746050792;

describe("percolationRun", () => {
  it("agrees with all 512 ways to occupy a torus of 3 by 3", () => {
    const shares = [0.1, 0.3, 0.5, 0.7, 0.9];
    const exact = shares.map(() => ({ wrapping: 0, largest: 0, mean: 0 }));
    for (let state = 0; state < 512; state++) {
      const occupied = Array.from({ length: 9 }, (_, i) => (state >> i) & 1);
      const n = occupied.reduce((sum, bit) => sum + bit, 0);
      const { sizes, wraps } = clustersOf(occupied, 3, "site");
      const [largest = 0, ...others] = sizes.sort((a, b) => b - a);
      for (const [i, p] of shares.entries()) {
        const chance = p ** n * (1 - p) ** (9 - n);
        const sums = exact[i] as (typeof exact)[0];
        if (wraps) sums.wrapping += chance;
        sums.largest += (chance * largest) / 9;
        if (n > 0) sums.mean += (chance * others.reduce((sum, size) => sum + size ** 2, 0)) / n;
      }
    }
    const { rows } = percolationRun({ size: 3, replicates: 10_000, seed: 2, shares });
    for (const [i, row] of rows.entries()) {
      const { wrapping, largest, mean } = exact[i] as (typeof exact)[0];
      expect(Math.abs(row.wrapping.mean - wrapping)).toBeLessThan(3.5 * row.wrapping.standardError);
      expect(Math.abs(row.largestShare.mean - largest)).toBeLessThan(3.5 * row.largestShare.standardError);
      expect(Math.abs(row.meanClusterSize.mean - mean)).toBeLessThan(3.5 * row.meanClusterSize.standardError);
      expect(row.wrapping.standardError).toBeLessThan(0.005);
    }
  });

  it("finds the threshold of sites within .002 and within 3 standard errors", () => {
    const { threshold, wrappingShares } = percolationRun({ size: 128, replicates: 250, seed: 1, shares: [] });
    expect(threshold.standardError).toBeLessThan(0.001);
    expect(Math.abs(threshold.mean - site)).toBeLessThan(Math.min(0.002, 3 * threshold.standardError));
    expect(wrappingShares.length).toBe(250);
  }, 30_000);

  it("finds the threshold of bonds, 1/2, by the same wrapping chance", () => {
    const { threshold } = percolationRun({ size: 64, replicates: 600, seed: 1, shares: [], kind: "bond" });
    expect(threshold.standardError).toBeLessThan(0.001);
    expect(Math.abs(threshold.mean - 0.5)).toBeLessThan(Math.min(0.002, 3 * threshold.standardError));
  }, 30_000);

  it("has the mean cluster size of few sites, 1 + 4 p + 12 p^2 + 24 p^3, but for the largest cluster", () => {
    const p = 0.05;
    const { rows } = percolationRun({ size: 64, replicates: 200, seed: 5, shares: [p] });
    const { mean, standardError } = (rows[0] as (typeof rows)[0]).meanClusterSize;
    const series = 1 + 4 * p + 12 * p ** 2 + 24 * p ** 3 + 52 * p ** 4;
    expect(standardError).toBeLessThan(0.005);
    // The largest of some 160 clusters has about 4 sites of some 205: 16 / 205 = .08 at most is left out.
    expect(mean).toBeLessThan(series);
    expect(mean).toBeGreaterThan(series - 0.12);
  });

  it("has wrapping shares whose distribution function is the wrapping chance", () => {
    const shares = [0.45, 0.55, 0.6, 0.7];
    const { rows, wrappingShares } = percolationRun({ size: 8, replicates: 4000, seed: 6, shares });
    for (const { share, wrapping } of rows) {
      const below = wrappingShares.filter((one) => one <= share).length / 4000;
      expect(Math.abs(below - wrapping.mean)).toBeLessThan(3 * Math.sqrt((below * (1 - below)) / 4000));
    }
  });

  it("is 0 and 1 at the ends, and the same for the same seed", () => {
    const options = { size: 8, replicates: 5, seed: 3, shares: [0, 1] };
    const run = percolationRun(options);
    expect(run.rows.map((row) => [row.wrapping.mean, row.largestShare.mean, row.meanClusterSize.mean])).toEqual([
      [0, 0, 0],
      [1, 1, 0],
    ]);
    expect(percolationRun(options)).toEqual(run);
    expect(percolationRun({ ...options, seed: 4 })).not.toEqual(run);
  });

  it("says what it needs", () => {
    const good = { size: 8, replicates: 5, seed: 3 };
    expect(() => percolationRun({ ...good, size: 2 })).toThrow("percolationRun: size 2, needs a whole number from 3");
    expect(() => percolationRun({ ...good, replicates: 1 })).toThrow(
      "percolationRun: replicates 1, needs a whole number from 2",
    );
    expect(() => percolationRun({ ...good, shares: [1.5] })).toThrow(
      "percolationRun: shares 1.5, needs a number from 0 to 1",
    );
  });
});
