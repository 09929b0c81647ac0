import { type Kinds, optionsOf, requireFinite, requirePositive } from "../../core/require";

export interface InductionAttentionOptions {
  /** Initial value of every number of W. Default 0.01. */
  readonly initial?: number;
  /** Rate of W as a multiple of the optimizer's, > 0. Default 0.01: W learns slower than the attention by distance. */
  readonly matrixRate?: number;
}

/** The minimal model of an induction head, described. */
export interface InductionAttention extends Required<InductionAttentionOptions> {
  readonly kind: "inductionAttention";
}

const inductionAttentionOptions: Kinds<InductionAttentionOptions> = { initial: "number", matrixRate: "number" };

/**
 * The smallest model that learns Markov chains in context: two layers of attention, of which the first looks by distance only.
 *
 *     z_u = sum over distances s <= u of softmax(v)_s e(x_(u - s))          (softmax over the distances 0 ... u)
 *     logits_t = sum over u <= t of (e(x_t)' W z_u) e(x_u),                 e one-hot
 *
 * If v points to distance 1 and W is a multiple of 1, the logits count what has followed the present symbol so far: an induction head. The
 * second layer is not normalized, so that logits are linear in counts; they cannot be the logarithms of ratios that the best prediction needs.
 * v begins at 0. For `markovChains` of any length and number of states: length + states^2 parameters.
 *
 * @returns a description for `train`: plain data
 * @throws RangeError for an option out of range
 * @example
 * import { inductionAttention } from "@emergence/lib/learning";
 * inductionAttention().matrixRate; // => 0.01
 *
 * Source: Edelman et al. 2024, arXiv:2402.11004, section 3; causal here, where their published code lets the first layer see ahead.
 */
export function inductionAttention(options: InductionAttentionOptions = {}): InductionAttention {
  const { initial = 0.01, matrixRate = 0.01 } = optionsOf("inductionAttention", options, inductionAttentionOptions);
  requireFinite("inductionAttention", "initial", initial);
  requirePositive("inductionAttention", "matrixRate", matrixRate);
  return { kind: "inductionAttention", initial, matrixRate };
}
