import { type Kinds, optionsOf, requirePositive, requireWhole } from "../../core/require";

export interface TinyTransformerOptions {
  /** d, width of the residual stream, a multiple of 8 up to 512. */
  readonly width: number;
  /** Blocks of attention and MLP, from 1 to 8. Default 1. */
  readonly layers?: number;
  /** Heads of attention; width / heads must be a multiple of 4. Default: heads of 8. */
  readonly heads?: number;
  /** Factor on all initial weights, > 0; default 1. */
  readonly scale?: number;
}

/** A small transformer, described. */
export interface TinyTransformer extends Required<TinyTransformerOptions> {
  readonly kind: "tinyTransformer";
}

const tinyTransformerOptions: Kinds<TinyTransformerOptions> = {
  width: "number",
  layers: "number",
  heads: "number",
  scale: "number",
};

/**
 * A decoder as of language models, small: tokens and learned positions, then blocks of causal attention and a ReLU MLP four times as wide.
 *
 *     x = E[token] + P[position]
 *     x = x + attention(norm(x)),   x = x + relu(norm(x) W_1) W_2      (in each block)
 *     logits = norm(x) W,   norm(x) = x / sqrt(mean of x^2 + 1e-6)
 *
 * No biases, no gains: layers (12 d^2) + (2 tokens + positions) d parameters. If an example has G targets, they are answered at its last G
 * tokens. E, P begin as N(0, scale^2 / 4), the last matrices of attention and of the MLP as N(0, scale^2 / (4 d)), all others as N(0, scale^2 / d).
 *
 * @returns a description for `train`: plain data
 * @throws RangeError for an option out of range
 * @example
 * import { tinyTransformer } from "@emergence/lib/learning";
 * tinyTransformer({ width: 32 }).heads; // => 4
 *
 * Source: Vaswani et al. 2017, arXiv:1706.03762; norm of Zhang & Sennrich 2019, arXiv:1910.07467.
 */
export function tinyTransformer(options: TinyTransformerOptions): TinyTransformer {
  const { width, layers = 1, heads, scale = 1 } = optionsOf("tinyTransformer", options, tinyTransformerOptions);
  requireWhole("tinyTransformer", "width", width, 8, 512);
  if (width % 8 !== 0) throw new RangeError(`tinyTransformer: width ${width}, needs a multiple of 8`);
  requireWhole("tinyTransformer", "layers", layers, 1, 8);
  requirePositive("tinyTransformer", "scale", scale);
  const count = heads ?? width / 8;
  requireWhole("tinyTransformer", "heads", count, 1, width / 4);
  if (width % (4 * count) !== 0) {
    throw new RangeError(`tinyTransformer: ${count} heads for width ${width}, needs width / heads a multiple of 4`);
  }
  return { kind: "tinyTransformer", width, layers, heads: count, scale };
}
