import { type Kinds, optionsOf, requireNumber, requirePositive, requireWhole } from "../core/require";

/** Parameters of the power law of the loss. */
export interface TokenModelOptions {
  /** Size at which the loss is 1 nat, in the unit of N, above 0; c in the paper. */
  readonly scale: number;
  /** Exponent of the power law, below 0; alpha in the paper. */
  readonly exponent: number;
}

/** Kinds of the options, for their check. */
const tokenModelOptions: Kinds<TokenModelOptions> = { scale: "number", exponent: "number" };

/** Scores of a model of size N; length is the number of tokens in the target. */
export interface TokenModel {
  /** Loss per token in nats, (N / scale)^exponent. */
  loss(N: number): number;
  /** Probability of a right token, exp(-loss). */
  tokenProbability(N: number): number;
  /** Probability that all tokens are right, p^length: the sharp metric. */
  exactMatch(N: number, length: number): number;
  /** Expected number of wrong tokens, length (1 - p): the smooth metric, lower is better. */
  editDistance(N: number, length: number): number;
}

/**
 * Schaeffer's model, in which nothing is sharp: the loss is a power law of size, each token is right independently with probability p, and each
 * metric is a different function of p.
 *
 *     L(N) = (N / c)^alpha      p = exp(-L)      exact match p^length      token edit distance length (1 - p)
 *
 * The last two equations assume that tokens are independent and that edits are substitutions.
 *
 * @throws RangeError for scale <= 0 or exponent >= 0; its functions throw for N <= 0 or a length that is not a whole number from 1
 * @example
 * import { tokenModel } from "@emergence/lib/metrics";
 * tokenModel({ scale: 1e7, exponent: -0.5 }).tokenProbability(1e7); // => 0.36787944117144233
 *
 * Source: Schaeffer, Miranda & Koyejo 2023, section 2; c and alpha are chosen by the caller, not measured.
 */
export function tokenModel(options: TokenModelOptions): TokenModel {
  const { scale, exponent } = optionsOf("tokenModel", options, tokenModelOptions);
  requirePositive("tokenModel", "scale", scale);
  if (!(exponent < 0 && exponent > Number.NEGATIVE_INFINITY)) {
    throw new RangeError(`tokenModel: exponent ${exponent}, needs a finite number below 0`);
  }
  const loss = (N: number) => {
    requireNumber("tokenModel", "N", N);
    if (!(N > 0)) throw new RangeError(`tokenModel: N ${N}, needs a number above 0`);
    return (N / scale) ** exponent;
  };
  return {
    loss,
    tokenProbability: (N) => Math.exp(-loss(N)),
    exactMatch: (N, length) => Math.exp(-tokens(length) * loss(N)),
    // Not 1 - p, which loses all digits if the loss is small.
    editDistance: (N, length) => -tokens(length) * Math.expm1(-loss(N)),
  };
}

function tokens(length: number): number {
  requireWhole("tokenModel", "length", length);
  return length;
}
