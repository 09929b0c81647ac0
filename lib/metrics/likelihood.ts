import type { Numbers } from "../core/numbers";
import { requireList } from "../core/require";
import { briefly } from "../core/shown";

/**
 * Log-likelihood of a text in nats: the sum of its tokens' log-probabilities.
 *
 * @param logProbabilities natural logarithm of the probability of each token given the previous ones; -Infinity for probability 0
 * @throws RangeError for a logarithm above 0, NaN, or no tokens
 * @example
 * import { logLikelihood } from "@emergence/lib/metrics";
 * logLikelihood([-0.5, -1.25, -0.25]); // => -2
 *
 * Source: BIG-bench's `log_likelihood` (Srivastava et al. 2022).
 */
export function logLikelihood(logProbabilities: Numbers): number {
  return sumOfLogs("logLikelihood", logProbabilities);
}

/**
 * Perplexity exp(-(1/n) sum log p): the inverse of the geometric mean of n probabilities, at least 1; a uniform guess among V tokens has V.
 * It depends on the unit (a token, a word, the last word of a passage).
 *
 * @param logProbabilities n natural logarithms of probabilities
 * @throws RangeError for a logarithm above 0, NaN, or no logarithms
 * @example
 * import { perplexity } from "@emergence/lib/metrics";
 * perplexity([Math.log(0.5), Math.log(0.125)]); // => 4
 *
 * Source: Jelinek, Mercer, Bahl & Baker 1977, J. Acoust. Soc. Am. 62, S63.
 */
export function perplexity(logProbabilities: Numbers): number {
  return Math.exp(-sumOfLogs("perplexity", logProbabilities) / logProbabilities.length);
}

function sumOfLogs(caller: string, logProbabilities: Numbers): number {
  requireList(caller, "log-probabilities", logProbabilities, "an array of numbers");
  if (logProbabilities.length === 0) throw new RangeError(`${caller}: no log-probabilities, needs one or more`);
  let sum = 0;
  for (let i = 0; i < logProbabilities.length; i++) {
    const value = logProbabilities[i] as number;
    if (!(typeof value === "number" && value <= 0)) {
      throw new RangeError(`${caller}: log-probability[${i}] is ${briefly(value)}, needs 0 or below`);
    }
    sum += value;
  }
  return sum;
}
