import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Estimate } from "@emergence/lib/stats";
import * as systems from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";
import { binderCrossing, breaking, cooperators, smallMagnets } from "./agreement";

const text = readFileSync(join(import.meta.dirname, "..", "..", "..", "lib", "systems", "README.md"), "utf8");
const { criticalTemperature } = systems.isingExact(1);
const runs = new Map<number, systems.IsingResult>();
const ising = (temperature: number) => {
  const how =
    temperature === criticalTemperature
      ? ({ sweeps: 600, warmup: 60, algorithm: "wolff" } as const)
      : ({ sweeps: 6000, warmup: 1000 } as const);
  const run = runs.get(temperature) ?? systems.isingRun({ size: 128, temperature, seed: 5, ...how });
  runs.set(temperature, run);
  return run;
};
const energy = (temperature: number) => ({
  theory: systems.isingExact(temperature, { size: 128 }).energy,
  here: ising(temperature).energy,
});
const magnetization = (temperature: number) => ({
  theory: systems.isingExact(temperature).magnetization,
  here: ising(temperature).absMagnetization,
});
const flow = (density: number, slowdown: number) => {
  const options = { cells: 400, density, maxSpeed: 1, slowdown };
  return {
    theory: systems.trafficExact(options),
    here: systems.trafficRun({ ...options, steps: 50_000, seed: 21 }).flow,
  };
};
const vectorial = (noise: number) => {
  const options = { birds: 8000, box: 1, radius: 1, noise, noiseKind: "vectorial", start: "aligned" } as const;
  const { polarizations } = systems.flockExact({ noise, noiseKind: "vectorial" });
  return {
    theory: polarizations.at(-1) as number,
    here: systems.vicsekRun({ ...options, steps: 60, warmup: 60, seed: 3 }).polarization,
  };
};
const kuramoto = (distribution: "lorentzian" | "gaussian", coupling: number) => ({
  theory: systems.kuramotoExact({ coupling, distribution, width: 1 }).order,
  here: systems.kuramotoRun({ oscillators: 2000, steps: 800, warmup: 600, coupling, distribution, width: 1, seed: 1 })
    .order,
});
const threshold = (kind: "site" | "bond") => ({
  theory: kind === "site" ? 0.592746050792 : 0.5,
  here: systems.percolationRun({ size: 64, replicates: 200, seed: 1, shares: [], kind }).threshold,
});
const giant = (meanDegree: number) => ({
  theory: systems.giantComponent(meanDegree),
  here: systems.randomGraphRun({ nodes: 20_000, meanDegree, replicates: 50, seed: 11 }).largestShare,
});
const busier = (n: number) => {
  const [ants, replicates] = [500, 2000];
  const chances = systems.antsExact({ ants, n });
  return {
    theory: chances.reduce((sum, chance, j) => sum + (chance * Math.max(j, ants - j)) / ants, 0),
    here: systems.antsRun({ ants, last: ants, n, replicates, seed: 1 }).majority,
  };
};

/** The rows of the README's table, by what stands in its first column. */
const rows: Record<string, () => { theory: number; here: Estimate }> = {
  "Ising, 128 x 128, T = 1.5: energy": () => energy(1.5),
  "T = 2: energy": () => energy(2),
  "T = 2.2: energy": () => energy(2.2),
  "T = Tc: energy (Wolff)": () => energy(criticalTemperature),
  "T = 3: energy": () => energy(3),
  "T = 1.5: magnetization": () => magnetization(1.5),
  "T = 2: magnetization": () => magnetization(2),
  "T = 2.2: magnetization": () => magnetization(2.2),
  "traffic, 400 cells, limit 1, density .3, p = .25: flow": () => flow(0.3, 0.25),
  "density .5, p = .5: flow": () => flow(0.5, 0.5),
  "flock of 8,000 that sees all, vectorial noise .3: order": () => vectorial(0.3),
  "noise .62: order (upper branch)": () => vectorial(0.62),
  "Kuramoto, 2,000, Lorentzian, K = 2.5: order": () => kuramoto("lorentzian", 2.5),
  "Gaussian, K = 2.5: order": () => kuramoto("gaussian", 2.5),
  "percolation, 64 x 64, sites: threshold": () => threshold("site"),
  "bonds: threshold": () => threshold("bond"),
  "random graph, 20,000 nodes, mean degree 1.5: giant component": () => giant(1.5),
  "mean degree 2: giant component": () => giant(2),
  "500 ants on equal branches, n = 1: share on the busier one": () => busier(1),
  "n = 2: share on the busier one": () => busier(2),
};

const number = (value: number, digits: number) => value.toFixed(digits).replace("-0.", "-.").replace(/^0\./, ".");
const withError = ({ mean, standardError }: Estimate, digits: number) =>
  `${number(mean, digits)} ± ${number(standardError, digits)}`;
let pairs: ReturnType<typeof breaking> | undefined;
const breakingPairs = () => {
  pairs ??= breaking(2, [100, 1000]);
  return pairs;
};

/** What the second table says of a run, by what stands in its first column. */
const said: Record<string, () => string> = {
  "Ising, 4 x 4, ten temperatures, three ways to update, five observables": () => {
    const distances = smallMagnets().map(({ off }) => off);
    return `the farthest of ${distances.length} is ${Math.max(...distances).toFixed(1)} standard errors off`;
  },
  "Binder crossing of sides 16 and 32": () => `${number(100 * Math.abs(binderCrossing().ratio - 1), 2)} %`,
  "crossing of 2-SAT, 100 and 1,000 variables": () => withError(breakingPairs().crossing, 2),
  "narrowing of 2-SAT": () => withError(breakingPairs().widthExponent, 2),
  "crossing of 3-SAT, 20 and 80 variables": () => withError(breaking(3, [20, 80]).crossing, 2),
  "share of cooperators between 9/5 and 2": () => withError(cooperators()[0] as Estimate, 4),
};

/** A row as the README has it. */
function written(label: string): string {
  const { theory, here } = (rows[label] as (typeof rows)[string])();
  const digits = Math.max(0, 1 - Math.floor(Math.log10(here.standardError)));
  const z = (here.mean - theory) / here.standardError;
  expect(Math.abs(z), label).toBeLessThan(3);
  return `| ${label} | ${number(theory, digits)} | ${withError(here, digits)} | ${z.toFixed(1)} |`;
}

describe("lib/systems/README.md", () => {
  for (const label of Object.keys(rows)) {
    it(`has the row that a run gives: ${label}`, () => {
      expect(text).toContain(written(label));
    });
  }

  for (const [label, result] of Object.entries(said)) {
    it(`says what a run gives: ${label}`, () => {
      const row = text.split("\n").find((line) => line.startsWith(`| ${label} |`));
      expect(row).toContain(`| ${result()} |`);
    }, 30_000);
  }
});
