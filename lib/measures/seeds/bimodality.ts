import type { Failure } from "../../core/failure";
import type { Numbers } from "../../core/numbers";
import { type Kinds, optionsOf, requireFiniteNumbers, requireInside, requireWhole } from "../../core/require";
import { type Random, random } from "../../stats/random";
import { dip } from "./dip";
import { type TwoNormals, twoNormals } from "./twoNormals";

/** Options of `bimodality`. */
export interface BimodalityOptions {
  /** Probability of calling one heap two. Default 0.05. */
  readonly alpha?: number;
  /** Number of samples simulated under each null. Default 999. */
  readonly replicates?: number;
  /** Default 1. */
  readonly seed?: number;
}

/** Kinds of the options, for their check. */
const bimodalityOptions: Kinds<BimodalityOptions> = { alpha: "number", replicates: "number", seed: "number" };

/** One heap of scores or two. */
export interface Bimodality {
  readonly kind: "bimodality";
  /** "two heaps" if the dip rejects one mode; "not one normal heap" if only the mixture does, as it also does for one skewed heap; else "one heap or undecided". */
  readonly verdict: "two heaps" | "not one normal heap" | "one heap or undecided";
  /** Hartigan's dip: distance of the distribution from the nearest with one mode, and its p among samples of as many uniform numbers. */
  readonly dip: { readonly statistic: number; readonly p: number };
  /** Two normal distributions of one width against one: 2 x the gain of log likelihood, its p among normal samples, and the two heaps. */
  readonly mixture: Omit<TwoNormals, "gain"> & { readonly statistic: number; readonly p: number };
}

/**
 * One heap or two: is the distribution of a score over seeds bimodal? Two tests, each with its null by simulation, p = (1 + number at least as large) / (1 + replicates):
 *
 *     dip     = min over unimodal G of max |F - G|,  F the distribution function of the scores; null: uniform, the least favorable one of one mode
 *     mixture = 2 (ln L of two normal distributions with one width - ln L of one);                null: normal
 *
 * The dip asks for two modes, whatever their shape, and decides alone over "two heaps". The mixture is more powerful for normal heaps, but one skewed heap is
 * not normal either. Choose the scale of the score beforehand: a loss that spans decades belongs on a logarithm.
 *
 * Share of 500 experiments called "two heaps", and in brackets of those in which either test rejects, by seeds, at alpha .05. The two heaps are normal, so many
 * standard deviations apart, and each seed falls into the upper one by lot (`scripts/bench/power.mjs`):
 *
 * | distribution | 9 | 10 | 25 | 50 |
 * | --- | --- | --- | --- | --- |
 * | two heaps, 30 apart, half above | .80 (1) | .80 (1) | 1 (1) | 1 (1) |
 * | two heaps, 30 apart, a third above | .60 (.97) | .59 (.99) | .90 (1) | 1 (1) |
 * | two heaps, 6 apart, half above | .27 (.71) | .35 (.77) | .74 (1) | .96 (1) |
 * | two heaps, 6 apart, a third above | .16 (.70) | .20 (.77) | .41 (1) | .70 (1) |
 * | two heaps, 6 apart, a tenth above | .01 (.42) | .01 (.51) | 0 (.90) | .01 (.99) |
 * | two heaps, 3 apart, half above | .05 (.11) | .04 (.12) | .05 (.31) | .07 (.59) |
 * | one normal heap | .01 (.05) | .01 (.06) | .01 (.05) | 0 (.05) |
 * | one uniform heap | .05 (.12) | .04 (.13) | .05 (.32) | .04 (.69) |
 * | one exponential heap | .02 (.27) | .02 (.29) | .01 (.76) | 0 (.98) |
 *
 * At 450 seeds it is .01 (1) for a tenth above, 0 (.05) for one normal and 0 (1) for one exponential heap, of 100 experiments.
 * A failure to find two heaps among 9 or 10 seeds is no evidence of one, and a heap of a tenth of the seeds is never a mode to the dip.
 *
 * @param scores one per seed, at least 5, in any order
 * @returns both tests; `kind: "failed"` if all scores are equal
 * @throws RangeError for fewer than 5 scores, one that is not finite, or options out of range
 * @example
 * import { bimodality } from "@emergence/lib/measures";
 * const found = bimodality([-7, -6.9, -6.8, -7.1, -7, 0.1, -0.2, 0, 0.2, -0.1]);
 * found.kind === "bimodality" && found.verdict; // => "two heaps"
 *
 * Source: Hartigan & Hartigan 1985, Ann. Statist. 13, 70-84; McLachlan 1987, Appl. Statist. 36, 318-324 (the mixture's null by simulation); for
 * heaps over seeds Zhao et al. 2025, arXiv 2502.17356.
 */
export function bimodality(scores: Numbers, options: BimodalityOptions = {}): Bimodality | Failure {
  const { alpha = 0.05, replicates = 999, seed = 1 } = optionsOf("bimodality", options, bimodalityOptions);
  requireFiniteNumbers("bimodality", "scores", scores);
  requireInside("bimodality", "alpha", alpha);
  requireWhole("bimodality", "replicates", replicates);
  random(seed, "bimodality"); // refuses a bad seed before anything else
  const n = scores.length;
  if (n < 5) throw new RangeError(`bimodality: ${n} scores, needs at least 5: fewer show no heaps`);
  const sorted = unit(Float64Array.from(scores).sort());
  if (sorted === undefined)
    return { kind: "failed", reason: `all ${n} scores are equal: one value is no distribution` };
  const distance = dip(sorted.values);
  const { gain, heaps, deviation } = twoNormals(sorted.values);
  const [low, high] = heaps;
  const back = (mean: number) => sorted.low + mean * sorted.span;
  const { dips, gains } = nulls(n, replicates, seed);
  const pOf = (seen: number, drawn: Float64Array) =>
    (1 + drawn.reduce((count, one) => count + (one >= seen ? 1 : 0), 0)) / (1 + replicates);
  const tested = { dip: pOf(distance, dips), mixture: pOf(gain, gains) };
  return {
    kind: "bimodality",
    verdict:
      tested.dip <= alpha ? "two heaps" : tested.mixture <= alpha ? "not one normal heap" : "one heap or undecided",
    dip: { statistic: distance, p: tested.dip },
    mixture: {
      statistic: gain,
      p: tested.mixture,
      heaps: [
        { mean: back(low.mean), share: low.share },
        { mean: back(high.mean), share: high.share },
      ],
      deviation: deviation * sorted.span,
    },
  };
}

/** Sorted scores on [0, 1], so that neither their unit nor a large offset matters; undefined if they are all equal. */
function unit(sorted: Float64Array): { values: Float64Array; low: number; span: number } | undefined {
  const [low, high] = [sorted[0] as number, sorted[sorted.length - 1] as number];
  if (low === high) return undefined;
  // Halved first: the span of numbers of 1e308 of both signs is no number.
  const half = high / 2 - low / 2;
  return { values: sorted.map((one) => (one / 2 - low / 2) / half), low, span: 2 * half };
}

/** Gain per turn at which the mixtures of the null end: thousands are fitted, and what is left to gain is small beside their spread. */
const ofNulls = 1e-4;

interface Nulls {
  readonly dips: Float64Array;
  readonly gains: Float64Array;
}

/** The nulls of the latest sizes: they depend on no scores, and scales of one study have as many seeds each. */
const kept = new Map<string, Nulls>();
const mostKept = 8;

/** Both statistics for samples of one heap, the same for the same arguments. */
function nulls(n: number, replicates: number, seed: number): Nulls {
  const key = `${n} ${replicates} ${seed}`;
  const known = kept.get(key) ?? simulated(n, replicates, random(seed, "bimodality"));
  kept.set(key, known);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value as string);
  return known;
}

function simulated(n: number, replicates: number, source: Random): Nulls {
  const [dips, gains] = [new Float64Array(replicates), new Float64Array(replicates)];
  const sample = new Float64Array(n);
  for (let r = 0; r < replicates; r++) {
    for (let i = 0; i < n; i++) sample[i] = source.uniform();
    dips[r] = dip(sample.sort());
    for (let i = 0; i < n; i++) sample[i] = source.normal();
    gains[r] = twoNormals(sample.sort(), ofNulls).gain;
  }
  return { dips, gains };
}
