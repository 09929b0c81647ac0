import { group, sum } from "d3-array";
import type { Interval } from "../../core/estimate";
import { type Kinds, optionsOf, requireFinite, requireInside, requireList, requireWhole } from "../../core/require";
import { shown } from "../../core/shown";
import { fitBinomial } from "../../fit/binomial";
import { logistic } from "../../fit/model/curves/logistic";
import type { BinomialResult } from "../../fit/result/result";
import { binomialRegression, logit } from "../../stats/binomialRegression";
import { chiSquaredSurvival } from "../../stats/distributions";
import { type Random, random } from "../../stats/random";
import { wilsonScore } from "../../stats/wilsonScore";

/** One run of one seed: its scale, and whether it succeeded. */
export interface SeedRun {
  /** Logarithm of the size, or whatever the share of successes is to be smooth in. */
  readonly scale: number;
  readonly success: boolean;
}

/** Options of `successProbability`. */
export interface SuccessOptions {
  /** Confidence of the intervals. Default 0.95. */
  readonly confidence?: number;
  /** Level of the tests behind the verdict. Default 0.05. */
  readonly alpha?: number;
  /** Number of experiments simulated under each curve. Default 999. */
  readonly replicates?: number;
  /** Default 1. */
  readonly seed?: number;
}

/** Kinds of the options, for their check. */
const successOptions: Kinds<SuccessOptions> = {
  confidence: "number",
  alpha: "number",
  replicates: "number",
  seed: "number",
};

/** Share of lucky seeds at one scale, with Wilson's interval. */
export interface SuccessShare extends Interval {
  readonly scale: number;
  readonly successes: number;
  readonly runs: number;
  readonly share: number;
}

/** Share of lucky seeds over scale. */
export interface SuccessProbability {
  /** By increasing scale. */
  readonly shares: readonly SuccessShare[];
  /** "rises" or "falls" if a trend over scale is significant, else "flat". */
  readonly direction: "rises" | "falls" | "flat";
  /** Probability of as strong a trend if all scales were alike: likelihood ratio of the logistic curve and a constant. */
  readonly trendP: number;
  /** Logistic curve 1 / (1 + exp(-k (x - x0))) by `fitBinomial`, with errors and intervals of k and x0; not identifiable if no scale has some seeds of either kind. */
  readonly curve: BinomialResult<"L" | "k" | "x0">;
  /** Deviance of the shares from the logistic curve; p is the share of experiments drawn from that curve in which the step does relatively as well. */
  readonly smooth: { readonly deviance: number; readonly p: number };
  /** Deviance from the best step between two levels; p is the share of experiments drawn from it in which the logistic curve does relatively as well. */
  readonly step: { readonly deviance: number; readonly p: number; readonly place: number };
  /**
   * "smooth" if the step is rejected and the logistic curve is not, "step" if it is the other way round, "neither" if both are rejected. "undecided" if
   * none is, or if there is no trend.
   */
  readonly verdict: "smooth" | "step" | "neither" | "undecided";
}

/**
 * Probability of success over scale: the share of lucky seeds, as a curve of its own. Where single runs fall into two heaps (`bimodality`), a jump of the score
 * in scale may be a smooth change of this share. k of n seeds succeed at each scale, with Wilson's interval. Two curves are compared with the shares by
 * their deviances, and with each other by the difference, whose distribution under either curve comes from `replicates` experiments drawn from it:
 *
 *     smooth: p(x) = 1 / (1 + exp(-k (x - x0)))        step: p(x) = a below a place, b above it
 *     deviance = 2 sum [k ln(k / (n p)) + (n - k) ln((n - k) / (n (1 - p)))]
 *
 * Smooth means: by more than the two levels of one step, within the resolution of the scales. Nothing is said of what happens between two of them.
 * If the shares go from none to all from one scale to the next, both curves describe that, and the verdict is "undecided".
 *
 * Share of 200 experiments called "smooth" / "step", by seeds at each of 5 scales (`scripts/bench/power.mjs`):
 *
 * | true shares | 9 | 10 | 25 | 50 | 90 |
 * | --- | --- | --- | --- | --- | --- |
 * | .03 .2 .5 .8 .97 | .76 / .04 | .83 / .03 | .97 / .01 | .99 / 0 | .99 / 0 |
 * | 0 .07 .5 .93 1 | .87 / .03 | .92 / .03 | .98 / 0 | .99 / 0 | 1 / 0 |
 * | .1 .1 .9 .9 .9 | .04 / .74 | .05 / .78 | .01 / .95 | 0 / .94 | 0 / .98 |
 * | .2 .2 .7 .7 .7 | .05 / .31 | .06 / .38 | .06 / .77 | .02 / .94 | 0 / .97 |
 * | 0 0 1 1 1 | 0 / 0 | 0 / 0 | 0 / 0 | 0 / 0 | 0 / 0 |
 * | .5 .5 .5 .5 .5 | .01 / 0 | .01 / 0 | .01 / 0 | 0 / 0 | .02 / 0 |
 *
 * What is neither of the two is mostly "undecided". A step from none to all is never told from a steep curve.
 *
 * @param runs one per seed and scale, in any order, of at least 3 scales; numbers of seeds may differ
 * @throws RangeError for fewer than 3 scales, a scale that is not finite, a success that is not true or false, or options out of range
 * @example
 * import { successProbability } from "@emergence/lib/measures";
 * const lucky = { 4: 0, 5: 2, 6: 4, 7: 9, 8: 9 };
 * const runs = Object.entries(lucky).flatMap(([scale, k]) =>
 *   Array.from({ length: 9 }, (_, seed) => ({ scale: Number(scale), success: seed < k })),
 * );
 * successProbability(runs).verdict; // => "smooth"
 *
 * Source: Zhao et al. 2025, arXiv 2502.17356 (the quantity); Wilson 1927, J. Am. Stat. Assoc. 22, 209; deviance: McCullagh & Nelder 1989, section 4.4.
 */
export function successProbability(runs: readonly SeedRun[], options: SuccessOptions = {}): SuccessProbability {
  const caller = "successProbability";
  const { confidence = 0.95, alpha = 0.05, replicates = 999, seed = 1 } = optionsOf(caller, options, successOptions);
  requireInside(caller, "confidence", confidence);
  requireInside(caller, "alpha", alpha);
  requireWhole(caller, "replicates", replicates);
  const source = random(seed, caller);
  const { x, k, n } = countsOf(caller, runs);
  const shares = x.map((scale, i) => {
    const [successes, of] = [k[i] as number, n[i] as number];
    return { scale, successes, runs: of, share: successes / of, ...wilsonScore(successes, of, confidence) };
  });
  const compare = comparison(x, n);
  const [smooth, step] = [compare.smooth(k), compare.step(k)];
  const gapOf = (drawn: readonly number[]) => compare.step(drawn).deviance - compare.smooth(drawn).deviance;
  const gap = step.deviance - smooth.deviance;
  const tested = {
    smooth: simulated(smooth, n, replicates, source, (drawn) => gapOf(drawn) <= gap + rounding),
    step: simulated(step, n, replicates, source, (drawn) => gapOf(drawn) >= gap - rounding),
  };
  const trendP = chiSquaredSurvival(Math.max(0, compare.constant(k) - smooth.deviance), 1);
  const trend = trendP <= alpha;
  const rejected = { smooth: tested.smooth <= alpha, step: tested.step <= alpha };
  const at = step.at as number;
  return {
    shares,
    direction: trend ? ((smooth.slope as number) > 0 ? "rises" : "falls") : "flat",
    trendP,
    curve: fitBinomial(logistic, x, k, n, { fixed: { L: 1 } }),
    smooth: { deviance: smooth.deviance, p: tested.smooth },
    step: { deviance: step.deviance, p: tested.step, place: ((x[at - 1] as number) + (x[at] as number)) / 2 },
    verdict: verdictOf(rejected, trend),
  };
}

function verdictOf(rejected: { smooth: boolean; step: boolean }, trend: boolean): SuccessProbability["verdict"] {
  if (rejected.smooth && rejected.step) return "neither";
  if (!trend || rejected.smooth === rejected.step) return "undecided";
  return rejected.step ? "smooth" : "step";
}

/** Successes and runs by increasing scale. */
function countsOf(caller: string, runs: readonly SeedRun[]): { x: number[]; k: number[]; n: number[] } {
  requireList(caller, "runs", runs, "an array of runs { scale, success }");
  for (let i = 0; i < runs.length; i++) {
    const run: unknown = runs[i];
    if (typeof run !== "object" || run === null)
      throw new RangeError(`${caller}: runs[${i}] ${shown(run)}, needs { scale, success }`);
    const { scale, success } = run as SeedRun;
    requireFinite(caller, `runs[${i}].scale`, scale);
    if (typeof success !== "boolean")
      throw new RangeError(`${caller}: runs[${i}].success ${shown(success)}, needs true or false, such as loss < 0.1`);
  }
  const byScale = [...group(runs, ({ scale }) => scale)].sort(([a], [b]) => a - b);
  if (byScale.length < 3)
    throw new RangeError(`${caller}: runs of ${byScale.length} scales, needs at least 3 for a curve over scale`);
  return {
    x: byScale.map(([scale]) => scale),
    k: byScale.map(([, own]) => own.filter(({ success }) => success).length),
    n: byScale.map(([, own]) => own.length),
  };
}

/** A curve through the shares: its probabilities and how far the counts are from them. */
interface Fitted {
  readonly p: readonly number[];
  readonly deviance: number;
  readonly slope?: number;
  /** Index of the first scale above the step. */
  readonly at?: number;
}

/** Rounding of a deviance, so that experiments alike have the same. */
const rounding = 1e-8;

/** Fits of the curves to counts at these scales. */
function comparison(x: readonly number[], n: readonly number[]) {
  const [low, high] = [x[0] as number, x.at(-1) as number];
  const columns = [x.map(() => 1), x.map((one) => (2 * (one - low)) / (high - low) - 1)];
  const constant = (k: readonly number[]): number => {
    const p = sum(k) / sum(n);
    return sum(k, (one, i) => departure(one, n[i] as number, p));
  };
  const smooth = (k: readonly number[]): Fitted => {
    const { eta, coefficients } = binomialRegression(logit, { successes: k, trials: n, columns });
    const p = Array.from(eta, logit.p);
    const left = sum(k, (one, i) => departure(one, n[i] as number, p[i] as number));
    // A curve that separates the counts comes as near as one likes.
    const deviance = left < rounding ? 0 : left;
    return { p, deviance, slope: coefficients[1] as number };
  };
  const step = (k: readonly number[]): Fitted => {
    let best: Fitted | undefined;
    for (let at = 1; at < x.length; at++) {
      const level = (from: number, to: number) => sum(k.slice(from, to)) / sum(n.slice(from, to));
      const [below, above] = [level(0, at), level(at, x.length)];
      const p = x.map((_, i) => (i < at ? below : above));
      const deviance = sum(k, (one, i) => departure(one, n[i] as number, p[i] as number));
      if (best === undefined || deviance < best.deviance) best = { p, deviance, at };
    }
    return best as Fitted;
  };
  return { constant, smooth, step };
}

/** Deviance of k of n from p. */
function departure(k: number, n: number, p: number): number {
  const part = (count: number, share: number) => (count === 0 ? 0 : 2 * count * Math.log(count / (n * share)));
  return part(k, p) + part(n - k, 1 - p);
}

/** Share of experiments drawn from a fitted curve that are as extreme. */
function simulated(
  { p }: Fitted,
  n: readonly number[],
  replicates: number,
  source: Random,
  extreme: (drawn: readonly number[]) => boolean,
): number {
  let count = 0;
  for (let r = 0; r < replicates; r++) {
    if (extreme(n.map((trials, i) => source.binomial(trials, Math.min(1, p[i] as number))))) count++;
  }
  return (1 + count) / (1 + replicates);
}
