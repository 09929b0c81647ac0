import type { Estimate } from "../../core/estimate";
import type { Numbers } from "../../core/numbers";
import { type Kinds, optionsOf, requirePositive } from "../../core/require";
import { type BlockOptions, blockOptions, jackknife } from "../../stats/jackknife";

/** Options of `susceptibility`. */
export interface SusceptibilityOptions extends BlockOptions {
  /** N, number of sites. */
  readonly size: number;
  /** T, in units of J / k_B. */
  readonly temperature: number;
}

/** Kinds of the options, for their check. */
const susceptibilityOptions: Kinds<SusceptibilityOptions> = { ...blockOptions, size: "number", temperature: "number" };

/**
 * Susceptibility of a finite system, from the fluctuations of its order parameter:
 *
 *     chi = (N / T) (<m^2> - <|m|>^2)   per site
 *
 * With |m| it peaks near the transition. In the disordered phase the response to a field is (N / T) <m^2>, larger by a factor of about
 * 1 / (1 - 2 / pi) = 2.75.
 *
 * @param samples m of successive states, each per site
 * @param options `size`: N, `temperature`: T, `blocks` for the standard error
 * @throws RangeError for a size or temperature that is not above 0, fewer than 2 samples or one that is not finite, or an impossible number of blocks
 * @example
 * import { susceptibility } from "@emergence/lib/measures";
 * susceptibility([1, -1, 0, 0], { size: 100, temperature: 2 }).mean; // => 12.5
 *
 * Source: Landau & Binder 2014, A Guide to Monte Carlo Simulations in Statistical Physics.
 */
export function susceptibility(samples: Numbers, options: SusceptibilityOptions): Estimate {
  const { size, temperature } = optionsOf("susceptibility", options, susceptibilityOptions);
  requirePositive("susceptibility", "size", size);
  requirePositive("susceptibility", "temperature", temperature);
  return jackknife(
    "susceptibility",
    samples,
    [(m) => m * m, Math.abs],
    ([square = 0, absolute = 0]) => (size / temperature) * (square - absolute ** 2),
    options,
  );
}
