import { blockMean } from "@emergence/lib/stats";
import { logisticMaps } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";

describe("logisticMaps", () => {
  it("fall into step above coupling 1/2 where all are neighbors, and not below", () => {
    const spread = (coupling: number) => {
      const system = logisticMaps({ maps: 40, coupling, seed: 1 });
      system.step(4000);
      return system.spread;
    };
    expect(spread(0.53)).toBeLessThan(1e-12);
    expect(spread(0.6)).toBeLessThan(1e-12);
    expect(spread(0.45)).toBeGreaterThan(1e-3);
    expect(spread(0)).toBeGreaterThan(0.2);
  });

  it("has the mean 1/2 and the variance 1/8 of the exact density without coupling, within 3 standard errors", () => {
    const system = logisticMaps({ maps: 500, seed: 3 });
    system.step(100);
    const series = Array.from({ length: 1000 }, () => {
      system.step();
      return { mean: system.mean, square: system.spread ** 2 + (system.mean - 0.5) ** 2 };
    });
    const mean = blockMean(series.map((now) => now.mean));
    const square = blockMean(series.map((now) => now.square));
    // States of one map are uncorrelated with variance 1/8, and (x - 1/2)^2 = 1/4 - x'/4 with x' the next: the errors are known.
    const exact = Math.sqrt(1 / 8 / 500 / 1000);
    expect(Math.abs(mean.mean - 0.5)).toBeLessThan(3 * exact);
    expect(Math.abs(square.mean - 0.125)).toBeLessThan((3 * exact) / 4);
    for (const error of [mean.standardError, 4 * square.standardError])
      expect(Math.abs(error / exact - 1)).toBeLessThan(0.5);
  });

  it("does what the formula says, on a ring and for all", () => {
    for (const neighbors of ["ring", "all"] as const) {
      const system = logisticMaps({ maps: 5, r: 3.7, coupling: 0.3, neighbors, seed: 2 });
      const f = [...system.states].map((x) => 3.7 * x * (1 - x));
      const others = f.map((_, i) =>
        neighbors === "ring"
          ? ((f[(i + 1) % 5] as number) + (f[(i + 4) % 5] as number)) / 2
          : f.reduce((a, b) => a + b, 0) / 5,
      );
      system.step();
      for (const [i, x] of system.states.entries())
        expect(x).toBeCloseTo(0.7 * (f[i] as number) + 0.3 * (others[i] as number), 14);
    }
  });

  it("comes to the fixed point 1 - 1/r for r below 3, and stays between 0 and 1 always", () => {
    const calm = logisticMaps({ maps: 10, r: 2.5, coupling: 0.2, neighbors: "ring", seed: 1 });
    calm.step(500);
    for (const x of calm.states) expect(x).toBeCloseTo(0.6, 12);
    const wild = logisticMaps({ maps: 100, coupling: 0.1, neighbors: "ring", seed: 1 });
    wild.step(1000);
    expect(wild.states.every((x) => x >= 0 && x <= 1)).toBe(true);
  });

  it("names what is wrong with its input", () => {
    expect(() => logisticMaps({ maps: 0, seed: 1 })).toThrow("logisticMaps: maps 0, needs a whole number from 1");
    expect(() => logisticMaps({ maps: 2, r: 4.1, seed: 1 })).toThrow("logisticMaps: r 4.1, needs a number from 0 to 4");
    expect(() => logisticMaps({ maps: 2, coupling: 2, seed: 1 })).toThrow(
      "logisticMaps: coupling 2, needs a number from 0 to 1",
    );
    expect(() => logisticMaps({ maps: 2, neighbors: "two" as "all", seed: 1 })).toThrow(
      'neighbors "two", needs one of all, ring',
    );
  });
});
