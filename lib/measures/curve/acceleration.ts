import { mean } from "d3-array";
import type { Estimate, Interval } from "../../core/estimate";
import type { Failure } from "../../core/failure";
import type { Numbers } from "../../core/numbers";
import {
  type Kinds,
  optionsOf,
  requireFiniteNumbers,
  requireInside,
  requirePositive,
  requireSameLength,
} from "../../core/require";
import { bisect } from "../../core/roots";
import { fit } from "../../fit/fit";
import { line as lineCurve } from "../../fit/model/curves/line";
import { polynomial } from "../../fit/model/curves/polynomial";
import { binomialRegression, logLog, type Regression } from "../../stats/binomialRegression";
import { countsOf } from "../../stats/countsFromShares";
import { fSurvival, studentQuantile } from "../../stats/distributions";
import { requireScales } from "./scales";

/** Options of `acceleration`. */
export interface AccelerationOptions {
  /** Tries behind each pass rate: one number, or one per size. Default: not known; all F then count alike, and no rate may be 0 or 1. */
  readonly trials?: number | Numbers;
  /** Confidence of the interval. Default 0.95. */
  readonly confidence?: number;
}

/** Kinds of the options, for their check. */
const accelerationOptions: Kinds<AccelerationOptions> = { trials: "any", confidence: "number" };

/** Curvature of F over ln N, and what it says. */
export interface Acceleration {
  readonly kind: "acceleration";
  /** d^2 F / d (ln N)^2: below 0 accelerated, above 0 sub-scaling, 0 under the law. An end that the counts do not determine is infinite. */
  readonly curvature: Estimate & Interval;
  /** Probability of a curvature as far from 0 under the law. */
  readonly p: number;
  /** "accelerated" or "sub-scaling" if the interval leaves out 0, else "undecided": the law is not rejected. */
  readonly verdict: "accelerated" | "sub-scaling" | "undecided";
  /** Exponent alpha of the law fitted to the same rates. */
  readonly exponent: Estimate;
  /** Pearson's chi-squared per degree of freedom about the curve: 1 for counts alone, above 1 if models scatter besides. Undefined without `trials`. */
  readonly dispersion: number | undefined;
}

/** Widest search for an end of the interval, in standard errors. */
const widest = 64;

/**
 * Acceleration of a pass rate beyond its scaling law. If the loss per task is a power law of size N, the pass rate is
 *
 *     PU(N) = exp(-c N^-alpha),   so   F(N) = ln(-ln PU(N)) = ln c - alpha ln N
 *
 * and F is a straight line in ln N. A larger PU is a smaller F. So a rate that rises faster and faster bends F down (curvature below 0, F concave:
 * accelerated emergence), and one that falls behind bends it up (above 0, convex: sub-scaling growth). Fitted is
 *
 *     F(N) = a + b z + curvature z^2 / 2,   z = ln N - mean of ln N
 *
 * by the binomial likelihood of k passes in n tries, with -ln(-ln(.)) as link. A rate of 0 or 1, whose F is infinite, so counts for what it is: n tries
 * that failed or passed. Samples drawn until the r-th pass have the same likelihood, with k = r and n the number drawn. The interval is the profile
 * likelihood's. Models scatter by more than their counts: it is widened by sqrt(dispersion), at least 1, with Student's quantile. Without `trials` the
 * same parabola is fitted to F by least squares.
 *
 * Share of 1000 experiments called accelerated / sub-scaling; sizes over two decades, 10,000 tries each, pass rates from .005 to .6
 * (`scripts/bench/power.mjs`):
 *
 * | curvature; scatter of F about the curve | 5 sizes | 9 sizes |
 * | --- | --- | --- |
 * | 0; none | 0 / 0 | .00 / .01 |
 * | 0; .1 | .01 / .02 | .02 / .02 |
 * | -.1; none | 1 / 0 | 1 / 0 |
 * | -.1; .1 | .25 / 0 | .59 / 0 |
 * | .1; none | 0 / 1 | 0 / 1 |
 * | .1; .1 | 0 / .23 | 0 / .50 |
 *
 * Five models that scatter seldom show a curvature.
 *
 * @param scale sizes N > 0 in increasing order (parameters or FLOPs, not their logarithms), at least 4; the unit is free
 * @param passRate pass rate at each size, a proportion
 * @param options `trials`: tries behind each rate; `confidence`, default .95
 * @returns the curvature; `kind: "failed"` if the rates determine none
 * @throws RangeError for ragged data, fewer than 4 sizes, sizes not above 0 or not increasing, a rate that is no proportion, or of no whole count of
 * `trials`, or 0 or 1 without `trials`; for a confidence out of range
 * @example
 * import { acceleration } from "@emergence/lib/measures";
 * const found = acceleration([1e8, 3e8, 1e9, 3e9, 1e10], [0.0071, 0.0362, 0.1617, 0.441, 0.74], { trials: 10000 });
 * found.kind === "acceleration" && found.verdict; // => "accelerated"
 *
 * Source: Hu et al. 2023, Predicting emergent abilities with infinite resolution evaluation, arXiv 2310.03262 (law and classes); McCullagh & Nelder
 * 1989, sections 4.3 and 4.5 (link, dispersion). Interval and test are ours.
 */
export function acceleration(
  scale: Numbers,
  passRate: Numbers,
  options: AccelerationOptions = {},
): Acceleration | Failure {
  const { trials, confidence = 0.95 } = optionsOf("acceleration", options, accelerationOptions);
  requireInside("acceleration", "confidence", confidence);
  requireFiniteNumbers("acceleration", "passRate", passRate);
  requireScales("acceleration", scale, 4);
  requireSameLength("acceleration", { scale, passRate });
  for (let i = 0; i < scale.length; i++) requirePositive("acceleration", `scale[${i}]`, scale[i] as number);
  const logs = Array.from(scale, Math.log);
  const middle = mean(logs) as number;
  const z = logs.map((one) => one - middle);
  if (trials === undefined) return ofRates(z, passRate, confidence);
  const successes = countsOf("acceleration", passRate, trials, false, (i) => `passRate[${i}] ${passRate[i]}`);
  return ofCounts(
    z,
    { successes, trials: z.map((_, i) => (typeof trials === "number" ? trials : (trials[i] as number))) },
    confidence,
  );
}

function verdictOf({ lower, upper }: Interval): Acceleration["verdict"] {
  return upper < 0 ? "accelerated" : lower > 0 ? "sub-scaling" : "undecided";
}

/** By least squares on F. */
function ofRates(z: readonly number[], rates: Numbers, confidence: number): Acceleration | Failure {
  const f = z.map((_, i) => {
    const rate = rates[i] as number;
    if (!(rate > 0 && rate < 1))
      throw new RangeError(
        `acceleration: passRate[${i}] is ${rate}, needs a number above 0 and below 1; with trials also 0 and 1`,
      );
    return Math.log(-Math.log(rate));
  });
  const bent = fit(polynomial(2), z, f);
  const line = fit(lineCurve, z, f);
  if (bent.kind === "failed") return { kind: "failed", reason: bent.reason };
  if (line.kind === "failed") return { kind: "failed", reason: line.reason };
  const { lower, upper } = bent.interval(confidence).c2 as Interval;
  const curvature = {
    mean: 2 * (bent.parameters.c2 as number),
    standardError: 2 * (bent.standardErrors.c2 as number),
    lower: 2 * lower,
    upper: 2 * upper,
  };
  return {
    kind: "acceleration",
    curvature,
    p: fSurvival((curvature.mean / curvature.standardError) ** 2, 1, z.length - 3),
    verdict: verdictOf(curvature),
    exponent: { mean: -line.parameters.slope, standardError: line.standardErrors.slope },
    dispersion: undefined,
  };
}

/** By the binomial likelihood. */
function ofCounts(
  z: readonly number[],
  counts: { successes: number[]; trials: number[] },
  confidence: number,
): Acceleration | Failure {
  const n = z.length;
  const lineColumns = [z.map(() => 1), z];
  const half = z.map((one) => (one * one) / 2);
  const bent = binomialRegression(logLog, { ...counts, columns: [...lineColumns, half] });
  const line = binomialRegression(logLog, { ...counts, columns: lineColumns });
  if (!(bent.converged && line.converged)) {
    const between = counts.successes.filter((k, i) => k > 0 && k < (counts.trials[i] as number)).length;
    const reason = `the counts determine no curve: ${between} of ${n} pass rates lie between 0 and 1, and the best curve has no finite slope or curvature; more tries where the rate is 0 or 1, or sizes between, would`;
    return { kind: "failed", reason };
  }
  const scatter = (fitted: Regression, parameters: number) => pearson(counts, fitted.eta) / (n - parameters);
  const dispersion = scatter(bent, 3);
  const widening = Math.max(1, dispersion);
  const [best, deviation] = [bent.coefficients[2] as number, Math.sqrt((bent.variances[2] as number) * widening)];
  const limit = (studentQuantile((1 + confidence) / 2, n - 3) ** 2 * widening) / 2;
  /** Signed root of the loss of likelihood at a curvature, beyond that of the interval's end: nearly straight in the curvature. */
  const beyond = (steps: number) => {
    const offset = half.map((one) => (best + steps * deviation) * one);
    const held = binomialRegression(logLog, { ...counts, columns: lineColumns, offset });
    return Math.sqrt(Math.max(0, bent.logLikelihood - held.logLikelihood)) - Math.sqrt(limit);
  };
  const end = (sign: 1 | -1) => {
    let [inside, outside] = [0, 1];
    while (beyond(sign * outside) < 0) {
      if (outside > widest) return sign * Number.POSITIVE_INFINITY;
      [inside, outside] = [outside, 2 * outside];
    }
    return (
      best + sign * deviation * bisect((steps) => beyond(sign * steps) < 0, inside, outside, { width: 1e-9 }).lower
    );
  };
  const [lower, upper] = [end(-1), end(1)];
  const gain = Math.max(0, 2 * (bent.logLikelihood - line.logLikelihood));
  return {
    kind: "acceleration",
    curvature: { mean: best, standardError: deviation, lower, upper },
    p: fSurvival(gain / widening, 1, n - 3),
    verdict: verdictOf({ lower, upper }),
    exponent: {
      mean: -(line.coefficients[1] as number),
      standardError: Math.sqrt((line.variances[1] as number) * Math.max(1, scatter(line, 2))),
    },
    dispersion,
  };
}

/** Pearson's chi-squared about the curve. */
function pearson({ successes, trials }: { successes: number[]; trials: number[] }, eta: Float64Array): number {
  return successes.reduce((sum, k, i) => {
    const [n, p] = [trials[i] as number, logLog.p(eta[i] as number)];
    const variance = n * p * -Math.expm1(-Math.exp(eta[i] as number));
    return variance > 0 ? sum + (k - n * p) ** 2 / variance : sum;
  }, 0);
}
