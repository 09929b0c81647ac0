import { type Kinds, optionsOf, requireList, requirePositive, requireWhole } from "../../core/require";

/** What a neuron does to the sum of its inputs. */
export type Activation = "relu" | "tanh" | "square" | "linear";

export interface MlpOptions {
  /** Number of neurons of each hidden layer, from the input on; none makes a linear model. */
  readonly widths: readonly number[];
  /** Default `"relu"`. */
  readonly activation?: Activation;
  /** Whether each layer adds a bias. Default true. */
  readonly bias?: boolean;
  /** Factor on all initial weights, > 0; default 1. */
  readonly scale?: number;
}

/** A multilayer perceptron, described. */
export interface Mlp extends Required<MlpOptions> {
  readonly kind: "mlp";
}

export const activations: readonly Activation[] = ["relu", "tanh", "square", "linear"];

const mlpOptions: Kinds<MlpOptions> = { widths: "numbers", activation: activations, bias: "boolean", scale: "number" };

/** Widest layer: a square of it is memory enough. */
const widest = 4096;

/** Most hidden layers. */
const deepest = 16;

/** Throws unless the value is a number of neurons. */
export function requireWidth(caller: string, name: string, width: number): void {
  requireWhole(caller, name, width, 1, widest);
}

/**
 * A multilayer perceptron: layers of neurons, each layer fully connected to the next.
 *
 *     h_0 = input,   h_l = f(h_(l-1) W_l + b_l),   output = h_last W + b
 *
 * Weights begin as N(0, scale^2 / inputs of the neuron), biases at 0. If the task gives tokens (numbers of a vocabulary), they enter as
 * one-hot vectors: the first layer looks up rows of W_1, which begin as N(0, scale^2 / (4 tokens)).
 *
 * @returns a description for `train`: plain data
 * @throws RangeError for an option out of range
 * @example
 * import { mlp } from "@emergence/lib/learning";
 * mlp({ widths: [16] }).activation; // => "relu"
 */
export function mlp(options: MlpOptions): Mlp {
  const { widths, activation = "relu", bias = true, scale = 1 } = optionsOf("mlp", options, mlpOptions);
  requireList("mlp", "widths", widths, "an array of numbers");
  if (widths.length > deepest) {
    throw new RangeError(`mlp: widths of ${widths.length} layers, needs at most ${deepest}`);
  }
  for (const [i, width] of Array.from(widths).entries()) requireWidth("mlp", `widths[${i}]`, width);
  requirePositive("mlp", "scale", scale);
  return { kind: "mlp", widths: Array.from(widths), activation, bias, scale };
}
