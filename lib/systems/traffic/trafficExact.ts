import { type Kinds, optionsOf, requireProportion, requireWhole } from "../../core/require";

/** Options of a road whose flow is known. */
export interface TrafficExactOptions {
  /** Cars per cell, 0 to 1. */
  readonly density: number;
  /** Speed limit, in cells per step, >= 1. Default 5. */
  readonly maxSpeed?: number;
  /** p, probability of slowing down, per car and step, 0 to 1. Default 0.25. */
  readonly slowdown?: number;
  /** Number of cells of a ring with `round(density * cells)` cars. Default: the infinite road. */
  readonly cells?: number;
}

/** Kinds of the options, for their check. */
const trafficExactOptions: Kinds<TrafficExactOptions> = {
  density: "number",
  maxSpeed: "number",
  slowdown: "number",
  cells: "number",
};

/**
 * Flow of Nagel and Schreckenberg's traffic in its stationary state, in cars per step, in the cases known exactly:
 *
 *     p = 0          J = min(density maxSpeed, 1 - density)
 *     maxSpeed = 1   J = (1 - sqrt(1 - 4 (1 - p) density (1 - density))) / 2
 *
 * On a finite ring with N cars, M empty cells and maxSpeed 1, a state in which m cars have room ahead has the weight p^(N - m), so
 * J = (1 - p) <m> / (N + M); there are C(N, m) C(M - 1, m - 1) orders of gaps with that m.
 *
 * @param options density, speed limit, probability of slowing down, and `cells` for a finite ring
 * @returns the flow
 * @throws RangeError if no exact flow is known (maxSpeed above 1 with slowdowns), or for an option out of range
 * @example
 * import { trafficExact } from "@emergence/lib/systems";
 * trafficExact({ density: 0.3, maxSpeed: 1, slowdown: 0.25 }).toFixed(6); // => "0.195862"
 *
 * Source: Schreckenberg, Schadschneider, Nagel & Ito 1995, Phys. Rev. E 51, 2939-2949; p = 0: Nagel & Herrmann 1993, Physica A 199, 254-269; ring:
 * Evans & Hanney 2005, J. Phys. A 38, R195, stationary weights of the zero-range process with parallel updates.
 */
export function trafficExact(options: TrafficExactOptions): number {
  const { density, maxSpeed = 5, slowdown = 0.25, cells } = optionsOf("trafficExact", options, trafficExactOptions);
  requireProportion("trafficExact", "density", density);
  requireWhole("trafficExact", "maxSpeed", maxSpeed);
  requireProportion("trafficExact", "slowdown", slowdown);
  if (cells !== undefined) requireWhole("trafficExact", "cells", cells);
  if (maxSpeed > 1 && slowdown > 0) {
    throw new RangeError(
      `trafficExact: maxSpeed ${maxSpeed} with slowdown ${slowdown}, needs maxSpeed 1 or slowdown 0: no other flow is known exactly`,
    );
  }
  const cars = cells === undefined ? density : Math.round(density * cells);
  const empty = (cells ?? 1) - cars;
  if (slowdown === 0) return Math.min(cars * maxSpeed, empty) / (cells ?? 1);
  if (cells !== undefined) return ((1 - slowdown) * meanFree(cars, empty, slowdown)) / cells;
  const product = 4 * (1 - slowdown) * density * (1 - density);
  // (1 - sqrt(1 - x)) / 2 without the difference of two nearly equal numbers
  return product / (2 * (1 + Math.sqrt(1 - product)));
}

/** Mean number of cars with room ahead, over all states of a ring. Weights are computed by their ratios, as logarithms so that none overflows. */
function meanFree(cars: number, empty: number, slowdown: number): number {
  const most = Math.min(cars, empty);
  if (most === 0) return 0;
  const logs = new Float64Array(most);
  for (let m = 1; m < most; m++) {
    logs[m] = (logs[m - 1] as number) + Math.log(((cars - m) * (empty - m)) / ((m + 1) * m * slowdown));
  }
  const top = logs.reduce((best, log) => Math.max(best, log), 0);
  let total = 0;
  let sum = 0;
  for (let m = 1; m <= most; m++) {
    const weight = Math.exp((logs[m - 1] as number) - top);
    total += weight;
    sum += m * weight;
  }
  return sum / total;
}
