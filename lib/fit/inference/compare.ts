import { min, sum } from "d3-array";
import { type Kinds, optionsOf, requireInside, requireList } from "../../core/require";
import { unitOf } from "../../core/unitOf";
import { chiSquaredSurvival, fSurvival, normalCdf } from "../../stats/distributions";
import { requireFit } from "../result/requireFit";
import type { BinomialFit, FailedFit, Fit } from "../result/result";

/** Fits that can be compared: all by least squares, or all by counts. */
export type Comparable = Fit | BinomialFit;

/** One row of a comparison; rows are sorted, best first. */
export interface ComparisonRow {
  readonly name: string;
  /** Number of estimated parameters, including sigma. */
  readonly k: number;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly aicc: number;
  /** aicc less the smallest of all. */
  readonly delta: number;
  /** Akaike weight: the share of the evidence for this model; all weights add up to 1. */
  readonly weight: number;
  readonly bic: number;
  /** Reason of a failed fit; "" if there is a fit. Failed fits come last, with weight 0. */
  readonly failed: string;
}

/** The result of a test between two fits. */
export interface TestResult {
  readonly statistic: number;
  /** Degrees of freedom of the statistic. */
  readonly degreesOfFreedom: readonly number[];
  readonly p: number;
}

/** Number of estimated parameters, with sigma if it was estimated. */
function countOf(one: Comparable): number {
  const estimatesSigma = !("deviance" in one) && !one.options.absoluteSigma;
  return one.n - one.degreesOfFreedom + Number(estimatesSigma);
}

function sameData(caller: string, fits: readonly Comparable[]): void {
  for (const [i, one] of fits.entries())
    requireFit(caller, fits.length === 2 ? (["the first fit", "the second fit"][i] as string) : `fit ${i}`, one);
  const [first] = fits;
  const firstY = first?.y; // read once: a fit hands out a copy each time
  for (const other of fits) {
    const otherY = other.y;
    const same = first?.n === other.n && firstY?.every((value, i) => value === otherY[i]);
    if (!same) throw new RangeError(`${caller}: ${first?.name} and ${other.name} are fits of different data`);
    if ("deviance" in (first as object) !== "deviance" in other) {
      throw new TypeError(`${caller}: ${first?.name} and ${other.name} have different likelihoods`);
    }
  }
}

/**
 * Compares models fitted to the same data by the small-sample Akaike criterion
 *
 *     delta_i = AICc_i - min AICc,   weight_i = exp(-delta_i / 2) / sum_j exp(-delta_j / 2)
 *
 * If no AICc is finite (too few points), delta and weights are those of AIC.
 *
 * @returns one row per model, best first
 * @throws RangeError if the fits are of different data, or all of them failed
 * @example
 * import { compare, curves, fit } from "@emergence/lib/fit";
 * const [x, y] = [[0, 1, 2, 3, 4, 5], [0.1, 0.9, 4.2, 8.8, 16.1, 25]];
 * compare([fit(curves.line, x, y), fit(curves.polynomial(2), x, y)])[0]?.name; // => "polynomial(2)"
 *
 * Source: Burnham & Anderson 2002, Model Selection and Multimodel Inference, sections 2.6 and 2.9.
 */
export function compare(results: readonly (Comparable | FailedFit)[]): ComparisonRow[] {
  requireList("compare", "results", results, "an array of fits");
  for (let i = 0; i < results.length; i++) {
    if (results[i]?.kind !== "failed") requireFit("compare", `results[${i}]`, results[i]);
  }
  const fits = results.filter((one): one is Comparable => one.kind === "fit");
  if (fits.length === 0) throw new RangeError(`compare: ${results.length} results, none of them a fit`);
  sameData("compare", fits);
  const criterion = fits.some(({ aicc }) => Number.isFinite(aicc)) ? "aicc" : "aic";
  const best = min(fits, (one) => one[criterion]) as number;
  // A perfect fit has criterion -Infinity: it takes all, and so does each of its like.
  const deltas = fits.map((one) => (one[criterion] === best ? 0 : one[criterion] - best));
  const total = sum(deltas, (delta) => Math.exp(-delta / 2));
  const rows = fits.map((one, i): ComparisonRow => {
    const delta = deltas[i] as number;
    const { name, logLikelihood, aic, aicc, bic } = one;
    return {
      name,
      k: countOf(one),
      logLikelihood,
      aic,
      aicc,
      delta,
      weight: Math.exp(-delta / 2) / total,
      bic,
      failed: "",
    };
  });
  const none = {
    k: 0,
    logLikelihood: -Infinity,
    aic: Infinity,
    aicc: Infinity,
    delta: Infinity,
    weight: 0,
    bic: Infinity,
  };
  const failures = results.flatMap((one): ComparisonRow[] =>
    one.kind === "failed" ? [{ name: one.name, ...none, failed: one.reason }] : [],
  );
  return [...rows.sort((a, b) => a.delta - b.delta), ...failures];
}

/** Checks that the large model has more parameters on the same data, and returns how many more. */
function nested(caller: string, small: Comparable, large: Comparable): number {
  sameData(caller, [small, large]);
  const more = countOf(large) - countOf(small);
  if (more < 1) {
    throw new RangeError(
      `${caller}: ${large.name} has ${more} more parameters than ${small.name}, needs at least 1 more`,
    );
  }
  return more;
}

/**
 * Likelihood-ratio test of a small model inside a large one: 2 (logL_large - logL_small) against chi-squared (Wilks 1938).
 *
 * @throws RangeError if the data differ or the large model has no more parameters
 * @example
 * import { curves, fit, likelihoodRatio, unwrapFit } from "@emergence/lib/fit";
 * const x = [0, 1, 2, 3, 4, 5];
 * const y = [0.1, 0.9, 4.2, 8.8, 16.1, 24.9];
 * const [line, parabola] = [curves.line, curves.polynomial(2)].map((model) => unwrapFit(fit(model, x, y)));
 * likelihoodRatio(line, parabola).p < 0.001; // => true
 */
export function likelihoodRatio(small: Comparable, large: Comparable): TestResult {
  const more = nested("likelihoodRatio", small, large);
  const statistic = Math.max(0, 2 * (large.logLikelihood - small.logLikelihood));
  return { statistic, degreesOfFreedom: [more], p: chiSquaredSurvival(statistic, more) };
}

/**
 * Extra-sum-of-squares F test of a small model inside a large one, by least squares:
 *
 *     F = ((rss_small - rss_large) / more) / (rss_large / degreesOfFreedom_large)
 *
 * Source: Seber & Wild 2003, Nonlinear Regression, section 5.3.
 *
 * @throws RangeError if the data differ, the large model has no more parameters, or leaves no degree of freedom
 * @example
 * import { curves, fTest, fit, unwrapFit } from "@emergence/lib/fit";
 * const x = [0, 1, 2, 3, 4, 5];
 * const y = [0.1, 0.9, 4.2, 8.8, 16.1, 24.9];
 * const [line, parabola] = [curves.line, curves.polynomial(2)].map((model) => unwrapFit(fit(model, x, y)));
 * fTest(line, parabola).p < 0.001; // => true
 */
export function fTest(small: Fit, large: Fit): TestResult {
  const more = nested("fTest", small, large);
  const left = large.degreesOfFreedom;
  if (left < 1) throw new RangeError(`fTest: ${large.name} leaves ${left} degrees of freedom, needs at least 1`);
  // F is a ratio: where the sums of squares themselves are no numbers, they are taken in a unit of their own.
  const unit = unitOf(small.sigma);
  const squares = ({ rss, sigma, degreesOfFreedom }: Fit) =>
    unit === 1 ? rss : (sigma / unit) ** 2 * degreesOfFreedom;
  const fall = Math.max(0, squares(small) - squares(large)) / more;
  const statistic = fall === 0 ? 0 : fall / (squares(large) / left);
  return { statistic, degreesOfFreedom: [more, left], p: fSurvival(statistic, more, left) };
}

/** Kinds of the options of `vuong`, for their check. */
const vuongOptions: Kinds<{ readonly alpha?: number }> = { alpha: "number" };

/** The result of Vuong's test. */
export interface VuongResult extends TestResult {
  /** Name of the model that is closer to the truth at significance `alpha`; "" if neither is. */
  readonly prefers: string;
}

/**
 * Vuong's test between two models of which neither contains the other: with m_i = log f_i - log g_i at each point,
 *
 *     z = (sum m_i - (k_f - k_g) ln(n) / 2) / (sqrt(n) sd(m))
 *
 * is standard normal if both models are equally far from the truth; large z favors the first model. Two-sided p.
 *
 * @param options `alpha`: p below which a model is preferred. Default 0.05
 * @throws RangeError if the fits are of different data
 * @example
 * import { curves, fit, unwrapFit, vuong } from "@emergence/lib/fit";
 * const x = [0, 1, 2, 3, 4, 5, 6, 7];
 * const y = [1, 1.7, 2.6, 4.6, 7.3, 12.3, 20, 33.3];
 * const [growth, line] = [curves.exponential, curves.line].map((model) => unwrapFit(fit(model, x, y)));
 * vuong(growth, line).prefers; // => "exponential"
 *
 * Source: Vuong 1989, Econometrica 57, 307-333, eq. 5.6 with Schwarz's correction (eq. 5.9).
 */
export function vuong(first: Comparable, second: Comparable, options: { readonly alpha?: number } = {}): VuongResult {
  const { alpha = 0.05 } = optionsOf("vuong", options, vuongOptions);
  requireInside("vuong", "alpha", alpha);
  sameData("vuong", [first, second]);
  const others = second.logLikelihoods();
  const gains = first.logLikelihoods().map((value, i) => value - (others[i] as number));
  const n = gains.length;
  const gained = sum(gains);
  const spread = Math.sqrt(sum(gains, (gain) => (gain - gained / n) ** 2) / n);
  const correction = ((countOf(first) - countOf(second)) * Math.log(n)) / 2;
  // Two models with the same likelihood at every point cannot be told apart.
  const statistic = spread > 0 ? (gained - correction) / (Math.sqrt(n) * spread) : 0;
  const p = 2 * normalCdf(-Math.abs(statistic));
  const prefers = p >= alpha ? "" : statistic > 0 ? first.name : second.name;
  return { statistic, degreesOfFreedom: [], p, prefers };
}
