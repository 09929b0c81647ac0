import { sum } from "d3-array";
import type { Estimate } from "../../core/estimate";
import { inNameOf, type Kinds, optionsOf, requireWhole } from "../../core/require";
import { blockMean } from "../../stats/blockMean";
import { random } from "../../stats/random";
import { type KuramotoOptions, kuramoto, kuramotoOptions } from "./kuramoto";

export interface KuramotoRunOptions extends KuramotoOptions {
  /** Number of steps measured, >= 2; default 2,000. */
  readonly steps?: number;
  /** Number of steps before those; default 1,000. Near the critical coupling it takes long to forget the start. */
  readonly warmup?: number;
  /** Number of runs, which differ in start and in drawn frequencies, >= 1. Default 1 with quantiles, 8 with drawn frequencies, which need >= 2. */
  readonly replicates?: number;
}

/** Kinds of the options, for their check. */
const kuramotoRunOptions: Kinds<KuramotoRunOptions> = {
  ...kuramotoOptions,
  steps: "number",
  warmup: "number",
  replicates: "number",
};

export interface KuramotoResult {
  /** r. Its standard error is over time for one run, over runs for several. Near or below K_c a finite system keeps an r of about 1 / sqrt(N). */
  readonly order: Estimate;
}

/**
 * Order of Kuramoto's oscillators after a warm-up.
 *
 * With quantile frequencies r agrees with `kuramotoExact` up to a finite-size shift (of the order of 1 / N above K_c, larger near it), which an error over
 * time does not include. With drawn frequencies each set has its own r, off by about 1 / sqrt(N): errors are then over `replicates`.
 *
 * @throws RangeError for an option out of range
 * @example
 * import { kuramotoRun } from "@emergence/lib/systems";
 * const { order } = kuramotoRun({ oscillators: 500, coupling: 4, distribution: "lorentzian", width: 1, steps: 400, warmup: 400, seed: 1 });
 * Math.abs(order.mean - Math.SQRT1_2) < 0.01; // => true
 *
 * Source: as `kuramoto`.
 */
export function kuramotoRun(options: KuramotoRunOptions): KuramotoResult {
  const {
    steps = 2000,
    warmup = 1000,
    seed,
    replicates: asked,
    ...model
  } = optionsOf("kuramotoRun", options, kuramotoRunOptions);
  const drawn = options.frequencies === "drawn";
  const replicates = asked ?? (drawn ? 8 : 1);
  requireWhole("kuramotoRun", "steps", steps, 2);
  requireWhole("kuramotoRun", "warmup", warmup, 0);
  requireWhole("kuramotoRun", "realizations", replicates, drawn ? 2 : 1);
  const seeds = random(seed, "kuramotoRun");
  const orders = Array.from({ length: replicates }, (_, i) => {
    const system = inNameOf("kuramotoRun", () => kuramoto({ ...model, seed: i === 0 ? seed : seeds.int32() }));
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
