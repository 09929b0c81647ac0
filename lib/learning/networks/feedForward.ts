import type { Machine } from "../kernels/kernels";
import type { Activation } from "../models/mlp";
import { type InputShape, inputWidth } from "../tasks/taskData";
import type { Network, Parameter } from "./network";
import { padded } from "./padded";

/** What a feed-forward network is made of. */
export interface FeedForwardShape {
  readonly input: InputShape;
  /** Neurons of the hidden layers, then of the output. */
  readonly widths: readonly number[];
  readonly activation: Activation;
  readonly bias: boolean;
  /** Standard deviation of the initial weights of each layer. */
  readonly spreads: readonly number[];
  /** Names of the matrices; biases are named after them. */
  readonly names: readonly string[];
  /** Classes per group of the output. */
  readonly groupStride: number;
}

interface Layer {
  /** Numbers that come in, and the distance of their rows. */
  readonly inputs: number;
  readonly strideIn: number;
  readonly width: number;
  readonly stride: number;
  readonly weight: Parameter;
  readonly bias: Parameter | undefined;
  /** Sums, values after the activation, gradient with respect to the sums, and the transposed weights. */
  readonly sums: number;
  readonly values: number;
  readonly slopes: number;
  readonly turned: number;
}

const capacity = 128;

/** A network of layers, each fully connected to the next, on a machine. */
export function feedForward(machine: Machine, shape: FeedForwardShape): Network {
  const { input, widths, activation, bias, spreads, names } = shape;
  const { kernels } = machine;
  const parameters: Parameter[] = [];
  let size = 0;
  const parameter = (name: string, rows: number, columns: number): Parameter => {
    const made = { name, rows, columns, at: size, stride: padded(columns) };
    parameters.push(made);
    size += rows * made.stride;
    return made;
  };
  const inputs = machine.reserve(capacity * inputWidth(input));
  const layers: Layer[] = [];
  for (const [l, width] of widths.entries()) {
    const before = layers[l - 1];
    const first = input.kind === "tokens" ? input.vocabulary : input.width;
    const stride = padded(width);
    const sums = machine.reserve(capacity * stride);
    const isPlain = l === widths.length - 1 || activation === "linear";
    layers.push({
      inputs: before?.width ?? first,
      strideIn: before?.stride ?? first,
      width,
      stride,
      weight: parameter(names[l] as string, before?.width ?? first, width),
      bias: bias ? parameter(`${names[l]} bias`, 1, width) : undefined,
      sums,
      values: isPlain ? sums : machine.reserve(capacity * stride),
      slopes: machine.reserve(capacity * stride),
      turned: before === undefined ? 0 : machine.reserve(width * before.stride),
    });
  }
  const weights = machine.reserve(size);
  const gradients = machine.reserve(size);
  const last = layers.at(-1) as Layer;
  const isTokens = (l: number) => l === 0 && input.kind === "tokens";

  function activate(n: number, { sums, values }: Layer): void {
    if (activation === "relu") kernels.relu(n, sums, values);
    else if (activation === "tanh") kernels.tanh(n, sums, values);
    else if (activation === "square") kernels.square(n, sums, values);
  }

  function activateBack(n: number, { sums, values, slopes }: Layer): void {
    if (activation === "relu") kernels.reluBack(n, values, slopes);
    else if (activation === "tanh") kernels.tanhBack(n, values, slopes);
    else if (activation === "square") kernels.squareBack(n, sums, slopes);
  }

  return {
    parameters,
    size,
    weights,
    gradients,
    capacity,
    inputs,
    outputs: last.sums,
    slopes: last.slopes,
    outputStride: last.stride,
    groupStride: shape.groupStride,
    initialize(normal) {
      const floats = machine.floats();
      for (const [l, { weight }] of layers.entries()) {
        for (let row = 0; row < weight.rows; row++) {
          const at = weights + weight.at + row * weight.stride;
          for (let column = 0; column < weight.columns; column++) {
            floats[at + column] = (spreads[l] as number) * normal();
          }
        }
      }
    },
    forward(rows) {
      for (const [l, layer] of layers.entries()) {
        const { strideIn, stride, weight, sums } = layer;
        const from = layers[l - 1]?.values ?? inputs;
        if (isTokens(l)) {
          kernels.gatherRows(rows, inputWidth(input), stride, inputs, weights + weight.at, sums);
        } else {
          kernels.gemm(rows, stride, layer.inputs, from, strideIn, 1, weights + weight.at, stride, sums, stride, 0);
        }
        if (layer.bias !== undefined) kernels.addRow(rows, stride, sums, weights + layer.bias.at);
        if (layer !== last) activate(rows * stride, layer);
      }
    },
    prepare() {
      for (const [l, { inputs, width, stride, strideIn, weight, turned }] of layers.entries()) {
        if (l > 0) kernels.transpose(inputs, width, weights + weight.at, stride, turned, strideIn);
      }
    },
    backward(rows) {
      for (let l = layers.length - 1; l >= 0; l--) {
        const { strideIn, width, stride, weight, bias, slopes, turned, ...layer } = layers[l] as Layer;
        const before = layers[l - 1];
        const gradient = gradients + weight.at;
        if (bias !== undefined) kernels.sumRows(rows, stride, slopes, gradients + bias.at);
        if (isTokens(l)) {
          kernels.scatterRows(rows, inputWidth(input), stride, inputs, slopes, gradient);
        } else {
          const from = before?.values ?? inputs;
          kernels.gemm(layer.inputs, stride, rows, from, 1, strideIn, slopes, stride, gradient, stride, 1);
        }
        if (before === undefined) continue;
        kernels.gemm(rows, strideIn, width, slopes, stride, 1, turned, strideIn, before.slopes, strideIn, 0);
        activateBack(rows * strideIn, before);
      }
    },
  };
}
