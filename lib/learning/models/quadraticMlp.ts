import { type Kinds, optionsOf, requirePositive } from "../../core/require";
import { requireWidth } from "./mlp";

export interface QuadraticMlpOptions {
  /** N, number of hidden neurons. */
  readonly width: number;
  /** Factor on all initial weights, > 0; default 1. At 2 or 3 the delay of grokking is gone. */
  readonly scale?: number;
}

/** A network of one hidden layer of squares, described. */
export interface QuadraticMlp extends Required<QuadraticMlpOptions> {
  readonly kind: "quadraticMlp";
}

const quadraticMlpOptions: Kinds<QuadraticMlpOptions> = { width: "number", scale: "number" };

/**
 * A network of one hidden layer whose neurons square: the smallest in which modular addition is learned, and solved in closed form
 * (`quadraticSolution`).
 *
 *     h = (U[a] + V[b])^2,   logits = h W
 *
 * No biases. U, V begin as N(0, scale^2 / 8), W as N(0, scale^2 / N).
 *
 * @returns a description for `train`: plain data
 * @throws RangeError for an option out of range
 * @example
 * import { quadraticMlp } from "@emergence/lib/learning";
 * quadraticMlp({ width: 128 }).scale; // => 1
 *
 * Source: Gromov 2023, Grokking modular arithmetic, arXiv:2301.02679.
 */
export function quadraticMlp(options: QuadraticMlpOptions): QuadraticMlp {
  const { width, scale = 1 } = optionsOf("quadraticMlp", options, quadraticMlpOptions);
  requireWidth("quadraticMlp", "width", width);
  requirePositive("quadraticMlp", "scale", scale);
  return { kind: "quadraticMlp", width, scale };
}
