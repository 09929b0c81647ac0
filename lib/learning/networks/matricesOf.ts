import type { Parameter } from "./network";

/** The matrices of a network by name, by rows, without what pads them. */
export function matricesOf(parameters: readonly Parameter[], numbers: Float32Array): Record<string, number[][]> {
  return Object.fromEntries(
    parameters.map(({ name, rows, columns, at, stride }) => [
      name,
      Array.from({ length: rows }, (_, i) => Array.from(numbers.subarray(at + i * stride, at + i * stride + columns))),
    ]),
  );
}
