import type { ReadonlyTyped } from "../../core/numbers";
import { type Kinds, optionsOf, requireProportion, requireWhole } from "../../core/require";
import { bernoulliBits, type Random, random } from "../../stats";
import { placeCars } from "./placeCars";

/** Options of a road. */
export interface TrafficOptions {
  /** Length of the ring, in cells, >= 1. A cell holds one car or none. Default 1000. */
  readonly cells?: number;
  /** Cars per cell, 0 to 1; the road has `round(density * cells)` cars, at least one. */
  readonly density: number;
  /** Speed limit, in cells per step, 1 to 127. Default 5, as in the paper. */
  readonly maxSpeed?: number;
  /** p, probability per step that a car goes one slower than it could, 0 to 1. Default 0.25. */
  readonly slowdown?: number;
  /**
   * The same probability for a car at rest at the beginning of the step, 0 to 1. Default `slowdown`, the rule of 1992. A larger value makes cars slow to
   * start (Barlovic et al. 1998): then free flow and a jam are both stable over a range of densities.
   */
  readonly startSlowdown?: number;
  /**
   * `random` (default): cars at rest on random cells. `even`: cars as far apart as whole cells allow, as fast as gap and limit allow. `jam`: one queue at
   * rest, from cell 0.
   */
  readonly start?: "random" | "even" | "jam";
  /** Whole number: random start and slowdowns. */
  readonly seed: number;
}

/** Kinds of the options, for their check. */
export const trafficOptions: Kinds<TrafficOptions> = {
  cells: "number",
  density: "number",
  maxSpeed: "number",
  slowdown: "number",
  startSlowdown: "number",
  start: ["random", "even", "jam"],
  seed: "number",
};

/** Cars on a ring. Its arrays are the live state: take a `slice()` of what you want to keep. */
export interface Traffic {
  readonly cells: number;
  readonly cars: number;
  /** Actual density, `cars / cells`. */
  readonly density: number;
  /** Cell of each car, 0 to cells - 1. Car i + 1 is ahead of car i, and car 0 is ahead of the last. */
  readonly positions: ReadonlyTyped<Int32Array>;
  /** Number of cells that each car moved in the last step. */
  readonly speeds: ReadonlyTyped<Int32Array>;
  /** Number of steps made. */
  readonly time: number;
  /** Flow, in cars per step: the sum of speeds over the number of cells. */
  readonly flow: number;
  /** Mean speed, in cells per step: the sum of speeds over the number of cars. */
  readonly meanSpeed: number;
  /** Fraction of cars at rest: with speed 0 in the last step. */
  readonly jammedShare: number;
  /** Speed of the car in each cell, or -1 for an empty cell. The same array each time, brought up to date when read. */
  readonly road: ReadonlyTyped<Int8Array>;
  /** Makes `count` steps; default 1. */
  step(count?: number): void;
  /** Stops one car at once: a perturbation from outside. */
  brake(car: number): void;
}

/**
 * Nagel and Schreckenberg's cars on a ring. In each step all cars at once do four things:
 *
 *     1. accelerate   v <- min(v + 1, maxSpeed)
 *     2. keep clear   v <- min(v, empty cells ahead)
 *     3. slow down    v <- max(v - 1, 0) with chance p
 *     4. move         x <- x + v
 *
 * No car overtakes another, and none is lost. In the paper a cell is 7.5 m and a step about one second.
 *
 * @param options length, density, speed limit, probability of slowing down, start, seed
 * @returns the road
 * @throws RangeError for an option out of range, or a density that leaves no car
 * @example
 * import { traffic } from "@emergence/lib/systems";
 * const road = traffic({ cells: 60, density: 0.1, maxSpeed: 5, slowdown: 0, start: "even", seed: 1 });
 * road.step(10);
 * road.flow; // => 0.5
 *
 * Source: Nagel & Schreckenberg 1992, J. Phys. I France 2, 2221-2229, section 2; slow start: Barlovic, Santen, Schadschneider & Schreckenberg 1998,
 * Eur. Phys. J. B 5, 793-800.
 */
export function traffic(options: TrafficOptions): Traffic {
  const {
    cells = 1000,
    density,
    maxSpeed = 5,
    slowdown = 0.25,
    startSlowdown = slowdown,
    seed,
  } = optionsOf("traffic", options, trafficOptions);
  requireWhole("traffic", "cells", cells);
  requireProportion("traffic", "density", density);
  requireWhole("traffic", "maxSpeed", maxSpeed, 1, 127);
  requireProportion("traffic", "slowdown", slowdown);
  requireProportion("traffic", "startSlowdown", startSlowdown);
  const cars = Math.round(density * cells);
  if (cars < 1) {
    throw new RangeError(`traffic: density ${density} of ${cells} cells leaves ${cars} cars, needs at least 1`);
  }
  const source = random(seed, "traffic");
  const { positions, speeds } = placeCars({ cells, cars, maxSpeed, start: options.start ?? "random", source });
  const advance = stepper({ cells, maxSpeed, slowdown, startSlowdown, positions, speeds, source });
  const road = new Int8Array(cells);
  let time = 0;
  const moved = () => speeds.reduce((sum, speed) => sum + speed, 0);

  return {
    cells,
    cars,
    density: cars / cells,
    positions,
    speeds,
    get time() {
      return time;
    },
    get flow() {
      return moved() / cells;
    },
    get meanSpeed() {
      return moved() / cars;
    },
    get jammedShare() {
      return speeds.reduce((sum, speed) => sum + (speed === 0 ? 1 : 0), 0) / cars;
    },
    get road() {
      road.fill(-1);
      for (let car = 0; car < cars; car++) road[positions[car] as number] = speeds[car] as number;
      return road;
    },
    step(count = 1) {
      requireWhole("traffic", "step count", count, 0);
      for (let done = 0; done < count; done++) advance();
      time += count;
    },
    brake(car) {
      requireWhole("traffic", "car", car, 0, cars - 1);
      speeds[car] = 0;
    },
  };
}

interface State {
  readonly cells: number;
  readonly maxSpeed: number;
  readonly slowdown: number;
  readonly startSlowdown: number;
  readonly positions: Int32Array;
  readonly speeds: Int32Array;
  readonly source: Random;
}

/** One step of all cars, from back to front, so that the car ahead has not moved yet; 32 slowdowns are drawn at once. */
function stepper({ cells, maxSpeed, slowdown, startSlowdown, positions, speeds, source }: State): () => void {
  const words = (positions.length + 31) >>> 5;
  const slow = bernoulliBits(source, slowdown);
  const slowAtStart = startSlowdown === slowdown ? undefined : bernoulliBits(source, startSlowdown);
  const moving = new Int32Array(words);
  const standing = slowAtStart === undefined ? moving : new Int32Array(words);
  return () => {
    for (let i = 0; i < words; i++) moving[i] = slow();
    if (slowAtStart !== undefined) for (let i = 0; i < words; i++) standing[i] = slowAtStart();
    advance(positions, speeds, moving, standing, cells, maxSpeed);
  };
}

/** Without branches, since no processor can predict who slows down: `a & (a >> 31)` is the negative part of a, and 0 if a is positive. */
function advance(
  positions: Int32Array,
  speeds: Int32Array,
  moving: Int32Array,
  standing: Int32Array,
  cells: number,
  maxSpeed: number,
): void {
  const last = positions.length - 1;
  const first = positions[0] as number;
  let here = first;
  for (let car = 0; car <= last; car++) {
    const ahead = car < last ? (positions[car + 1] as number) : first;
    const distance = (ahead - here - 1) | 0;
    const gap = (distance + (cells & (distance >> 31))) | 0;
    const before = speeds[car] as number;
    const tooFast = (maxSpeed - before - 1) | 0;
    const wanted = (before + 1 + (tooFast & (tooFast >> 31))) | 0;
    const tooFar = (gap - wanted) | 0;
    const possible = (wanted + (tooFar & (tooFar >> 31))) | 0;
    const still = (before - 1) >> 31; // all ones if the car is at rest
    const word = car >> 5;
    const bits = ((moving[word] as number) & ~still) | ((standing[word] as number) & still);
    const speed = (possible - ((bits >>> (car & 31)) & ((0 - possible) >>> 31))) | 0;
    speeds[car] = speed;
    const next = (here + speed - cells) | 0;
    positions[car] = (next + (cells & (next >> 31))) | 0;
    here = ahead;
  }
}
