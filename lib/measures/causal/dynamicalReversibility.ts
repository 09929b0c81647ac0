import { sum } from "d3-array";
import { Matrix, SingularValueDecomposition } from "ml-matrix";
import { type Kinds, optionsOf, requireNonNegative } from "../../core/require";
import { statesOf, type Transitions } from "./transitions";

/** Options of `dynamicalReversibility`. */
export interface ReversibilityOptions {
  /** Exponent, above 0 and below 2: near 0 it counts the singular values (degeneracy), near 2 it weighs large ones (determinism). Default 1. */
  readonly alpha?: number;
}

/** Options of `reversibilityGain`. */
export interface GainOptions extends ReversibilityOptions {
  /** Singular values up to this one count as redundant: "vague emergence". Default 0, only those that are 0 up to rounding: "clear emergence". */
  readonly threshold?: number;
}

/** Emergence by the singular values of a transition matrix. */
export interface ReversibilityGain {
  /** Mean sigma^alpha of the values kept, minus the mean of all; at least 0. */
  readonly gain: number;
  /** Number of values kept: with threshold 0 the rank of the matrix. */
  readonly kept: number;
  /** All singular values, largest first. */
  readonly singularValues: number[];
}

/** Kinds of the options, for their check. */
const reversibilityOptions: Kinds<ReversibilityOptions> = { alpha: "number" };
const gainOptions: Kinds<GainOptions> = { ...reversibilityOptions, threshold: "number" };

/**
 * Approximate dynamical reversibility of a Markov chain: how near its matrix comes to a permutation,
 *
 *     Gamma_alpha = sum over i of sigma_i^alpha
 *
 * with sigma_i the singular values. It lies above 0 and at most at the number of states n, which only a permutation reaches; identical rows give a single
 * value above 0. No coarse-graining has to be chosen.
 *
 * @param tpm n rows of n probabilities
 * @param options `alpha`, above 0 and below 2, default 1
 * @returns a number without unit
 * @throws RangeError for a matrix that is not a transition matrix, or an alpha out of range
 * @example
 * import { dynamicalReversibility } from "@emergence/lib/measures";
 * dynamicalReversibility([[0.5, 0.5, 0], [0.5, 0.5, 0], [0, 0, 1]]); // => 2
 *
 * Source: Zhang, Tao, Leong, Yang & Yuan 2025, Dynamical reversibility and a new theory of causal emergence based on SVD, npj Complexity 2, 3.
 */
export function dynamicalReversibility(tpm: Transitions, options: ReversibilityOptions = {}): number {
  const caller = "dynamicalReversibility";
  const { alpha = 1 } = optionsOf(caller, options, reversibilityOptions);
  requireAlpha(caller, alpha);
  return powers(singularValues(caller, tpm), alpha);
}

/**
 * Causal emergence by singular values: by how much the reversibility per state grows if only the directions that carry information are kept,
 *
 *     gain = (sum over the r values kept of sigma_i^alpha) / r - Gamma_alpha / n
 *
 * With `threshold` 0, r is the rank of the matrix, and the gain is Gamma_alpha (1 / r - 1 / n), the degree of clear emergence: above 0 exactly if rows depend on
 * each other. With a threshold, small singular values count as redundant: vague emergence.
 *
 * @param tpm n rows of n probabilities
 * @param options `alpha`, above 0 and below 2, default 1; `threshold`, from 0, default 0
 * @throws RangeError for a matrix that is not a transition matrix, an option out of range, or a threshold that no singular value exceeds
 * @example
 * import { reversibilityGain } from "@emergence/lib/measures";
 * reversibilityGain([[0.5, 0.5, 0], [0.5, 0.5, 0], [0, 0, 1]]).gain; // => 2 * (1 / 2 - 1 / 3)
 *
 * Source: Zhang et al. 2025, npj Complexity 2, 3, definitions of clear and vague emergence.
 */
export function reversibilityGain(tpm: Transitions, options: GainOptions = {}): ReversibilityGain {
  const caller = "reversibilityGain";
  const { alpha = 1, threshold = 0 } = optionsOf(caller, options, gainOptions);
  requireAlpha(caller, alpha);
  requireNonNegative(caller, "threshold", threshold);
  const values = singularValues(caller, tpm);
  const kept = values.filter((value) => value > threshold);
  if (kept.length === 0) {
    throw new RangeError(
      `${caller}: threshold ${threshold}, needs one below the largest singular value, here ${values[0]}: none would be kept`,
    );
  }
  const gain = powers(kept, alpha) / kept.length - powers(values, alpha) / values.length;
  return { gain: Math.max(0, gain), kept: kept.length, singularValues: values };
}

function requireAlpha(caller: string, alpha: number): void {
  if (alpha > 0 && alpha < 2) return;
  throw new RangeError(
    `${caller}: alpha ${alpha}, needs a number above 0 and below 2: from 2 on a permutation is no longer the most reversible`,
  );
}

const powers = (values: readonly number[], alpha: number) => sum(values, (value) => (value === 0 ? 0 : value ** alpha));

/** Singular values, largest first; those that are rounding of 0 are 0, since a small power would make much of them. */
function singularValues(caller: string, tpm: Transitions): number[] {
  const n = statesOf(caller, tpm);
  const matrix = new Matrix(Array.from(tpm, (row) => Array.from(row)));
  const { diagonal } = new SingularValueDecomposition(matrix, {
    computeLeftSingularVectors: false,
    computeRightSingularVectors: false,
  });
  const rounding = 4 * n * Number.EPSILON * (diagonal[0] as number);
  return Array.from(diagonal, (value) => (value > rounding ? value : 0));
}
