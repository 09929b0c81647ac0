import type { Estimate } from "../../core/estimate";
import { inNameOf, type Kinds, optionsOf, requireWhole } from "../../core/require";
import { binderCumulant } from "../../measures/order/binderCumulant";
import { susceptibility } from "../../measures/order/susceptibility";
import { blockMean } from "../../stats/blockMean";
import { vicsek } from "./vicsek";
import type { VicsekOptions } from "./vicsekOptions";
import { vicsekKinds } from "./vicsekOptions";

/** Options of a run. */
export interface VicsekRunOptions extends VicsekOptions {
  /** Number of steps observed, >= 2. */
  readonly steps: number;
  /** Number of steps before those. Near the transition a flock forgets its start only after thousands. */
  readonly warmup: number;
  /** Number of blocks for the standard errors, >= 2; each should be many autocorrelation times long. Default: 20. */
  readonly blocks?: number;
}

/** Kinds of the options, for their check. */
const vicsekRunOptions: Kinds<VicsekRunOptions> = {
  ...vicsekKinds,
  steps: "number",
  warmup: "number",
  blocks: "number",
};

/** Observables of a run, with standard errors. */
export interface VicsekResult {
  /** va = |sum of all velocities| / (N speed), 0 to 1. Birds without a common heading still have sqrt(pi) / (2 sqrt(N)). */
  readonly polarization: Estimate;
  /** N (<va^2> - <va>^2). */
  readonly susceptibility: Estimate;
  /** 1 - <va^4> / (3 <va^2>^2): 2/3 in order and, as the order parameter has two components, 1/3 in disorder. Lower if va has two values. */
  readonly binder: Estimate;
  /** Number of steps with va in each of 50 equal bins from 0 to 1: two peaks if order and disorder alternate. */
  readonly histogram: readonly number[];
}

/**
 * Runs a flock after Vicsek and returns its order parameter, with standard errors that include autocorrelation (jackknife over blocks of steps).
 *
 * Blocks shorter than the time in which order and disorder alternate make the errors too small: then compare seeds.
 *
 * @param options see VicsekRunOptions
 * @throws RangeError for an option out of range
 * @example
 * import { vicsekRun } from "@emergence/lib/systems";
 * const { polarization } = vicsekRun({ birds: 40, box: 3.1, noise: 0.1, steps: 200, warmup: 500, seed: 1 });
 * polarization.mean > 0.99; // => true
 *
 * Source: Vicsek et al. 1995, Phys. Rev. Lett. 75, 1226.
 */
export function vicsekRun(options: VicsekRunOptions): VicsekResult {
  const { steps, warmup, blocks = Math.min(20, steps), ...rest } = optionsOf("vicsekRun", options, vicsekRunOptions);
  requireWhole("vicsekRun", "steps", steps, 2);
  requireWhole("vicsekRun", "warmup", warmup, 0);
  requireWhole("vicsekRun", "blocks", blocks, 2, steps);
  const flock = inNameOf("vicsekRun", () => vicsek(rest));
  flock.step(warmup);
  const series = new Float64Array(steps);
  const histogram = Array.from({ length: 50 }, () => 0);
  for (let t = 0; t < steps; t++) {
    flock.step();
    const va = flock.polarization;
    series[t] = va;
    const bin = Math.min(49, Math.floor(50 * va));
    histogram[bin] = (histogram[bin] as number) + 1;
  }
  return {
    polarization: blockMean(series, { blocks }),
    susceptibility: susceptibility(series, { size: flock.birds, temperature: 1, blocks }),
    binder: binderCumulant(series, { blocks }),
    histogram,
  };
}
