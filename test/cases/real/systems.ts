import { isingExact, isingRun, percolationRun, satisfiabilityCurve, trafficRun } from "@emergence/lib/systems";
import type { Code } from "../data";

/** Simulations against what is known of them. */
export const systems: Readonly<Record<string, Code>> = {
  D01() {
    const distances = [2.2, 2.3, 2.4].map((temperature) => {
      const options = { size: 32, temperature, sweeps: 20_000, warmup: 1000, seed: 1, algorithm: "wolff" } as const;
      const { specificHeat } = isingRun(options);
      return (
        Math.abs(specificHeat.mean - isingExact(temperature, { size: 32 }).specificHeat) / specificHeat.standardError
      );
    });
    return { within: distances.every((distance) => distance < 4) };
  },
  D03() {
    const road = { cells: 500, density: 0.48, maxSpeed: 2, slowdown: 0.2 };
    const { flow, jammedShare } = trafficRun({ ...road, steps: 100_000, warmup: 5000, seed: 1 });
    return { flow: flow.mean, jam: jammedShare.mean };
  },
  D05: () => ({ t: percolationRun({ size: 200, replicates: 100, seed: 1, shares: [] }).threshold.mean }),
  D07() {
    const [point] = satisfiabilityCurve({ variables: 14, ratios: [60 / 14], k: 3, replicates: 2000, seed: 1 });
    return { s: point?.share.mean ?? Number.NaN };
  },
};
