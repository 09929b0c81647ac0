import { inNameOf, type Kinds, optionsOf, requireWhole } from "../../core/require";
import { blockMean, type Estimate } from "../../stats";
import { type TrafficOptions, traffic, trafficOptions } from "./traffic";

/** Options of a run, beside those of the road. */
export interface TrafficRunOptions extends TrafficOptions {
  /**
   * Number of steps measured, >= 2. Default 100,000. Density waves die out only after about `cells`^1.5 steps, and the standard errors hold if a block is
   * longer than about a sixth of that: 100,000 steps in 20 blocks for 1,000 cells. With fewer steps they are too small.
   */
  readonly steps?: number;
  /** Number of steps before those, >= 0. Default 10 `cells`; without slowdowns a random start needs about `cells` steps to settle. */
  readonly warmup?: number;
  /** Number of blocks of consecutive steps for the standard errors, >= 2. Default 20; see `steps`. */
  readonly blocks?: number;
}

/** Kinds of the options, for their check. */
const trafficRunOptions: Kinds<TrafficRunOptions> = {
  ...trafficOptions,
  steps: "number",
  warmup: "number",
  blocks: "number",
};

/** Means over the measured steps. */
export interface TrafficResult {
  /** Flow, in cars per step. */
  readonly flow: Estimate;
  /** Mean speed, in cells per step. */
  readonly meanSpeed: Estimate;
  /** Fraction of cars at rest, which moved 0 cells in the step. */
  readonly jammedShare: Estimate;
  /** Number of cars, `round(density * cells)`. */
  readonly cars: number;
  /** Actual density, `cars / cells`. */
  readonly density: number;
}

/**
 * Flow, mean speed and fraction of cars at rest in Nagel and Schreckenberg's traffic on a ring, each with a standard error from blocks of steps, which
 * includes autocorrelation. The errors are those of one road over time.
 *
 * @param options those of `traffic`; `steps`, `warmup`, `blocks`
 * @returns `flow`, `meanSpeed`, `jammedShare`, each `{ mean, standardError }`, and the number of cars
 * @throws RangeError for an option out of range, or a density that leaves no car
 * @example
 * import { trafficRun } from "@emergence/lib/systems";
 * trafficRun({ cells: 100, density: 0.5, maxSpeed: 5, slowdown: 0, steps: 100, seed: 1 }).flow.mean; // => 0.5
 *
 * Source: Nagel & Schreckenberg 1992, J. Phys. I France 2, 2221-2229.
 */
export function trafficRun(options: TrafficRunOptions): TrafficResult {
  const { steps = 100_000, warmup: asked, blocks, ...model } = optionsOf("trafficRun", options, trafficRunOptions);
  const { cells = 1000 } = model;
  const warmup = asked ?? 10 * cells;
  requireWhole("trafficRun", "steps", steps, 2);
  requireWhole("trafficRun", "warmup", warmup, 0);
  const road = inNameOf("trafficRun", () => traffic(model));
  road.step(warmup);
  const moved = new Float64Array(steps);
  const standing = new Float64Array(steps);
  const { speeds, cars } = road;
  for (let step = 0; step < steps; step++) {
    road.step();
    let sum = 0;
    let still = 0;
    for (let car = 0; car < cars; car++) {
      const speed = speeds[car] as number;
      sum += speed;
      still += (speed - 1) >>> 31; // 1 if it is 0, without a branch that nobody can predict
    }
    moved[step] = sum;
    standing[step] = still;
  }
  const per = (count: number, series: Float64Array) =>
    inNameOf("trafficRun", () =>
      blockMean(
        series.map((value) => value / count),
        blocks === undefined ? {} : { blocks },
      ),
    );
  return {
    flow: per(cells, moved),
    meanSpeed: per(cars, moved),
    jammedShare: per(cars, standing),
    cars,
    density: road.density,
  };
}
