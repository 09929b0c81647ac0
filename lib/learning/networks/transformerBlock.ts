import type { Machine } from "../kernels/kernels";
import type { Parameter } from "./network";

/** Matrices of a block, and the places it shares with the others. */
export interface BlockPlaces {
  readonly qkv: Parameter;
  readonly mix: Parameter;
  readonly open: Parameter;
  readonly close: Parameter;
  readonly weights: number;
  readonly gradients: number;
  readonly d: number;
  readonly heads: number;
  readonly length: number;
  readonly capacity: number;
  /** The residual stream, the gradient with respect to it, and room for one more. */
  readonly x: number;
  readonly dx: number;
  readonly dy: number;
}

/** A block of a transformer: attention, then an MLP, each on the normalized stream and added to it. */
export interface Block {
  forward(examples: number): void;
  prepare(): void;
  backward(examples: number): void;
}

/** A block on a machine. */
export function transformerBlock(machine: Machine, places: BlockPlaces): Block {
  const { kernels } = machine;
  const { weights, gradients, d, heads, length, capacity, x, dx, dy } = places;
  const most = capacity * length;
  const size = d / heads;
  const factor = 1 / Math.sqrt(size);
  const strideW = Math.ceil(length / 4) * 4;
  const [y1, y2, mixed] = [0, 0, 0].map(() => machine.reserve(most * d)) as [number, number, number];
  const [inverses1, inverses2, room] = [most, most, length].map((n) => machine.reserve(n)) as [number, number, number];
  const [qkv, dqkv] = [machine.reserve(most * 3 * d), machine.reserve(most * 3 * d)];
  const [hidden, dhidden] = [machine.reserve(most * 4 * d), machine.reserve(most * 4 * d)];
  const attention = machine.reserve(capacity * heads * length * strideW);
  const [qkvTurned, mixTurned] = [machine.reserve(3 * d * d), machine.reserve(d * d)];
  const [openTurned, closeTurned] = [machine.reserve(4 * d * d), machine.reserve(4 * d * d)];

  /** to = from W, or to += from W */
  const times = (
    rows: number,
    from: number,
    { at, rows: inner, columns }: Parameter,
    to: number,
    accumulate: number,
  ) => {
    kernels.gemm(rows, columns, inner, from, inner, 1, weights + at, columns, to, columns, accumulate);
  };

  /** Adds to the gradient of W, and puts the gradient with respect to what came in into `back`. */
  function timesBack(
    rows: number,
    from: number,
    { at, rows: inner, columns }: Parameter,
    slope: number,
    turned: number,
    back: number,
  ) {
    kernels.gemm(inner, columns, rows, from, 1, inner, slope, columns, gradients + at, columns, 1);
    kernels.gemm(rows, inner, columns, slope, columns, 1, turned, inner, back, inner, 0);
  }

  return {
    forward(examples) {
      const rows = examples * length;
      kernels.normalize(rows, d, x, y1, inverses1);
      times(rows, y1, places.qkv, qkv, 0);
      kernels.attend(examples, length, heads, size, factor, qkv, mixed, attention, strideW);
      times(rows, mixed, places.mix, x, 1);
      kernels.normalize(rows, d, x, y2, inverses2);
      times(rows, y2, places.open, hidden, 0);
      kernels.relu(rows * 4 * d, hidden, hidden);
      times(rows, hidden, places.close, x, 1);
    },
    prepare() {
      for (const [{ at, rows, columns }, turned] of [
        [places.qkv, qkvTurned],
        [places.mix, mixTurned],
        [places.open, openTurned],
        [places.close, closeTurned],
      ] as const) {
        kernels.transpose(rows, columns, weights + at, columns, turned, rows);
      }
    },
    backward(examples) {
      const rows = examples * length;
      timesBack(rows, hidden, places.close, dx, closeTurned, dhidden);
      kernels.reluBack(rows * 4 * d, hidden, dhidden);
      timesBack(rows, y2, places.open, dhidden, openTurned, dy);
      kernels.normalizeBack(rows, d, y2, inverses2, dy, dx);
      timesBack(rows, mixed, places.mix, dx, mixTurned, dy);
      machine.floats().fill(0, dqkv, dqkv + rows * 3 * d);
      kernels.attendBack(examples, length, heads, size, factor, qkv, dy, attention, strideW, dqkv, room);
      timesBack(rows, y1, places.qkv, dqkv, qkvTurned, dy);
      kernels.normalizeBack(rows, d, y1, inverses1, dy, dx);
    },
  };
}
