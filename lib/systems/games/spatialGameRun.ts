import type { Estimate } from "../../core/estimate";
import { inNameOf, type Kinds, optionsOf, requireWhole } from "../../core/require";
import { blockMean } from "../../stats/blockMean";
import { type SpatialGameOptions, spatialGame, spatialGameOptions } from "./spatialGame";

export interface SpatialGameRunOptions extends SpatialGameOptions {
  /** Number of rounds measured, >= 2; default 1000. */
  readonly steps?: number;
  /** Number of rounds before those; default 500. */
  readonly warmup?: number;
  /** Number of blocks for the standard errors; default 20. */
  readonly blocks?: number;
}

/** Kinds of the options, for their check. */
const spatialGameRunOptions: Kinds<SpatialGameRunOptions> = {
  ...spatialGameOptions,
  steps: "number",
  warmup: "number",
  blocks: "number",
};

/** What was measured. */
export interface SpatialGameResult {
  /** Share of cooperators. */
  readonly share: Estimate;
  /** Fraction of sites that changed per round. */
  readonly changed: Estimate;
}

/**
 * Cooperation in the spatial game after a warm-up.
 *
 * Standard errors are from blocks of rounds. They describe the mean of one lattice: if it has come to rest they are 0, although another start would come
 * to rest elsewhere.
 *
 * @param options those of `spatialGame`; `steps`, `warmup`, `blocks`
 * @returns `share`, the fraction of cooperators, and `changed`, the fraction of sites that change per round: means over the rounds measured
 * @throws RangeError for a number out of range
 * @example
 * import { spatialGameRun } from "@emergence/lib/systems";
 * spatialGameRun({ size: 30, temptation: 1.05, cooperators: 1, steps: 100, seed: 1 }).share.mean; // => 1
 *
 * Source: Nowak & May 1992, Nature 359, 826-829, who find a fraction of about .318 for 9/5 < b < 2 from almost any start. On a small torus some
 * starts with many defectors end without cooperators, or without defectors.
 */
export function spatialGameRun(options: SpatialGameRunOptions): SpatialGameResult {
  const { steps = 1000, warmup = 500, blocks, ...model } = optionsOf("spatialGameRun", options, spatialGameRunOptions);
  requireWhole("spatialGameRun", "steps", steps, 2);
  requireWhole("spatialGameRun", "warmup", warmup, 0);
  const game = inNameOf("spatialGameRun", () => spatialGame(model));
  game.step(warmup);
  const share = new Float64Array(steps);
  const changed = new Float64Array(steps);
  for (let i = 0; i < steps; i++) {
    game.step();
    share[i] = game.share;
    changed[i] = game.changed;
  }
  const averaged = (series: Float64Array) =>
    inNameOf("spatialGameRun", () => blockMean(series, blocks === undefined ? {} : { blocks }));
  return { share: averaged(share), changed: averaged(changed) };
}
