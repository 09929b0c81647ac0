import type { Kernels } from "../kernels";
import { exp32 } from "./exp32";
import type { Memory } from "./memory";

const { fround } = Math;

type Names = "scaled" | "difference" | "labelGradient" | "softmaxGradient" | "logisticGradient";

/** Gradients of losses with respect to outputs, times a factor. */
export function losses(memory: Memory): Pick<Kernels, Names> {
  return {
    scaled(n, x, y, given) {
      const factor = fround(given);
      const at = memory.floats;
      for (let i = 0; i < n; i++) at[y + i] = factor * (at[x + i] as number);
    },
    difference(n, x, target, d, given) {
      const factor = fround(given);
      const at = memory.floats;
      for (let i = 0; i < n; i++) at[d + i] = factor * fround((at[x + i] as number) - (at[target + i] as number));
    },
    labelGradient(rows, stride, x, labels, strideLabel, d, given) {
      const factor = fround(given);
      const at = memory.floats;
      for (let r = 0; r < rows; r++) {
        const place = r * stride + (memory.integers[labels + r * strideLabel] as number);
        at[d + place] = factor * fround((at[x + place] as number) - 1);
      }
    },
    softmaxGradient(rows, classes, stride, x, labels, strideLabel, d, given) {
      const factor = fround(given);
      const at = memory.floats;
      for (let r = 0; r < rows; r++) {
        const from = x + r * stride;
        const to = d + r * stride;
        let largest = at[from] as number;
        for (let j = 1; j < classes; j++) if ((at[from + j] as number) > largest) largest = at[from + j] as number;
        let sum = 0;
        for (let j = 0; j < classes; j++) {
          const value = exp32(fround((at[from + j] as number) - largest));
          at[to + j] = value;
          sum = fround(sum + value);
        }
        const inverse = fround(1 / sum);
        const label = memory.integers[labels + r * strideLabel];
        for (let j = 0; j < classes; j++) {
          at[to + j] = factor * fround(fround((at[to + j] as number) * inverse) - (j === label ? 1 : 0));
        }
      }
    },
    logisticGradient(rows, stride, x, bits, d, given) {
      const factor = fround(given);
      const at = memory.floats;
      for (let r = 0; r < rows; r++) {
        const value = at[x + r * stride] as number;
        const weight = exp32(-Math.abs(value));
        const small = fround(weight / fround(1 + weight));
        const chance = value > 0 ? fround(1 - small) : small;
        at[d + r * stride] = factor * fround(chance - (memory.integers[bits + r] as number));
      }
    },
  };
}
