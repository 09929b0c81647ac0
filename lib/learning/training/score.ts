import type { LossKind, OutputShape } from "../tasks/taskData";

/** How a network does on examples. */
export interface Score {
  /** Mean loss per example: squared error summed over outputs or classes, or cross-entropy in nats. Where an example has several targets, their mean. */
  readonly loss: number;
  /** Proportion of targets met by the largest output; of bits, by its sign. None where targets are numbers. */
  readonly accuracy?: number;
  /** Proportion of examples all of whose targets are met; equal to the accuracy where an example has one. */
  readonly exact?: number;
  /** Mean output at the right class, a smooth companion of the accuracy; of bits, the output counted positive where right. */
  readonly right?: number;
}

/** Adds up examples, and says how they came out. */
export interface Tally {
  /** Counts `rows` examples, whose outputs stand `stride` apart from `at` on, and whose targets follow each other from `target` on. */
  add(
    rows: number,
    outputs: Float32Array,
    at: number,
    stride: number,
    targets: ArrayLike<number>,
    target: number,
  ): void;
  score(): Score;
}

/** ln(1 + exp(x)), without overflow. */
const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/** An empty tally. All sums are in double precision. */
export function tally(output: OutputShape, loss: LossKind, groupStride: number): Tally {
  let count = 0;
  let total = 0;
  let met = 0;
  let whole = 0;
  let right = 0;
  const groups = output.kind === "classes" ? output.groups : 1;

  function addClasses(classes: number, outputs: Float32Array, at: number, label: number): boolean {
    let best = 0;
    let sum = 0;
    for (let j = 0; j < classes; j++) {
      const value = outputs[at + j] as number;
      if (value > (outputs[at + best] as number)) best = j;
      const miss = value - (j === label ? 1 : 0);
      sum += miss * miss;
    }
    const own = outputs[at + label] as number;
    right += own;
    if (loss === "crossEntropy") {
      const most = outputs[at + best] as number;
      sum = 0;
      for (let j = 0; j < classes; j++) sum += Math.exp((outputs[at + j] as number) - most);
      total += Math.log(sum) + most - own;
    } else total += sum;
    // Outputs that are all NaN leave the first class the best: no target is met by them.
    return best === label && !Number.isNaN(own);
  }

  return {
    add(rows, outputs, from, stride, targets, target) {
      count += rows;
      for (let row = 0; row < rows; row++) {
        const at = from + row * stride;
        if (output.kind === "numbers") {
          for (let j = 0; j < output.width; j++) {
            const miss = (outputs[at + j] as number) - (targets[target + row * output.width + j] as number);
            total += miss * miss;
          }
        } else if (output.kind === "bit") {
          const signed = (targets[target + row] === 1 ? 1 : -1) * (outputs[at] as number);
          total += softplus(-signed);
          right += signed;
          if (signed > 0) met++;
          if (signed > 0) whole++;
        } else {
          const { classes } = output;
          let hits = 0;
          for (let g = 0; g < groups; g++) {
            const label = targets[target + row * groups + g] as number;
            if (addClasses(classes, outputs, at + g * groupStride, label)) hits++;
          }
          met += hits;
          if (hits === groups) whole++;
        }
      }
    },
    score() {
      const mean = total / count;
      if (output.kind === "numbers") return { loss: mean };
      return {
        loss: mean / groups,
        accuracy: met / (count * groups),
        exact: whole / count,
        right: right / (count * groups),
      };
    },
  };
}
