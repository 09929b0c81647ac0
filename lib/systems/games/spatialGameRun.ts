import type { Estimate } from "../../core/estimate";
import { requireWhole } from "../../core/require";
import { blockMean } from "../../stats/blockMean";
import { type SpatialGameOptions, spatialGame } from "./spatialGame";

export interface SpatialGameRunOptions extends SpatialGameOptions {
  /** Rounds measured, from 2; default 1000. */
  readonly steps?: number;
  /** Rounds before; default 500. */
  readonly warmup?: number;
  /** Blocks of the error; default 20. */
  readonly blocks?: number;
}

/** What was measured. */
export interface SpatialGameResult {
  /** Share of cooperators. */
  readonly share: Estimate;
  /** Share of sites that changed in a round. */
  readonly changed: Estimate;
}

/**
 * The game on a lattice, warmed up and measured.
 *
 * Errors are from blocks of rounds. They say how well one lattice's mean is known: where the lattice has come to rest they are 0, although another start
 * would rest elsewhere.
 *
 * @param options the game, how long, and the seed
 * @returns means over the rounds measured
 * @throws RangeError for a number out of range
 * @example
 * import { spatialGameRun } from "@emergence/lib/systems";
 * spatialGameRun({ size: 30, temptation: 1.05, cooperators: 1, steps: 100, seed: 1 }).share.mean; // => 1
 *
 * Source: Nowak & May 1992, Nature 359, 826-829, who find a share of about .318 for 9/5 < b < 2 from almost any start. On a small torus some
 * starts with many defectors end without cooperators, or without defectors.
 */
export function spatialGameRun(options: SpatialGameRunOptions): SpatialGameResult {
  const { steps = 1000, warmup = 500 } = options;
  requireWhole("spatialGameRun", "steps", steps, 2);
  requireWhole("spatialGameRun", "warmup", warmup, 0);
  const game = spatialGame(options);
  game.step(warmup);
  const share = new Float64Array(steps);
  const changed = new Float64Array(steps);
  for (let i = 0; i < steps; i++) {
    game.step();
    share[i] = game.share;
    changed[i] = game.changed;
  }
  return { share: blockMean(share, options), changed: blockMean(changed, options) };
}
