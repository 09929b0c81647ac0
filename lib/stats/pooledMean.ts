import type { Estimate } from "../core/estimate";
import { requireFinite, requireKind, requireList, requirePositive } from "../core/require";
import { chiSquaredSurvival } from "./distributions";

/** Mean of several estimates of one quantity. */
export interface PooledMean extends Estimate {
  /** Cochran's Q: scatter of the estimates about their mean, in their own standard errors, squared and summed. */
  readonly chiSquared: number;
  /** Probability of so large a scatter if all estimate the same; 1 for a single one. Small: they do not. */
  readonly p: number;
}

/**
 * Mean of independent estimates of one quantity, each weighed by its precision.
 *
 *     mean = sum w_i mean_i / sum w_i,   w_i = 1 / se_i^2,   se = 1 / sqrt(sum w_i)
 *
 * The error holds if all estimate the same number: see `p`.
 *
 * @param estimates at least one, with standard errors above 0, all in one unit
 * @throws RangeError for an empty list, a mean that is not finite, or a standard error not above 0
 * @example
 * import { pooledMean } from "@emergence/lib/stats";
 * const { mean, standardError } = pooledMean([{ mean: 1, standardError: 1 }, { mean: 4, standardError: 2 }]);
 * mean; // => 1.6
 *
 * Source: Cochran 1954, Biometrics 10, 101-129.
 */
export function pooledMean(estimates: readonly Estimate[]): PooledMean {
  requireList("pooledMean", "estimates", estimates, "an array of { mean, standardError }");
  if (estimates.length === 0) throw new RangeError("pooledMean: no estimates, needs at least one");
  for (const [i, one] of Array.from(estimates).entries()) {
    requireKind("pooledMean", `estimates[${i}]`, one, "object");
    requireFinite("pooledMean", `estimates[${i}].mean`, one.mean);
    requireFinite("pooledMean", `estimates[${i}].standardError`, one.standardError);
    requirePositive("pooledMean", `estimates[${i}].standardError`, one.standardError);
  }
  const weights = estimates.map(({ standardError }) => standardError ** -2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = estimates.reduce((sum, one, i) => sum + one.mean * (weights[i] as number), 0) / total;
  const chiSquared = estimates.reduce((sum, one, i) => sum + (one.mean - mean) ** 2 * (weights[i] as number), 0);
  const p = estimates.length === 1 ? 1 : chiSquaredSurvival(chiSquared, estimates.length - 1);
  return { mean, standardError: 1 / Math.sqrt(total), chiSquared, p };
}
