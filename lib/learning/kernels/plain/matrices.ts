import type { Kernels } from "../kernels";
import type { Memory } from "./memory";

const { fround } = Math;

type Names = "gemm" | "transpose" | "gatherRows" | "scatterRows" | "addRow" | "sumRows";

/** Products and rows of matrices. */
export function matrices(memory: Memory): Pick<Kernels, Names> {
  return {
    gemm(m, n, k, a, strideRow, strideK, b, strideB, c, strideC, accumulate) {
      const x = memory.floats;
      for (let i = 0; i < m; i++) {
        const row = c + i * strideC;
        if (accumulate === 0) x.fill(0, row, row + n);
        for (let l = 0; l < k; l++) {
          const value = x[a + i * strideRow + l * strideK] as number;
          const from = b + l * strideB;
          for (let j = 0; j < n; j++) {
            x[row + j] = fround((x[row + j] as number) + fround(value * (x[from + j] as number)));
          }
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
