import { type Kinds, optionsOf, requirePositive } from "../../core/require";
import { requireWidth } from "./mlp";

export interface AutoencoderOptions {
  /** Number of neurons of the code. */
  readonly width: number;
  /** `"tanh"` (default) or `"linear"`; a linear one can at best do what principal components do. */
  readonly activation?: "tanh" | "linear";
  /** Factor on all initial weights, > 0; default 1. */
  readonly scale?: number;
}

/** An autoencoder, described. */
export interface Autoencoder extends Required<AutoencoderOptions> {
  readonly kind: "autoencoder";
}

const autoencoderOptions: Kinds<AutoencoderOptions> = {
  width: "number",
  activation: ["tanh", "linear"],
  scale: "number",
};

/**
 * A network that is to return its own input through a code of fewer numbers:
 *
 *     code = f(x E),   output = code D,   loss = mean over examples of |output - x|^2
 *
 * No biases: inputs are centered by the task. E begins as N(0, scale^2 / inputs), D as N(0, scale^2 / (4 width)). What the task would ask
 * for (labels) is not looked at.
 *
 * @returns a description for `train`: plain data
 * @throws RangeError for an option out of range
 * @example
 * import { autoencoder } from "@emergence/lib/learning";
 * autoencoder({ width: 8 }).activation; // => "tanh"
 *
 * Source: Schaeffer, Miranda & Koyejo 2023, arXiv:2304.15004, section 5.
 */
export function autoencoder(options: AutoencoderOptions): Autoencoder {
  const { width, activation = "tanh", scale = 1 } = optionsOf("autoencoder", options, autoencoderOptions);
  requireWidth("autoencoder", "width", width);
  requirePositive("autoencoder", "scale", scale);
  return { kind: "autoencoder", width, activation, scale };
}
