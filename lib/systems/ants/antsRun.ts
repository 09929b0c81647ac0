import type { Estimate } from "../../core/estimate";
import { type Kinds, optionsOf, requireWhole } from "../../core/require";
import { blockMean } from "../../stats/blockMean";
import { random } from "../../stats/random";
import { type AntsOptions, ants, antsOptions, checkAnts } from "./ants";

export interface AntsRunOptions extends AntsOptions {
  /** Number of ants per bridge; default 1000. */
  readonly ants?: number;
  /** Number of last ants by which a bridge is judged; default 100, or all if there are fewer. */
  readonly last?: number;
  /** Number of independent bridges, >= 2; default 200. */
  readonly replicates?: number;
}

/** Kinds of the options, for their check. */
const antsRunOptions: Kinds<AntsRunOptions> = { ...antsOptions, ants: "number", last: "number", replicates: "number" };

export interface AntsResult {
  /** Fraction of bridges whose last ants mostly chose the short (or first) branch; a tie counts half. */
  readonly shortWins: Estimate;
  /** Fraction of the last ants on the branch that most of them chose: 1/2 without a decision, 1 if it is unanimous. */
  readonly majority: Estimate;
  /** Fraction of all ants on the short (or first) branch, one number per bridge. */
  readonly shares: Float64Array;
  /** The same fraction among the last ants only. */
  readonly lastShares: Float64Array;
}

/**
 * Choice of the last ants on many independent bridges.
 *
 * A bridge keeps its decision, so a longer run of one bridge says nothing about the others: the standard errors are over independent bridges.
 *
 * @param options those of `ants`; `ants`, `last`, `replicates`
 * @throws RangeError for a number out of range
 * @example
 * import { antsRun } from "@emergence/lib/systems";
 * const { shortWins } = antsRun({ lengthRatio: 2, ants: 1000, replicates: 100, seed: 1 });
 * shortWins.mean > 0.6; // => true
 *
 * Source: as `ants`.
 */
export function antsRun(options: AntsRunOptions): AntsResult {
  const { ants: count = 1000, replicates = 200 } = optionsOf("antsRun", options, antsRunOptions);
  const { last = Math.min(100, count) } = options;
  const where = "antsRun";
  const bridge = checkAnts(where, options);
  requireWhole(where, "ants", count);
  requireWhole(where, "last", last);
  requireWhole(where, "replicates", replicates, 2);
  if (last > count) throw new RangeError(`${where}: last ${last}, needs at most the ${count} ants there are`);
  const source = random(bridge.seed, "antsRun");
  const shares = new Float64Array(replicates);
  const lastShares = new Float64Array(replicates);
  for (let i = 0; i < replicates; i++) {
    const one = ants({ ...bridge, seed: source.int32() });
    one.step(count - last);
    const before = one.short;
    one.step(last);
    shares[i] = one.share;
    lastShares[i] = (one.short - before) / last;
  }
  const over = (value: (share: number) => number): Estimate => blockMean(lastShares.map(value), { blocks: replicates });
  return {
    shortWins: over((share) => (Math.sign(share - 0.5) + 1) / 2),
    majority: over((share) => Math.max(share, 1 - share)),
    shares,
    lastShares,
  };
}
