import { type Kinds, optionsOf, requirePositive, requireWhole } from "../../core/require";
import { type IsingOptions, isingFor, isingOptions } from "./ising";
import { type SwitchingTimes, switchingTimes } from "./switchingTimes";

/** Options of a run that counts reversals, beside those of the model itself. */
export interface ReversalRunOptions extends IsingOptions {
  /** Number of sweeps, >= 2; m is recorded after each. Default 10,000. */
  readonly sweeps?: number;
  /** Sweeps before those, >= 0. Default 0. */
  readonly warmup?: number;
  /** |m| from which the lattice counts as up or down, > 0. Default .45, half of what it is at T = 2. */
  readonly threshold?: number;
}

/** Kinds of the options, for their check. */
const reversalRunOptions: Kinds<ReversalRunOptions> = {
  ...isingOptions,
  sweeps: "number",
  warmup: "number",
  threshold: "number",
};

/**
 * Reversals of an Ising lattice between up and down, and the mean time between two, in sweeps:
 *
 *     meanTime = sweeps / count
 *
 * The lattice is up once m >= threshold, until m <= -threshold, see `switchingTimes`. With "metropolis" the time grows exponentially with L below Tc and as a
 * power of L at Tc; "wolff" flips clusters, so its time between reversals has no physical meaning. The standard error of log(meanTime),
 * 1 / sqrt(count), holds if reversals are rare enough to be independent.
 *
 * @param options those of `ising`; `sweeps`, `warmup`, `threshold`
 * @returns `count`, `meanTime` (Infinity without a reversal) and `logError`, the standard error of log(meanTime)
 * @throws RangeError for an option out of range
 * @example
 * import { reversalRun } from "@emergence/lib/systems";
 * reversalRun({ size: 4, temperature: 0.1, sweeps: 100, seed: 1 }).count; // => 0
 *
 * Source: Landau & Binder 2014, A Guide to Monte Carlo Simulations in Statistical Physics, ch. 4.2.
 */
export function reversalRun(options: ReversalRunOptions): SwitchingTimes {
  const { sweeps = 10_000, warmup = 0, threshold = 0.45 } = optionsOf("reversalRun", options, reversalRunOptions);
  requireWhole("reversalRun", "sweeps", sweeps, 2);
  requireWhole("reversalRun", "warmup", warmup, 0);
  requirePositive("reversalRun", "threshold", threshold);
  const model = isingFor("reversalRun", options);
  model.sweep(warmup);
  const magnetizations = new Float64Array(sweeps);
  for (let done = 0; done < sweeps; done++) {
    model.sweep();
    magnetizations[done] = model.magnetization;
  }
  return switchingTimes(magnetizations, { threshold });
}
