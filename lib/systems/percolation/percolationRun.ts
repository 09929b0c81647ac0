import type { Estimate } from "../../core/estimate";
import { inNameOf, type Kinds, optionsOf, requireProportion, requireWhole } from "../../core/require";
import { bisect } from "../../core/roots";
import { blockMean } from "../../stats/blockMean";
import { type Random, random } from "../../stats/random";
import { atLeast, average, binomialWindow } from "./binomialWindow";
import { type PercolationKind, percolation } from "./percolation";

/**
 * Probability that a cluster wraps around the torus, in either direction, at the threshold of the infinite square lattice: the same for sites and
 * bonds. Pinson 1994, J. Stat. Phys. 75, 1167; as quoted by Newman & Ziff 2000, Phys. Rev. Lett. 85, 4104.
 */
export const wrappingAtThreshold = 0.690473725;

/** Options of a run over lattices of one size. */
export interface PercolationRunOptions {
  /** Side of the square lattice, >= 3. */
  readonly size: number;
  /** Number of independent lattices, >= 2. */
  readonly replicates: number;
  /** A whole number from -2^31 to 2^31 - 1. */
  readonly seed: number;
  /** Fractions of occupied sites or bonds at which observables are returned, each 0 to 1; default 0, .02, ... 1. */
  readonly shares?: readonly number[];
  /** Default "site". */
  readonly kind?: PercolationKind;
}

/** Kinds of the options, for their check. */
const percolationRunOptions: Kinds<PercolationRunOptions> = {
  size: "number",
  replicates: "number",
  seed: "number",
  shares: "numbers",
  kind: ["site", "bond"],
};

/** Observables at one fraction of occupied sites or bonds. */
export interface PercolationRow {
  /** p, probability with which each site or bond is occupied. */
  readonly share: number;
  /** Probability that a cluster wraps around the torus. */
  readonly wrapping: Estimate;
  /** Fraction of all sites in the largest cluster. */
  readonly largestShare: Estimate;
  /** Mean size of the other clusters, as in `percolation`, in sites. */
  readonly meanClusterSize: Estimate;
}

/** Observables as functions of p, with standard errors over replicates; errors of different rows are not independent. */
export interface PercolationResult {
  readonly rows: readonly PercolationRow[];
  /** The p at which the wrapping probability equals that at the threshold of the infinite lattice. Its error does not include a bias of order size^(-11/4). */
  readonly threshold: Estimate;
  /**
   * Wrapping point of each replicate: the p at which a cluster first wraps if each site (or bond) has a uniform random number between 0 and 1 and is
   * occupied once p exceeds it. The distribution function of these numbers is the wrapping probability as a function of p.
   */
  readonly wrappingShares: readonly number[];
}

/**
 * Percolation at all p at once: each replicate fills one lattice from empty to full, and observables at n occupied sites are averaged with the binomial
 * probabilities of n,
 *
 *     Q(p) = sum_n binomial(N, n) p^n (1 - p)^(N - n) Q_n
 *
 * so that p is continuous and no value of p needs a run of its own.
 *
 * @throws RangeError for an option out of range
 * @example
 * import { percolationRun } from "@emergence/lib/systems";
 * const { threshold } = percolationRun({ size: 16, replicates: 50, seed: 1, shares: [] });
 * Math.abs(threshold.mean - 0.592746) < 3 * threshold.standardError; // => true
 *
 * Source: Newman & Ziff 2000, Phys. Rev. Lett. 85, 4104; the threshold of sites .592746050792 (Jacobsen 2015), of bonds exactly 1/2 (Kesten 1980).
 */
export function percolationRun(options: PercolationRunOptions): PercolationResult {
  const { size, replicates, seed, kind = "site" } = optionsOf("percolationRun", options, percolationRunOptions);
  const shares = options.shares ? Array.from(options.shares) : Array.from({ length: 51 }, (_, i) => i / 50);
  requireWhole("percolationRun", "size", size, 3);
  requireWhole("percolationRun", "replicates", replicates, 2);
  for (const share of shares) requireProportion("percolationRun", "shares", share);
  const seeds = random(seed, "percolationRun");
  const total = kind === "bond" ? 2 * size * size : size * size;
  const windows = shares.map((share) => binomialWindow(total, share));
  const [largest, mean] = [shares, shares].map((all) => all.map(() => new Float64Array(replicates)));
  const firstWrap = new Int32Array(replicates);
  const [largestAt, meanAt] = [new Float64Array(total + 1), new Float64Array(total + 1)];

  for (let r = 0; r < replicates; r++) {
    const lattice = inNameOf("percolationRun", () => percolation({ size, kind, seed: seeds.int32() }));
    for (let n = 0; n <= total; n++) {
      largestAt[n] = lattice.largestShare;
      meanAt[n] = lattice.meanClusterSize;
      if (n === total) break;
      lattice.step();
      if (lattice.wraps && firstWrap[r] === 0) firstWrap[r] = n + 1;
    }
    for (const [s, window] of windows.entries()) {
      (largest as Float64Array[])[s]?.fill(average(window, largestAt), r, r + 1);
      (mean as Float64Array[])[s]?.fill(average(window, meanAt), r, r + 1);
    }
  }

  const independent = { blocks: replicates };
  const rows = shares.map((share, s) => {
    const tail = atLeast(windows[s] as (typeof windows)[0], total);
    const wrapping = Float64Array.from(firstWrap, (n) => tail[n] as number);
    return {
      share,
      wrapping: blockMean(wrapping, independent),
      largestShare: blockMean((largest as Float64Array[])[s] as Float64Array, independent),
      meanClusterSize: blockMean((mean as Float64Array[])[s] as Float64Array, independent),
    };
  });
  return {
    rows,
    threshold: thresholdOf(firstWrap, total),
    wrappingShares: Array.from(firstWrap, (n) => orderStatistic(n, total, seeds)),
  };
}

/** The n-th smallest of N uniform numbers: the sum of n exponential numbers over that of N + 1. */
function orderStatistic(n: number, total: number, { uniform }: Random): number {
  let [first, sum] = [0, 0];
  for (let i = 0; i <= total; i++) {
    if (i === n) first = sum;
    sum -= Math.log1p(-uniform());
  }
  return first / sum;
}

/** The p at which the mean wrapping probability equals that at the threshold. Its error is that of the probability, over the slope. */
function thresholdOf(firstWrap: Int32Array, total: number): Estimate {
  const wrapping = (p: number) => {
    const tail = atLeast(binomialWindow(total, p), total);
    return blockMean(
      Float64Array.from(firstWrap, (n) => tail[n] as number),
      { blocks: firstWrap.length },
    );
  };
  const { lower: low } = bisect((p) => wrapping(p).mean < wrappingAtThreshold, 0, 1, { width: 1e-12 });
  const { first, chances } = binomialWindow(total, low);
  let slope = 0;
  // d/dp of the probability of at least n successes is n / p times the probability of n.
  for (const n of firstWrap) slope += ((chances[n - first] ?? 0) * n) / low / firstWrap.length;
  return { mean: low, standardError: wrapping(low).standardError / slope };
}
