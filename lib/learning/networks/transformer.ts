import type { Machine } from "../kernels/kernels";
import type { TinyTransformer } from "../models/tinyTransformer";
import type { Network, Parameter } from "./network";
import { padded } from "./padded";
import { transformerBlock } from "./transformerBlock";

/** Tokens that come in and go out, and how many targets an example has. */
export interface SequenceShape {
  readonly length: number;
  readonly vocabulary: number;
  readonly groups: number;
  readonly classes: number;
}

/** Rows that are computed at a time, at least: a few examples. */
const load = 128;

/** A `tinyTransformer` on a machine. */
export function transformer(machine: Machine, model: TinyTransformer, shape: SequenceShape): Network {
  const { kernels } = machine;
  const { width: d, layers, heads, scale } = model;
  const { length, vocabulary, groups, classes } = shape;
  const capacity = Math.max(1, Math.floor(load / length));
  const most = capacity * length;
  const wide = padded(classes);
  const parameters: Parameter[] = [];
  const spreads: number[] = [];
  let size = 0;
  const parameter = (name: string, rows: number, columns: number, spread: number): Parameter => {
    const made = { name, rows, columns, at: size, stride: padded(columns) };
    parameters.push(made);
    spreads.push(scale * spread);
    size += rows * made.stride;
    return made;
  };
  // Tokens and positions follow each other, as rows of one table.
  const tokens = parameter("tokens", vocabulary, d, 0.5);
  parameter("positions", length, d, 0.5);
  const matrices = Array.from({ length: layers }, (_, l) => ({
    qkv: parameter(`block ${l + 1} queries keys values`, d, 3 * d, d ** -0.5),
    mix: parameter(`block ${l + 1} attention out`, d, d, 0.5 * d ** -0.5),
    open: parameter(`block ${l + 1} mlp in`, d, 4 * d, d ** -0.5),
    close: parameter(`block ${l + 1} mlp out`, 4 * d, d, 0.5 * d ** -0.5),
  }));
  const last = parameter("output", d, classes, d ** -0.5);
  const weights = machine.reserve(size);
  const gradients = machine.reserve(size);
  const inputs = machine.reserve(most);
  const pairs = machine.reserve(2 * most);
  const [x, dx, y, dy] = [0, 0, 0, 0].map(() => machine.reserve(most * d)) as [number, number, number, number];
  const inverses = machine.reserve(most);
  const outputStride = groups * wide;
  const [outputs, slopes] = [machine.reserve(capacity * outputStride), machine.reserve(capacity * outputStride)];
  const turned = machine.reserve(classes * d);
  const blocks = matrices.map((own) =>
    transformerBlock(machine, { ...own, weights, gradients, d, heads, length, capacity, x, dx, dy }),
  );
  // The place of the first of an example's rows that are answered.
  const first = (example: number) => (example * length + length - groups) * d;

  return {
    parameters,
    size,
    weights,
    gradients,
    capacity,
    inputs,
    outputs,
    slopes,
    outputStride,
    groupStride: wide,
    initialize(normal) {
      const floats = machine.floats();
      for (const [i, { rows, columns, at, stride }] of parameters.entries()) {
        for (let row = 0; row < rows; row++) {
          for (let column = 0; column < columns; column++) {
            floats[weights + at + row * stride + column] = (spreads[i] as number) * normal();
          }
        }
      }
    },
    forward(examples) {
      const rows = examples * length;
      const numbers = machine.integers();
      for (let row = 0; row < rows; row++) {
        numbers[pairs + 2 * row] = numbers[inputs + row] as number;
        numbers[pairs + 2 * row + 1] = vocabulary + (row % length);
      }
      kernels.gatherRows(rows, 2, d, pairs, weights + tokens.at, x);
      for (const block of blocks) block.forward(examples);
      kernels.normalize(rows, d, x, y, inverses);
      for (let e = 0; e < examples; e++) {
        const to = outputs + e * outputStride;
        kernels.gemm(groups, wide, d, y + first(e), d, 1, weights + last.at, wide, to, wide, 0);
      }
    },
    prepare() {
      kernels.transpose(d, classes, weights + last.at, wide, turned, d);
      for (const block of blocks) block.prepare();
    },
    backward(examples) {
      const rows = examples * length;
      machine.floats().fill(0, dx, dx + rows * d);
      machine.floats().fill(0, dy, dy + rows * d);
      for (let e = 0; e < examples; e++) {
        const from = slopes + e * outputStride;
        kernels.gemm(d, wide, groups, y + first(e), 1, d, from, wide, gradients + last.at, wide, 1);
        kernels.gemm(groups, d, classes, from, wide, 1, turned, d, dy + first(e), d, 0);
      }
      kernels.normalizeBack(rows, d, y, inverses, dy, dx);
      for (const block of [...blocks].reverse()) block.backward(examples);
      kernels.scatterRows(rows, 2, d, pairs, dx, gradients + tokens.at);
    },
  };
}
