import { type Kinds, optionsOf } from "../../core/require";

export interface DotProductAttentionOptions {
  /** Initial query: the teacher's own (`"semantic"`), the direction of the positions (`"positional"`), or 0.1 N(0, 1) (`"random"`, default). */
  readonly start?: "semantic" | "positional" | "random";
}

/** A layer of attention whose keys are its queries, described. */
export interface DotProductAttention extends Required<DotProductAttentionOptions> {
  readonly kind: "dotProductAttention";
}

const dotProductAttentionOptions: Kinds<DotProductAttentionOptions> = { start: ["semantic", "positional", "random"] };

/**
 * A layer of attention with one vector of weights, on pairs of tokens (`positionalSemantic`):
 *
 *     output = softmax((X Q / sqrt(d)) (X Q / sqrt(d))') X,   loss = mean over examples of |output - y|^2 / (2 d)
 *
 * The paper descends the sum over its n examples: its rate r and decay c are `sgd({ rate: n * r, decay: c / n })` here.
 *
 * @returns a description for `train`: plain data
 * @throws RangeError for an option out of range
 * @example
 * import { dotProductAttention } from "@emergence/lib/learning";
 * dotProductAttention({ start: "semantic" }).kind; // => "dotProductAttention"
 *
 * Source: Cui, Behrens, Krzakala & Zdeborova 2024, arXiv:2402.03902, section 4.
 */
export function dotProductAttention(options: DotProductAttentionOptions = {}): DotProductAttention {
  const { start = "random" } = optionsOf("dotProductAttention", options, dotProductAttentionOptions);
  return { kind: "dotProductAttention", start };
}
