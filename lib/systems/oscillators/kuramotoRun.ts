import { sum } from "d3-array";
import type { Estimate } from "../../core/estimate";
import { requireWhole } from "../../core/require";
import { blockMean } from "../../stats/blockMean";
import { random } from "../../stats/random";
import { type KuramotoOptions, kuramoto } from "./kuramoto";

export interface KuramotoRunOptions extends KuramotoOptions {
  /** Steps measured, from 2; default 2,000. */
  readonly steps?: number;
  /** Steps before; default 1,000. Forgetting the start takes long near the critical coupling. */
  readonly warmup?: number;
  /** Runs that differ in start and, where drawn, in frequencies, from 1; default 1 with quantiles, 8 with drawn frequencies, where it must be 2 or more. */
  readonly replicates?: number;
}

export interface KuramotoResult {
  /** r. Its error is over time for one run, over runs for several. Near or below K_c a finite system keeps r of about 1 / sqrt(N). */
  readonly order: Estimate;
}

/**
 * Order of Kuramoto's oscillators after a warm-up.
 *
 * With quantile frequencies r agrees with `kuramotoExact` up to a shift of finite size (above K_c of the order of 1 / N, larger near it), which no error over time can know. With
 * drawn ones each set has its own r, off by about 1 / sqrt(N): errors are then over `replicates`.
 *
 * @throws RangeError for an option out of its range
 * @example
 * import { kuramotoRun } from "@emergence/lib/systems";
 * const { order } = kuramotoRun({ oscillators: 500, coupling: 4, distribution: "lorentzian", width: 1, steps: 400, warmup: 400, seed: 1 });
 * Math.abs(order.mean - Math.SQRT1_2) < 0.01; // => true
 *
 * Source: as `kuramoto`.
 */
export function kuramotoRun(options: KuramotoRunOptions): KuramotoResult {
  const { steps = 2000, warmup = 1000, seed } = options;
  const drawn = options.frequencies === "drawn";
  const { replicates = drawn ? 8 : 1 } = options;
  requireWhole("kuramotoRun", "steps", steps, 2);
  requireWhole("kuramotoRun", "warmup", warmup, 0);
  requireWhole("kuramotoRun", "realizations", replicates, drawn ? 2 : 1);
  const seeds = random(seed);
  const orders = Array.from({ length: replicates }, (_, i) => {
    const system = kuramoto({ ...options, seed: i === 0 ? seed : seeds.int32() });
    system.step(warmup);
    return Float64Array.from({ length: steps }, () => {
      system.step();
      return system.order;
    });
  });
  if (replicates === 1) return { order: blockMean(orders[0] as Float64Array) };
  const means = orders.map((series) => sum(series) / steps);
  return { order: blockMean(means, { blocks: replicates }) };
}
