import type { Kernels, Machine } from "../kernels/kernels";
import type { Adam } from "./adam";
import { shareOfRate } from "./schedule";
import type { Sgd } from "./sgd";

/** A description of an optimizer, as `sgd`, `adam` and `adamW` return it. */
export type Optimizer = Sgd | Adam;

/** Where weights, gradients and the memory of the optimizer stand. */
export interface Places {
  readonly size: number;
  readonly weights: number;
  readonly gradients: number;
  /** Velocity, or the mean of the gradient. */
  readonly first: number;
  /** Mean of the squared gradient. */
  readonly second: number;
}

/** beta^step by multiplication, which every engine does alike. */
function power(beta: number, step: number): number {
  let product = 1;
  for (let square = beta, left = step; left > 0; left = Math.floor(left / 2), square *= square) {
    if (left % 2 === 1) product *= square;
  }
  return product;
}

/** Shortens the gradient to a length, if it is longer. */
export function clipGradient(machine: Machine, { size, gradients }: Places, longest: number): void {
  const gradient = machine.floats().subarray(gradients, gradients + size);
  let square = 0;
  for (let i = 0; i < size; i++) square += (gradient[i] as number) ** 2;
  const length = Math.sqrt(square);
  if (length > longest) machine.kernels.scaled(size, gradients, gradients, longest / length);
}

/** Makes step `step` (counted from 1) of `steps`. */
export function descend(
  kernels: Kernels,
  optimizer: Optimizer,
  at: Places,
  step: number,
  steps: number,
  multiple: number = 1,
): void {
  const rate = multiple * optimizer.rate * shareOfRate(optimizer, step, steps);
  if (optimizer.kind === "sgd") {
    const { momentum, decay } = optimizer;
    kernels.sgd(at.size, at.weights, at.gradients, at.first, rate, momentum, decay);
    return;
  }
  const { kind, beta1, beta2, epsilon, decay } = optimizer;
  const [shrink, coupled] = kind === "adamW" ? [1 - rate * decay, 0] : [1, decay];
  kernels.adam(
    at.size,
    at.weights,
    at.gradients,
    at.first,
    at.second,
    rate / (1 - power(beta1, step)),
    beta1,
    beta2,
    epsilon,
    1 / (1 - power(beta2, step)),
    shrink,
    coupled,
  );
}
