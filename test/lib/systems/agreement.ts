import type { Estimate } from "@emergence/lib/stats";
import {
  finiteSizeCrossing,
  type IsingRunOptions,
  isingExact,
  isingRun,
  isingSum,
  satThresholds,
  spatialGameRun,
} from "@emergence/lib/systems";

/** Runs that a test judges and lib/systems/README.md quotes. */

/** Distances from the sum over all states of 4 x 4, in standard errors, by what was measured, and the error of each run's energy. */
export function smallMagnets(seed = 11): { label: string; off: number; energyError: number }[] {
  const ways: Partial<IsingRunOptions>[] = [{ layout: "packed" }, { layout: "plain" }, { algorithm: "wolff" }];
  const names = ["energy", "absMagnetization", "susceptibility", "binder", "specificHeat"] as const;
  return ways.flatMap((way) =>
    [1, 1.5, 1.8, 2, 2.2, 2.4, 2.7, 3, 4, 6].flatMap((temperature) => {
      const run = isingRun({ size: 4, temperature, sweeps: 40_000, blocks: 40, seed, ...way });
      const sum = isingSum({ size: 4, temperature });
      return names.map((name) => ({
        label: `${JSON.stringify(way)} ${name} at ${temperature}`,
        off: Math.abs(run[name].mean - sum[name]) / run[name].standardError,
        energyError: run.energy.standardError,
      }));
    }),
  );
}

/** The Binder cumulant of a lattice by Wolff's clusters. */
export const binderAt = (size: number, temperature: number, seed = 9) =>
  isingRun({ size, temperature, sweeps: size > 20 ? 6000 : 15_000, warmup: 200, algorithm: "wolff", seed }).binder;

/** Where the cumulants of sides 16 and 32 cross, over Tc: by their differences at two temperatures, one on each side. */
export function binderCrossing(seed = 9): { below: number; above: number; ratio: number } {
  const [low, high] = [2.25, 2.29];
  const gap = (temperature: number) => binderAt(32, temperature, seed).mean - binderAt(16, temperature, seed).mean;
  const [below, above] = [gap(low), gap(high)];
  const crossing = low + ((high - low) * below) / (below - above);
  return { below, above, ratio: crossing / isingExact(1).criticalTemperature };
}

/** Where 200 formulas of each of two sizes break equally often, and how their spread narrows. */
export function breaking(k: number, sizes: readonly [number, number], seed = 1) {
  const [small, large] = sizes.map((size, i) => ({
    size,
    values: satThresholds({ variables: size, k, replicates: 200, seed: seed + i }),
  }));
  return finiteSizeCrossing(small as { size: number; values: number[] }, large as { size: number; values: number[] });
}

/** Cooperators of the lattice game at b = 1.9 from mostly, and from half, cooperators. */
export const cooperators = (seed = 1) =>
  [0.9, 0.5].map(
    (start, i) =>
      spatialGameRun({ size: 120, temptation: 1.9, cooperators: start, steps: 500, warmup: 200, seed: seed + i }).share,
  );

/** How far the means of runs scatter, and the error that they state, by its root mean square. */
export function scatterAndError(runs: readonly Estimate[]): { scatter: number; said: number } {
  const mean = runs.reduce((sum, run) => sum + run.mean, 0) / runs.length;
  const squares = runs.reduce((sum, run) => sum + (run.mean - mean) ** 2, 0);
  const said = runs.reduce((sum, run) => sum + run.standardError ** 2, 0);
  return { scatter: Math.sqrt(squares / (runs.length - 1)), said: Math.sqrt(said / runs.length) };
}
