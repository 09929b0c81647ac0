import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Estimate } from "@emergence/lib/stats";
import * as systems from "@emergence/lib/systems";
import { describe, expect, it } from "vitest";
import { apart, farthest, off, together } from "../chance";
import { binderCrossing, breaking, cooperators, smallMagnets } from "./agreement";

const text = readFileSync(join(import.meta.dirname, "..", "..", "..", "lib", "systems", "README.md"), "utf8");
const { criticalTemperature } = systems.isingExact(1);
interface Row {
  readonly theory: number;
  readonly run: (seed: number) => Estimate;
}
/** Seeds that the README's own runs did not have. */
const seeds = [101, 102, 103, 104];

const runs = new Map<string, systems.IsingResult>();
const ising = (temperature: number, seed: number) => {
  const how =
    temperature === criticalTemperature
      ? ({ sweeps: 600, warmup: 60, algorithm: "wolff" } as const)
      : ({ sweeps: 6000, warmup: 1000 } as const);
  const key = `${temperature} ${seed}`;
  const run = runs.get(key) ?? systems.isingRun({ size: 128, temperature, seed, ...how });
  runs.set(key, run);
  return run;
};
const energy = (temperature: number): Row => ({
  theory: systems.isingExact(temperature, { size: 128 }).energy,
  run: (seed) => ising(temperature, seed).energy,
});
const magnetization = (temperature: number): Row => ({
  theory: systems.isingExact(temperature).magnetization,
  run: (seed) => ising(temperature, seed).absMagnetization,
});
const flow = (density: number, slowdown: number): Row => {
  const options = { cells: 400, density, maxSpeed: 1, slowdown };
  return {
    theory: systems.trafficExact(options),
    run: (seed) => systems.trafficRun({ ...options, steps: 50_000, seed }).flow,
  };
};
const vectorial = (noise: number): Row => {
  const options = { birds: 8000, box: 1, radius: 1, noise, noiseKind: "vectorial", start: "aligned" } as const;
  const { polarizations } = systems.flockExact({ noise, noiseKind: "vectorial" });
  return {
    theory: polarizations.at(-1) as number,
    run: (seed) => systems.vicsekRun({ ...options, steps: 60, warmup: 60, seed }).polarization,
  };
};
const kuramoto = (distribution: "lorentzian" | "gaussian", coupling: number): Row => ({
  theory: systems.kuramotoExact({ coupling, distribution, width: 1 }).order,
  run: (seed) =>
    systems.kuramotoRun({ oscillators: 2000, steps: 800, warmup: 600, coupling, distribution, width: 1, seed }).order,
});
const threshold = (kind: "site" | "bond"): Row => ({
  theory: kind === "site" ? 0.592746050792 : 0.5,
  run: (seed) => systems.percolationRun({ size: 64, replicates: 200, seed, shares: [], kind }).threshold,
});
const giant = (meanDegree: number): Row => ({
  theory: systems.giantComponent(meanDegree),
  run: (seed) => systems.randomGraphRun({ nodes: 20_000, meanDegree, replicates: 50, seed }).largestShare,
});
const busier = (n: number): Row => {
  const [ants, replicates] = [500, 2000];
  const chances = systems.antsExact({ ants, n });
  return {
    theory: chances.reduce((sum, chance, j) => sum + (chance * Math.max(j, ants - j)) / ants, 0),
    run: (seed) => systems.antsRun({ ants, last: ants, n, replicates, seed }).majority,
  };
};

/** The rows of the README's table, by what stands in its first column. */
const rows: Record<string, () => Row> = {
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

let pairs: ReturnType<typeof breaking> | undefined;
const breakingPairs = () => {
  pairs ??= breaking(2, [100, 1000], seeds[0]);
  return pairs;
};

/** What the second table says of a run with an error, by what stands in its first column. */
const said: Record<string, () => Estimate> = {
  "crossing of 2-SAT, 100 and 1,000 variables": () => breakingPairs().crossing,
  "narrowing of 2-SAT": () => breakingPairs().widthExponent,
  "crossing of 3-SAT, 20 and 80 variables": () => breaking(3, [20, 80], seeds[0]).crossing,
  "share of cooperators between 9/5 and 2": () => cooperators(seeds[0])[0] as Estimate,
};

/** The cells of the README's row with this first column. */
function written(label: string): string[] {
  const line = text.split("\n").find((each) => each.startsWith(`| ${label} |`));
  if (line === undefined) throw new Error(`lib/systems/README.md: no row "${label}"`);
  return line.split("|").map((cell) => cell.trim());
}
const decimals = (printed: string) => printed.split(".")[1]?.length ?? 0;
/** `.31 ± .04` as numbers, with the number of decimals. */
function estimate(printed: string) {
  const [mean = "", error = ""] = printed.split(" ± ");
  return { mean: Number(mean), standardError: Number(error), digits: decimals(mean) };
}
/** Of the runs from theory and from the README's. */
const far = farthest(2 * Object.keys(rows).length);

describe("lib/systems/README.md", () => {
  it.each(Object.entries(rows))("has theory rounded as its run, and the distance between them: %s", (label, row) => {
    const [, , theory = "", here = "", z = ""] = written(label);
    const { mean, standardError, digits } = estimate(here);
    expect(Math.abs(Number(theory) - row().theory)).toBeLessThan(0.5001 * 10 ** -digits);
    expect(decimals(theory)).toBe(digits);
    // Two digits of an error are known to 5 percent, and a last digit of the mean is a tenth of an error or less.
    const distance = (mean - row().theory) / standardError;
    expect(Math.abs(distance - Number(z))).toBeLessThan(0.15 + 0.05 * Math.abs(distance));
  });

  it.each(Object.entries(rows))(
    "has a run and an error as four other seeds give: %s",
    { tags: ["slow"] },
    (label, row) => {
      const { theory, run } = row();
      const others = seeds.map(run);
      const all = together(others);
      const here = estimate(written(label)[3] ?? "");
      expect(off(all, theory), "from theory").toBeLessThan(far);
      expect(apart(all, here), "from the README").toBeLessThan(far);
      const error = all.standardError * Math.sqrt(seeds.length);
      expect(here.standardError / error, "error").toBeGreaterThan(0.5);
      expect(here.standardError / error, "error").toBeLessThan(2);
    },
  );

  it.each(Object.entries(said))("says what another seed gives: %s", { tags: ["slow"] }, (label, run) => {
    expect(apart(run(), estimate(written(label)[3] ?? ""))).toBeLessThan(far);
  });

  it("says how far small magnets and the crossing of Binder cumulants are off, as another seed has it", {
    tags: ["slow"],
  }, () => {
    const magnets = Number(/([\d.]+) standard errors off/.exec(text)?.[1]);
    const others = smallMagnets(seeds[0]).map(({ off }) => off);
    // Errors of forty blocks: by Student's t with 39 degrees of freedom one of 150 lies beyond 5.2 for one of a thousand seeds.
    expect(Math.max(magnets, ...others)).toBeLessThan(5.2);
    const percent = Number(/^([\d.]+) %$/.exec(written("Binder crossing of sides 16 and 32")[3] ?? "")?.[1]);
    expect(Math.max(percent, 100 * Math.abs(binderCrossing(seeds[0]).ratio - 1))).toBeLessThan(0.5);
  });
});
