import { sum } from "d3-array";
import type { Observations } from "../problem/leastSquares";

/** Log-likelihood, and the information criteria computed from it. */
export interface Information {
  readonly logLikelihood: number;
  readonly aic: number;
  readonly aicc: number;
  readonly bic: number;
}

/**
 * Log-likelihood of normal errors with all constants, and from it
 *
 *     AIC = 2 k - 2 logL      AICc = AIC + 2 k (k + 1) / (n - k - 1)      BIC = k ln n - 2 logL
 *
 * k counts sigma as a parameter unless it is known. AICc is Infinity where n <= k + 1.
 * Source: Burnham & Anderson 2002, Model Selection and Multimodel Inference, sections 2.2 and 2.4.
 */
export function information(state: {
  readonly data: Observations;
  readonly rss: number;
  readonly n: number;
  readonly moving: number;
  readonly absolute: boolean;
}): Information {
  const { data, rss, n, moving, absolute } = state;
  let logWeights = 0;
  // The unit of the data cancels where the variance is estimated in it; where it is known, all are in the unit of y.
  const unit = absolute ? data.unit : 1;
  for (const root of data.rootWeights) if (root > 0 && root * unit !== 1) logWeights += 2 * Math.log(root * unit);
  const variance = absolute ? 1 : rss / n;
  const misfit = absolute ? rss * unit * unit : n;
  const logLikelihood = -0.5 * (n * Math.log(2 * Math.PI * variance) + misfit - logWeights);
  return criteria(logLikelihood, moving + (absolute ? 0 : 1), n);
}

/** AIC, AICc and BIC of a log-likelihood with k parameters on n points. */
export function criteria(logLikelihood: number, k: number, n: number): Information {
  const aic = 2 * k - 2 * logLikelihood;
  return {
    logLikelihood,
    aic,
    aicc: n > k + 1 ? aic + (2 * k * (k + 1)) / (n - k - 1) : Number.POSITIVE_INFINITY,
    bic: k * Math.log(n) - 2 * logLikelihood,
  };
}

/** Log-likelihood of each point, for tests between models; points of weight 0 are left out. */
export function pointwise(
  weighted: Float64Array,
  { rootWeights, unit: own }: Observations,
  rss: number,
  absolute: boolean,
): number[] {
  const n = sum(rootWeights, (root) => Number(root > 0));
  const variance = absolute ? 1 : rss / n;
  const unit = absolute ? own : 1;
  return Array.from(weighted).flatMap((weightedResidual, i) => {
    const [root, r] = [(rootWeights[i] as number) * unit, weightedResidual * unit];
    return root > 0 ? [-0.5 * (Math.log(2 * Math.PI * variance) - 2 * Math.log(root) + (r * r) / variance)] : [];
  });
}
