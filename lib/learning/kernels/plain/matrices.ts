import type { Kernels } from "../kernels";
import type { Memory } from "./memory";

const { fround } = Math;

type Names = "gemm" | "transpose" | "gatherRows" | "scatterRows" | "addRow" | "sumRows";

/** Products and rows of matrices. */
export function matrices(memory: Memory): Pick<Kernels, Names> {
  return {
    // Four sums at a time, in variables, so that the compiler keeps them in registers; each is over k in order.
    gemm(m, n, k, a, strideRow, strideK, b, strideB, c, strideC, accumulate) {
      const x = memory.floats;
      for (let i = 0; i < m; i++) {
        for (let j = 0; j < n; j += 4) {
          const to = c + i * strideC + j;
          let s0 = accumulate === 0 ? 0 : fround(x[to] as number);
          let s1 = accumulate === 0 ? 0 : fround(x[to + 1] as number);
          let s2 = accumulate === 0 ? 0 : fround(x[to + 2] as number);
          let s3 = accumulate === 0 ? 0 : fround(x[to + 3] as number);
          let from = b + j;
          let at = a + i * strideRow;
          for (let l = 0; l < k; l++) {
            const value = x[at] as number;
            s0 = fround(s0 + fround(value * (x[from] as number)));
            s1 = fround(s1 + fround(value * (x[from + 1] as number)));
            s2 = fround(s2 + fround(value * (x[from + 2] as number)));
            s3 = fround(s3 + fround(value * (x[from + 3] as number)));
            at += strideK;
            from += strideB;
          }
          x[to] = s0;
          x[to + 1] = s1;
          x[to + 2] = s2;
          x[to + 3] = s3;
        }
      }
    },
    transpose(rows, columns, a, strideA, out, strideOut) {
      const x = memory.floats;
      for (let i = 0; i < rows; i++) {
        for (let j = 0; j < columns; j++) x[out + j * strideOut + i] = x[a + i * strideA + j] as number;
      }
    },
    gatherRows(rows, positions, width, tokens, table, out) {
      const x = memory.floats;
      for (let r = 0; r < rows; r++) {
        for (let position = 0; position < positions; position++) {
          const from = table + (memory.integers[tokens + r * positions + position] as number) * width;
          const to = out + r * width;
          if (position === 0) x.copyWithin(to, from, from + width);
          else addTo(x, to, from, width);
        }
      }
    },
    scatterRows(rows, positions, width, tokens, d, table) {
      const x = memory.floats;
      for (let r = 0; r < rows; r++) {
        for (let position = 0; position < positions; position++) {
          const token = memory.integers[tokens + r * positions + position] as number;
          addTo(x, table + token * width, d + r * width, width);
        }
      }
    },
    addRow(rows, width, x, row) {
      for (let r = 0; r < rows; r++) addTo(memory.floats, x + r * width, row, width);
    },
    sumRows(rows, width, d, row) {
      for (let r = 0; r < rows; r++) addTo(memory.floats, row, d + r * width, width);
    },
  };
}

/** x[to ...] += x[from ...]; storing rounds to 32 bits. */
function addTo(x: Float32Array, to: number, from: number, width: number): void {
  for (let j = 0; j < width; j++) x[to + j] = (x[to + j] as number) + (x[from + j] as number);
}
