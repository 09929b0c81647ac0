import { type Kinds, optionsOf, requireChance, requireNonNegative, requirePositive } from "../../core/require";
import { type Schedule, type ScheduleSet, scheduleOf, scheduleOptions } from "./schedule";

export interface SgdOptions extends Schedule {
  /** Learning rate, > 0. */
  readonly rate: number;
  /** Share of the last step that goes on, from 0 (default) to below 1. */
  readonly momentum?: number;
  /** Weight decay, >= 0, added to the gradient: decay times weight. Default 0. */
  readonly decay?: number;
}

/** Gradient descent, described. */
export interface Sgd extends Required<Omit<SgdOptions, keyof Schedule>>, ScheduleSet {
  readonly kind: "sgd";
}

const sgdOptions: Kinds<SgdOptions> = { ...scheduleOptions, rate: "number", momentum: "number", decay: "number" };

/**
 * Gradient descent, stochastic if `train` is given a `batch`:
 *
 *     v = momentum v + g + decay w,   w = w - rate v
 *
 * @returns a description for `train`: plain data
 * @throws RangeError for an option out of range
 * @example
 * import { sgd } from "@emergence/lib/learning";
 * sgd({ rate: 0.1 }).momentum; // => 0
 *
 * Source: Robbins & Monro 1951; momentum as in Sutskever et al. 2013.
 */
export function sgd(options: SgdOptions): Sgd {
  const { rate, momentum = 0, decay = 0, ...rest } = optionsOf("sgd", options, sgdOptions);
  requirePositive("sgd", "rate", rate);
  requireChance("sgd", "momentum", momentum);
  requireNonNegative("sgd", "decay", decay);
  return { kind: "sgd", rate, momentum, decay, ...scheduleOf("sgd", rest) };
}
