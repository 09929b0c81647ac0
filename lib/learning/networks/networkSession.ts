import type { Machine } from "../kernels/kernels";
import { type Examples, inputWidth, outputWidth, type TaskData, targetWidth } from "../tasks/taskData";
import { tally } from "../training/score";
import { type NetworkModel, networkOf } from "./networkOf";
import type { Session } from "./session";

/** Joins a network that is fed in loads with a task. */
export function networkSession(caller: string, machine: Machine, model: NetworkModel, data: TaskData): Session {
  const { kernels } = machine;
  const network = networkOf(caller, machine, model, data);
  const { capacity, outputStride: stride, groupStride } = network;
  const { input, output, loss } = data;
  const wide = inputWidth(input);
  const asked = targetWidth(output);
  const isNumbers = output.kind === "numbers";
  const targets = machine.reserve(capacity * (isNumbers ? stride : asked));

  /** Copies examples into the machine: a stretch of them, or those of the rows given. */
  function put(values: Int32Array | Float32Array, width: number, to: number, spacing: number, rows: readonly number[]) {
    const memory = values instanceof Int32Array ? machine.integers() : machine.floats();
    const [first = 0] = rows;
    const isStretch =
      spacing === width && rows.at(-1) === first + rows.length - 1 && rows.every((row, i) => row === first + i);
    if (isStretch) {
      memory.set(values.subarray(first * width, (first + rows.length) * width), to);
      return;
    }
    for (const [i, row] of rows.entries()) {
      memory.set(values.subarray(row * width, (row + 1) * width), to + i * spacing);
    }
  }

  function slope(rows: number, factor: number): void {
    const { outputs, slopes } = network;
    if (output.kind === "numbers") {
      kernels.difference(rows * stride, outputs, targets, slopes, 2 * factor);
    } else if (output.kind === "bit") {
      kernels.logisticGradient(rows, stride, outputs, targets, slopes, factor);
    } else {
      const { groups, classes } = output;
      const share = factor / groups;
      if (loss === "squaredError") kernels.scaled(rows * stride, outputs, slopes, 2 * share);
      for (let g = 0; g < groups; g++) {
        const at = g * groupStride;
        if (loss === "squaredError") {
          kernels.labelGradient(rows, stride, outputs + at, targets + g, groups, slopes + at, 2 * share);
        } else {
          kernels.softmaxGradient(rows, classes, stride, outputs + at, targets + g, groups, slopes + at, share);
        }
      }
    }
  }

  /** Calls back for each load of examples, after their outputs are computed. */
  function forwards(count: number, inputs: Examples["inputs"], visit: (rows: number, from: number) => void): void {
    for (let from = 0; from < count; from += capacity) {
      const rows = Math.min(capacity, count - from);
      const memory = inputs instanceof Int32Array ? machine.integers() : machine.floats();
      memory.set(inputs.subarray(from * wide, (from + rows) * wide), network.inputs);
      network.forward(rows);
      visit(rows, from);
    }
  }

  return {
    network,
    gradient(examples, rows) {
      const order = rows ?? Array.from({ length: examples.count }, (_, i) => i);
      network.prepare();
      machine.floats().fill(0, network.gradients, network.gradients + network.size);
      for (let from = 0; from < order.length; from += capacity) {
        const load = order.slice(from, from + capacity);
        put(examples.inputs, wide, network.inputs, wide, load);
        put(examples.targets, asked, targets, isNumbers ? stride : asked, load);
        network.forward(load.length);
        slope(load.length, 1 / order.length);
        network.backward(load.length);
      }
    },
    score(examples) {
      const sum = tally(output, loss, groupStride);
      forwards(examples.count, examples.inputs, (rows, from) => {
        sum.add(rows, machine.floats(), network.outputs, stride, examples.targets, from * asked);
      });
      return sum.score();
    },
    outputs(count, inputs) {
      const found: number[][] = [];
      const [groups, width] = output.kind === "classes" ? [output.groups, output.classes] : [1, outputWidth(output)];
      forwards(count, inputs, (rows) => {
        for (let row = 0; row < rows; row++) {
          const at = network.outputs + row * stride;
          const values = machine.floats().subarray(at, at + stride);
          found.push(
            Array.from(
              { length: groups * width },
              (_, i) => values[Math.floor(i / width) * groupStride + (i % width)] as number,
            ),
          );
        }
      });
      return found;
    },
  };
}
