import type { Kernels } from "../kernels";
import type { Memory } from "./memory";

const { fround } = Math;

type Names = "square" | "squareBack" | "relu" | "reluBack" | "tanh" | "tanhBack";

/** Coefficients of x^13, x^11, ... x of the numerator, as Eigen has them. */
const above = [
  -2.76076847742355e-16, 2.00018790482477e-13, -8.60467152213735e-11, 5.12229709037114e-8, 1.48572235717979e-5,
  6.37261928875436e-4, 4.89352455891786e-3,
].map(fround);

/** Coefficients of x^6, x^4, x^2, 1 of the denominator. */
const below = [1.19825839466702e-6, 1.18534705686654e-4, 2.268434632439e-3, 4.89352518554385e-3].map(fround);

/** Beyond it a 32-bit float has no room between tanh and 1. */
const most = fround(7.905311107635498);

const polynomial = (coefficients: readonly number[], z: number): number =>
  coefficients.reduce((sum, coefficient) => fround(fround(sum * z) + coefficient));

function tanh32(given: number): number {
  const x = Math.max(Math.min(given, most), -most);
  const z = fround(x * x);
  return fround(fround(x * polynomial(above, z)) / polynomial(below, z));
}

/** Activations of neurons, and their gradients, which change d in place. */
export function activations(memory: Memory): Pick<Kernels, Names> {
  /** to[i] = f(from[i], to[i]) */
  const each = (n: number, from: number, to: number, f: (value: number, old: number) => number): void => {
    const x = memory.floats;
    for (let i = 0; i < n; i++) x[to + i] = f(x[from + i] as number, x[to + i] as number);
  };
  return {
    square: (n, x, y) => each(n, x, y, (value) => value * value),
    squareBack: (n, x, d) => each(n, x, d, (value, slope) => slope * fround(value + value)),
    relu: (n, x, y) => each(n, x, y, (value) => (value > 0 ? value : 0)),
    reluBack: (n, y, d) => each(n, y, d, (value, slope) => (value > 0 ? slope : 0)),
    tanh: (n, x, y) => each(n, x, y, tanh32),
    tanhBack: (n, y, d) => each(n, y, d, (value, slope) => slope * fround(1 - fround(value * value))),
  };
}
