import type { Estimate } from "../../core/estimate";
import { inNameOf, type Kinds, optionsOf, requireWhole } from "../../core/require";
import { blockMean } from "../../stats/blockMean";
import { random } from "../../stats/random";
import { type TermitesOptions, termites, termitesOptions } from "./termites";

export interface TermitesRunOptions extends TermitesOptions {
  /** Number of steps before the piles are counted; default 10,000. */
  readonly steps?: number;
  /** Number of independent colonies, >= 2; default 8. */
  readonly replicates?: number;
}

/** Kinds of the options, for their check. */
const termitesRunOptions: Kinds<TermitesRunOptions> = { ...termitesOptions, steps: "number", replicates: "number" };

export interface TermitesResult {
  readonly piles: Estimate;
  /** Fraction of all chips in the largest pile. */
  readonly largestShare: Estimate;
  /** The same two before the first step. */
  readonly pilesBefore: Estimate;
  readonly largestShareBefore: Estimate;
}

/**
 * Number of piles of termites after a time, and size of the largest.
 *
 * Piles keep merging, so there is no stationary state to average over: standard errors are over independent colonies.
 *
 * @param options those of `termites`; `steps`, `replicates`
 * @throws RangeError for a number out of range
 * @example
 * import { termitesRun } from "@emergence/lib/systems";
 * const { piles, pilesBefore } = termitesRun({ size: 32, termites: 30, steps: 3000, replicates: 4, seed: 1 });
 * piles.mean < pilesBefore.mean / 2; // => true
 *
 * Source: as `termites`.
 */
export function termitesRun(options: TermitesRunOptions): TermitesResult {
  const { steps = 10_000, replicates = 8, seed, ...model } = optionsOf("termitesRun", options, termitesRunOptions);
  requireWhole("termitesRun", "steps", steps, 0);
  requireWhole("termitesRun", "replicates", replicates, 2);
  const source = random(seed, "termitesRun");
  const rows = Array.from({ length: replicates }, () => {
    const colony = inNameOf("termitesRun", () => termites({ ...model, seed: source.int32() }));
    const before = [colony.piles, colony.largestShare];
    colony.step(steps);
    return [colony.piles, colony.largestShare, ...before];
  });
  const over = (column: number): Estimate =>
    blockMean(
      rows.map((row) => row[column] as number),
      { blocks: replicates },
    );
  return { piles: over(0), largestShare: over(1), pilesBefore: over(2), largestShareBefore: over(3) };
}
