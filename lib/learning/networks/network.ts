/** A matrix of weights, by rows. */
export interface Parameter {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** Place of the first number among the parameters of the network; rows are `stride` apart, and what pads them stays 0. */
  readonly at: number;
  readonly stride: number;
  /** Its rate as a multiple of the optimizer's; default 1. */
  readonly rate?: number;
}

/** What is learned: all parameters in one block of `size` floats from `weights` on, their gradients alike from `gradients` on. */
export interface Weights {
  readonly parameters: readonly Parameter[];
  readonly size: number;
  readonly weights: number;
  readonly gradients: number;
  /** Puts initial weights where they belong. */
  initialize(normal: () => number): void;
}

/**
 * A network on a machine. It takes up to `capacity` examples at a time, so that what it computes stays in the cache; a step over more adds
 * their gradients up.
 */
export interface Network extends Weights {
  readonly capacity: number;
  /** Where inputs are put, by rows: tokens as whole numbers, or numbers. */
  readonly inputs: number;
  /** Where outputs are found, and the gradient of the loss with respect to them is put: rows are `outputStride` apart. */
  readonly outputs: number;
  readonly slopes: number;
  readonly outputStride: number;
  /** Distance of the groups of classes within a row. */
  readonly groupStride: number;
  /** Outputs of the first `rows` inputs. */
  forward(rows: number): void;
  /** Once per step, before `backward`: what depends on weights only. */
  prepare(): void;
  /** Adds the gradients of the first `rows` inputs, after `forward` and with `slopes` in place. */
  backward(rows: number): void;
}
