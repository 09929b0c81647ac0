import { type TrafficRunOptions, trafficExact, trafficRun } from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";
import { farthest, off, together } from "../../chance";
import { scatterAndError } from "../agreement";
import { stationary } from "./chain";

describe("trafficRun", () => {
  it("agrees with every state of small roads (cells, cars, limit, p, p at start), with errors of 1e-3", {
    tags: ["slow"],
  }, () => {
    const cases = [
      [8, 3, 2, 0.3, 0.3],
      [9, 3, 3, 0.5, 0.5],
      [7, 4, 2, 0.2, 0.6],
    ] as const;
    for (const [cells, cars, maxSpeed, slowdown, startSlowdown] of cases) {
      const exact = stationary(cells, cars, maxSpeed, slowdown, startSlowdown);
      const options = { cells, density: cars / cells, maxSpeed, slowdown, startSlowdown, steps: 200_000 };
      const runs = [11, 12, 13].map((seed) => trafficRun({ ...options, seed }));
      for (const [got, want] of [
        [together(runs.map(({ flow }) => flow)), exact.flow],
        [together(runs.map(({ meanSpeed }) => meanSpeed)), (exact.flow * cells) / cars],
        [together(runs.map(({ jammedShare }) => jammedShare)), exact.jammedShare],
      ] as const) {
        expect(off(got, want), `${JSON.stringify(options)} ${got.mean} ${want}`).toBeLessThan(farthest(9));
        expect(got.standardError).toBeLessThan(3e-3);
        expect(got.standardError).toBeGreaterThan(0);
      }
    }
  });

  it("agrees with the exact flow at maxSpeed 1, on the ring, with errors of 3 in 1,000 and less", () => {
    for (const [density, slowdown] of [
      [0.3, 0.25],
      [0.5, 0.5],
      [0.1, 0.5],
      [0.7, 0.1],
      [0.9, 0.8],
    ] as const) {
      const options = { cells: 400, density, maxSpeed: 1, slowdown };
      const flow = together([21, 22, 23].map((seed) => trafficRun({ ...options, steps: 50_000, seed }).flow));
      expect(off(flow, trafficExact(options)), `${density} ${slowdown}`).toBeLessThan(farthest(5));
      expect(flow.standardError / flow.mean).toBeLessThan(3e-3);
    }
  });

  it("has the exact flow without slowdowns, with no error, on both sides of the kink at 1 / (maxSpeed + 1)", () => {
    for (const maxSpeed of [1, 2, 5]) {
      for (const density of [0.05, 0.15, 0.25, 0.5, 0.8]) {
        const options = { cells: 500, density, maxSpeed, slowdown: 0 };
        const { flow } = trafficRun({ ...options, steps: 100, seed: 31 });
        expect(flow.mean, `${maxSpeed} ${density}`).toBeCloseTo(trafficExact(options), 12);
        expect(flow.standardError).toBeLessThan(1e-12);
      }
    }
  });

  it("has errors that hold: over 100 seeds the means scatter as the mean error says, jams or none", {
    tags: ["slow"],
  }, () => {
    for (const density of [0.08, 0.3]) {
      const runs = Array.from({ length: 100 }, (_, seed) =>
        trafficRun({ cells: 200, density, slowdown: 0.25, steps: 20_000, seed }),
      );
      const { scatter, said } = scatterAndError(runs.map(({ flow }) => flow));
      expect(scatter / said, `density ${density}`).toBeGreaterThan(0.7);
      expect(scatter / said, `density ${density}`).toBeLessThan(1.4);
    }
  });

  it("says how many cars there are, and gives the same for the same seed", () => {
    const options = { cells: 150, density: 0.333, steps: 50, warmup: 0, seed: 4 };
    const run = trafficRun(options);
    expect([run.cars, run.density]).toEqual([50, 1 / 3]);
    expect(trafficRun(options)).toEqual(run);
    expect(run.flow.mean).toBeCloseTo(run.meanSpeed.mean / 3, 12);
  });

  it("refuses too few steps, and what traffic refuses", () => {
    const bad = (options: Partial<TrafficRunOptions>) => () => trafficRun({ density: 0.1, seed: 1, ...options });
    expect(bad({ steps: 1 })).toThrow("trafficRun: steps 1, needs a whole number from 2");
    expect(bad({ warmup: -1 })).toThrow("trafficRun: warmup -1, needs a whole number from 0");
    expect(bad({ density: 0 })).toThrow("leaves 0 cars, needs at least 1");
    expect(bad({ steps: 10, blocks: 11, warmup: 0 })).toThrow("trafficRun: blocks 11");
  });
});
