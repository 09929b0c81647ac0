import type { Machine } from "../kernels/kernels";
import { exp32 } from "../kernels/plain/exp32";
import type { DotProductAttention } from "../models/dotProductAttention";
import type { Examples, TaskData } from "../tasks/taskData";
import { padded } from "./padded";
import type { Session } from "./session";

/** Examples as the layer needs them: tokens by rows and by columns, and what the loss depends on besides the scores. */
interface Prepared {
  /** 2 n rows of d, padded; and d rows of 2 n, padded. */
  readonly rows: number;
  readonly columns: number;
  readonly strideColumns: number;
  /** Places of 2 n numbers: scores, and the gradient with respect to them. */
  readonly scores: number;
  readonly slopes: number;
  /** Per example: |X_1 - y_i|^2 for i = 0, 1, then (X_0 - X_1) . (X_1 - y_i), then |X_0 - X_1|^2. */
  readonly moments: Float64Array;
}

/** The first weight of a softmax over two numbers, u and 0. */
function sigmoid(u: number): number {
  const weight = exp32(Math.fround(-Math.abs(u)));
  const small = weight / (1 + weight);
  return u > 0 ? 1 - small : small;
}

/**
 * A layer of `dotProductAttention` on pairs of tokens. Its output is X_1 + a_i (X_0 - X_1) with one weight a_i per token, so that the loss needs
 * five numbers per example; a step reads the tokens twice, for scores and for the gradient.
 */
export function attentionSession(
  machine: Machine,
  { start }: DotProductAttention,
  { input, teacher }: TaskData,
): Session {
  const { kernels } = machine;
  const d = input.kind === "numbers" ? input.width / 2 : 0;
  const stride = padded(d);
  const [weights, gradients] = [machine.reserve(stride), machine.reserve(stride)];
  const prepared = new Map<Examples, Prepared>();

  function prepare(examples: Examples): Prepared {
    const known = prepared.get(examples);
    if (known !== undefined) return known;
    const { count, inputs, targets } = examples;
    const strideColumns = padded(2 * count);
    const made: Prepared = {
      rows: machine.reserve(2 * count * stride),
      columns: machine.reserve(d * strideColumns),
      strideColumns,
      scores: machine.reserve(strideColumns),
      slopes: machine.reserve(strideColumns),
      moments: new Float64Array(5 * count),
    };
    const floats = machine.floats();
    for (let token = 0; token < 2 * count; token++) {
      for (let j = 0; j < d; j++) {
        const value = inputs[token * d + j] as number;
        floats[made.rows + token * stride + j] = value;
        floats[made.columns + j * strideColumns + token] = value;
      }
    }
    for (let i = 0; i < count; i++) {
      const sums = [0, 0, 0, 0, 0];
      const add = (k: number, value: number) => {
        sums[k] = (sums[k] as number) + value;
      };
      for (let j = 0; j < d; j++) {
        const second = inputs[(2 * i + 1) * d + j] as number;
        const difference = (inputs[2 * i * d + j] as number) - second;
        for (const token of [0, 1]) {
          const miss = second - (targets[(2 * i + token) * d + j] as number);
          add(token, miss * miss);
          add(2 + token, difference * miss);
        }
        add(4, difference * difference);
      }
      made.moments.set(sums, 5 * i);
    }
    prepared.set(examples, made);
    return made;
  }

  /** Scores of all tokens, X Q / sqrt(d); then calls back with each example's two. */
  function scores(examples: Examples, visit: (i: number, s0: number, s1: number) => void): Prepared {
    const made = prepare(examples);
    const { columns, strideColumns } = made;
    kernels.gemm(1, strideColumns, d, weights, 0, 1, columns, strideColumns, made.scores, strideColumns, 0);
    const floats = machine.floats();
    const root = Math.sqrt(d);
    for (let i = 0; i < examples.count; i++) {
      visit(i, (floats[made.scores + 2 * i] as number) / root, (floats[made.scores + 2 * i + 1] as number) / root);
    }
    return made;
  }

  return {
    network: {
      parameters: [{ name: "query", rows: 1, columns: d, at: 0, stride }],
      size: stride,
      weights,
      gradients,
      initialize(normal) {
        const floats = machine.floats();
        for (let j = 0; j < d; j++) {
          const value =
            start === "semantic"
              ? (teacher?.[j] as number)
              : start === "positional"
                ? 1 / Math.sqrt(d)
                : 0.1 * normal();
          floats[weights + j] = value;
        }
      },
    },
    gradient(examples) {
      const { moments, slopes } = prepare(examples);
      const floats = machine.floats();
      const factor = 1 / (examples.count * d * Math.sqrt(d));
      const { rows } = scores(examples, (i, s0, s1) => {
        const [a0, a1] = [sigmoid(s0 * (s0 - s1)), sigmoid(s1 * (s0 - s1))];
        const length = moments[5 * i + 4] as number;
        const g0 = ((moments[5 * i + 2] as number) + a0 * length) * a0 * (1 - a0);
        const g1 = ((moments[5 * i + 3] as number) + a1 * length) * a1 * (1 - a1);
        floats[slopes + 2 * i] = factor * (g0 * (2 * s0 - s1) + g1 * s1);
        floats[slopes + 2 * i + 1] = factor * (-g0 * s0 + g1 * (s0 - 2 * s1));
      });
      kernels.gemm(1, stride, 2 * examples.count, slopes, 0, 1, rows, stride, gradients, stride, 0);
    },
    score(examples) {
      const { moments } = prepare(examples);
      let total = 0;
      scores(examples, (i, s0, s1) => {
        for (const [token, own] of [s0, s1].entries()) {
          const a = sigmoid(own * (s0 - s1));
          const cross = moments[5 * i + 2 + token] as number;
          total += (moments[5 * i + token] as number) + 2 * a * cross + a * a * (moments[5 * i + 4] as number);
        }
      });
      return { loss: total / (2 * d * examples.count) };
    },
    outputs(count, inputs) {
      const examples: Examples = { count, inputs, targets: inputs };
      const rows: number[][] = [];
      scores(examples, (i, s0, s1) => {
        const [a0, a1] = [sigmoid(s0 * (s0 - s1)), sigmoid(s1 * (s0 - s1))];
        rows.push(
          [a0, a1].flatMap((a) =>
            Array.from({ length: d }, (_, j) => {
              const second = inputs[(2 * i + 1) * d + j] as number;
              return second + a * ((inputs[2 * i * d + j] as number) - second);
            }),
          ),
        );
      });
      return rows;
    },
  };
}
