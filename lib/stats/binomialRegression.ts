import { max } from "d3-array";
import { cholesky, choleskySolve } from "../core/linearAlgebra";
import type { Numbers } from "../core/numbers";

/** How the probability p of a success depends on the linear part eta. */
export interface Link {
  readonly p: (eta: number) => number;
  /** Logarithm of p and of 1 - p, with all digits in both tails. */
  readonly logs: (eta: number) => readonly [success: number, failure: number];
  /** (dp / d eta) / (p (1 - p)). */
  readonly pull: (eta: number) => number;
  /** (dp / d eta)^2 / (p (1 - p)), the expected information of a trial. */
  readonly information: (eta: number) => number;
  /** Second derivative of ln p and of ln(1 - p), with the sign turned: 0 or above, so that the likelihood has one maximum. */
  readonly bends: (eta: number) => readonly [success: number, failure: number];
  /** eta of a p strictly between 0 and 1. */
  readonly inverse: (p: number) => number;
}

/** Largest |eta| that is told from infinity; beyond it exp(-exp(eta)) is 0 to the last digit. */
const farthest = 6.5;

/** Log likelihood from which all counts are certain. */
const separated = 1e-9;

/** Largest standard error of a part of eta that still says something. */
const farthestError = 1e3;

/** p = exp(-exp(eta)): the complementary log-log link of the failures. */
export const logLog: Link = {
  p: (eta) => Math.exp(-Math.exp(eta)),
  logs: (eta) => [-Math.exp(eta), Math.log(-Math.expm1(-Math.exp(eta)))],
  pull: (eta) => Math.exp(eta) / Math.expm1(-Math.exp(eta)),
  information: (eta) => (Math.exp(2 * eta) * Math.exp(-Math.exp(eta))) / -Math.expm1(-Math.exp(eta)),
  bends: (eta) => {
    const m = Math.exp(eta);
    return [m, (m / Math.expm1(m)) * Math.max(0, m / -Math.expm1(-m) - 1)];
  },
  inverse: (p) => Math.log(-Math.log(p)),
};

/** p = 1 / (1 + exp(-eta)). */
export const logit: Link = {
  p: (eta) => 1 / (1 + Math.exp(-eta)),
  logs: (eta) => [-Math.log1p(Math.exp(-eta)), -Math.log1p(Math.exp(eta))],
  pull: () => 1,
  information: (eta) => 1 / ((1 + Math.exp(-eta)) * (1 + Math.exp(eta))),
  bends: (eta) => {
    const bend = 1 / ((1 + Math.exp(-eta)) * (1 + Math.exp(eta)));
    return [bend, bend];
  },
  inverse: (p) => Math.log(p / (1 - p)),
};

/** Counts to be explained by a linear part, its columns, and what of it is known. */
export interface RegressionData {
  readonly successes: Numbers;
  readonly trials: Numbers;
  readonly columns: readonly Numbers[];
  /** Added to the linear part. Default 0. */
  readonly offset?: Numbers;
}

/** A generalized linear model of counts, at its largest likelihood. */
export interface Regression {
  readonly coefficients: Float64Array;
  readonly variances: number[];
  readonly eta: Float64Array;
  /** Without the binomial coefficients. */
  readonly logLikelihood: number;
  /** False if a coefficient runs off to infinity. */
  readonly converged: boolean;
}

/**
 * Binomial regression by Newton's method with halved steps; variances from the expected information.
 *
 * Source: McCullagh & Nelder 1989, Generalized Linear Models, section 2.5.
 */
export function binomialRegression(link: Link, { successes, trials, columns, offset }: RegressionData): Regression {
  const [n, m] = [successes.length, columns.length];
  const limit = link === logit ? 40 : farthest;
  const linear = (at: Float64Array) =>
    Float64Array.from({ length: n }, (_, i) => {
      let eta = offset === undefined ? 0 : (offset[i] as number);
      for (let j = 0; j < m; j++) eta += (at[j] as number) * ((columns[j] as Numbers)[i] as number);
      return Math.max(-40, Math.min(limit, eta));
    });
  const likelihood = (eta: Float64Array) => {
    let total = 0;
    for (let i = 0; i < n; i++) {
      const [success, failure] = link.logs(eta[i] as number);
      const [k, rest] = [successes[i] as number, (trials[i] as number) - (successes[i] as number)];
      total += (k === 0 ? 0 : k * success) + (rest === 0 ? 0 : rest * failure);
    }
    return total;
  };
  /** Information matrix and one step: of the score, or to the working values at the start. */
  const step = (information: (i: number) => number, score: (i: number) => number) => {
    const [matrix, right] = [new Float64Array(m * m), new Float64Array(m)];
    for (let i = 0; i < n; i++) {
      const [weight, pull] = [information(i), score(i)];
      for (let j = 0; j < m; j++) {
        const own = (columns[j] as Numbers)[i] as number;
        right[j] = (right[j] as number) + own * pull;
        for (let k = 0; k < m; k++)
          matrix[j * m + k] = (matrix[j * m + k] as number) + weight * own * ((columns[k] as Numbers)[i] as number);
      }
    }
    const posed = cholesky(matrix, m) > 1e-13;
    if (posed) choleskySolve(matrix, m, right);
    return { matrix, right, posed };
  };
  const begun = Float64Array.from(successes, (k, i) => link.inverse((k + 0.5) / ((trials[i] as number) + 1)));
  const expected = (eta: Float64Array) => (i: number) => (trials[i] as number) * link.information(eta[i] as number);
  const atStart = expected(begun);
  const first = step(atStart, (i) => {
    const known = offset === undefined ? 0 : (offset[i] as number);
    return atStart(i) * ((begun[i] as number) - known);
  });
  let coefficients: Float64Array = first.posed ? first.right : new Float64Array(m);
  let eta = linear(coefficients);
  let logLikelihood = likelihood(eta);
  let [converged, posed] = [false, first.posed];
  for (let turn = 0; turn < 100 && posed && !converged; turn++) {
    const at = eta;
    const next = step(
      (i) => {
        const [success, failure] = link.bends(at[i] as number);
        return (successes[i] as number) * success + ((trials[i] as number) - (successes[i] as number)) * failure;
      },
      (i) => {
        const rest = (successes[i] as number) - (trials[i] as number) * link.p(at[i] as number);
        return rest * link.pull(at[i] as number);
      },
    );
    posed = next.posed;
    if (!posed) break;
    let share = 1;
    for (; share > 1e-6; share /= 2) {
      const tried = coefficients.map((value, j) => value + share * (next.right[j] as number));
      const there = linear(tried);
      const value = likelihood(there);
      if (!(value >= logLikelihood - 1e-12 * Math.abs(logLikelihood))) continue;
      const change = max(there, (one, i) => Math.abs(one - (at[i] as number))) as number;
      converged = change < 1e-10;
      [coefficients, eta, logLikelihood] = [tried, there, value];
      break;
    }
    // Every success and failure is sure: the columns separate them, and the best coefficients are infinite.
    if (logLikelihood > -separated) return ended(false);
    if (share <= 1e-6) converged = true; // no step of this direction gains anything: the digits are used up
  }
  return ended(converged && posed);

  function ended(found: boolean): Regression {
    const { matrix, posed: informed } = step(expected(eta), () => 0);
    const determined = found && informed;
    const variances = columns.map((_, j) => (determined ? variance(matrix, m, j) : Number.POSITIVE_INFINITY));
    // An eta at its limit is a p of 0 or 1, where the likelihood no longer knows it.
    const known = variances.every((one, j) => one * largest(columns[j] as Numbers) ** 2 < farthestError ** 2);
    return { coefficients, variances, eta, logLikelihood, converged: determined && known };
  }
}

const largest = (column: Numbers) => max(column as Iterable<number>, Math.abs) as number;

/** Entry j of the diagonal of the inverse, from the Cholesky factor. */
function variance(factor: Float64Array, m: number, j: number): number {
  const column = new Float64Array(m);
  column[j] = 1;
  choleskySolve(factor, m, column);
  return column[j] as number;
}
