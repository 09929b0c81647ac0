import { type Kinds, optionsOf, requireChance, requireNonNegative, requirePositive } from "../../core/require";
import { type Schedule, type ScheduleSet, scheduleOf, scheduleOptions } from "./schedule";

export interface AdamOptions extends Schedule {
  /** Learning rate, > 0. Default 0.001. */
  readonly rate?: number;
  /** Weight decay, >= 0; default 0 for `adam`, 0.01 for `adamW`. */
  readonly decay?: number;
  /** What the mean of the gradient keeps per step, 0 to below 1; default 0.9. */
  readonly beta1?: number;
  /** What the mean of its square keeps per step, 0 to below 1; default 0.999. */
  readonly beta2?: number;
  /** Added to the root of that mean, > 0; default 1e-8. */
  readonly epsilon?: number;
}

/** Adam, described. */
export interface Adam extends Required<Omit<AdamOptions, keyof Schedule>>, ScheduleSet {
  readonly kind: "adam" | "adamW";
}

const adamOptions: Kinds<AdamOptions> = {
  ...scheduleOptions,
  rate: "number",
  decay: "number",
  beta1: "number",
  beta2: "number",
  epsilon: "number",
};

function described(kind: Adam["kind"], options: AdamOptions, usualDecay: number): Adam {
  const {
    rate = 0.001,
    decay = usualDecay,
    beta1 = 0.9,
    beta2 = 0.999,
    epsilon = 1e-8,
    ...rest
  } = optionsOf(kind, options, adamOptions);
  requirePositive(kind, "rate", rate);
  requireNonNegative(kind, "decay", decay);
  requireChance(kind, "beta1", beta1);
  requireChance(kind, "beta2", beta2);
  requirePositive(kind, "epsilon", epsilon);
  return { kind, rate, decay, beta1, beta2, epsilon, ...scheduleOf(kind, rest) };
}

/**
 * Adam, with decay as a part of the gradient (L2 regularization):
 *
 *     g = gradient + decay w,   m = beta1 m + (1 - beta1) g,   v = beta2 v + (1 - beta2) g^2
 *     w = w - rate (m / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)
 *
 * @returns a description for `train`: plain data
 * @throws RangeError for an option out of range
 * @example
 * import { adam } from "@emergence/lib/learning";
 * adam().rate; // => 0.001
 *
 * Source: Kingma & Ba 2015, arXiv:1412.6980, algorithm 1.
 */
export function adam(options: AdamOptions = {}): Adam {
  return described("adam", options, 0);
}

/**
 * AdamW: Adam whose decay acts on the weights and not by way of the gradient, so that it is not divided by the size of the gradient.
 * Before each step of Adam, w = (1 - rate decay) w.
 *
 * @returns a description for `train`: plain data
 * @throws RangeError for an option out of range
 * @example
 * import { adamW } from "@emergence/lib/learning";
 * adamW({ rate: 0.01 }).decay; // => 0.01
 *
 * Source: Loshchilov & Hutter 2019, arXiv:1711.05101, algorithm 2.
 */
export function adamW(options: AdamOptions = {}): Adam {
  return described("adamW", options, 0.01);
}
