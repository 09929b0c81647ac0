import type { ReadonlyTyped } from "../../core/numbers";
import { requireProportion, requireWhole } from "../../core/require";
import { bernoulliBits, type Random, random } from "../../stats";
import { placeCars } from "./placeCars";

/** How a road is made. */
export interface TrafficOptions {
  /** Length of the ring, in cells, from 1. A cell holds one car or none. Default 1000. */
  readonly cells?: number;
  /** Cars per cell, 0 to 1; there are `round(density * cells)` cars, and at least one. */
  readonly density: number;
  /** Speed limit, cells per step, from 1 to 127. Default 5, as in the paper. */
  readonly maxSpeed?: number;
  /** Chance p that a car goes one slower than it could, per step, 0 to 1. Default 0.25. */
  readonly slowdown?: number;
  /**
   * The same chance for a car that stands at the beginning of the step, 0 to 1. Default `slowdown`, which is the rule of 1992; a larger one makes cars
   * slow to start (Barlovic et al. 1998), and then free flow and a jam are both stable over a range of densities.
   */
  readonly startSlowdown?: number;
  /**
   * `random` (default): cars on random cells, standing; `even`: as far apart as whole cells allow, as fast as gap and limit allow; `jam`: one queue,
   * standing, from cell 0 on.
   */
  readonly start?: "random" | "even" | "jam";
  /** Whole number that fixes start and slowdowns. */
  readonly seed: number;
}

/** Cars on a ring. Its arrays are the live state: take a `slice()` of what should stay. */
export interface Traffic {
  readonly cells: number;
  readonly cars: number;
  /** Cars per cell as it is: `cars / cells`. */
  readonly density: number;
  /** Cell of each car, 0 to cells - 1; the car ahead of car i is car i + 1, and the one ahead of the last is car 0. */
  readonly positions: ReadonlyTyped<Int32Array>;
  /** Cells each car moved in the last step. */
  readonly speeds: ReadonlyTyped<Int32Array>;
  /** Steps so far. */
  readonly time: number;
  /** Cars per cell and step: the sum of speeds over cells. */
  readonly flow: number;
  /** Cells per step: the sum of speeds over cars. */
  readonly meanSpeed: number;
  /** Share of cars that stand: speed 0 in the last step. */
  readonly jammedShare: number;
  /** Cell by cell: the speed of the car there, or -1 where there is none. The same array each time, brought up to date when read. */
  readonly road: ReadonlyTyped<Int8Array>;
  /** Goes on by `count` steps, 1 unless given. */
  step(count?: number): void;
  /** Brings one car to a halt, now: a disturbance from outside. */
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
 * No car passes another, none is lost. In the paper a cell is 7.5 m and a step about a second.
 *
 * @param options length, density, speed limit, chance of slowing down, start, seed
 * @returns the road, to be stepped and looked at
 * @throws RangeError for an option out of its range, or a density that leaves no car
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
  const { cells = 1000, density, maxSpeed = 5, slowdown = 0.25, startSlowdown = slowdown, seed } = options;
  requireWhole("traffic", "cells", cells);
  requireProportion("traffic", "density", density);
  requireWhole("traffic", "maxSpeed", maxSpeed);
  if (maxSpeed > 127) throw new RangeError(`traffic: maxSpeed ${maxSpeed}, needs a whole number from 1 to 127`);
  requireProportion("traffic", "slowdown", slowdown);
  requireProportion("traffic", "startSlowdown", startSlowdown);
  const cars = Math.round(density * cells);
  if (cars < 1) {
    throw new RangeError(`traffic: density ${density} of ${cells} cells leaves ${cars} cars, needs at least 1`);
  }
  const source = random(seed);
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

/** One step of all cars, from behind to ahead, so that the car ahead is still where it was; 32 slowdowns are drawn at once. */
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

/** Without branches, since no processor can guess who slows down: `a & (a >> 31)` is the negative part of a, and 0 where a is positive. */
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
    const still = (before - 1) >> 31; // all ones where the car stands
    const word = car >> 5;
    const bits = ((moving[word] as number) & ~still) | ((standing[word] as number) & still);
    const speed = (possible - ((bits >>> (car & 31)) & ((0 - possible) >>> 31))) | 0;
    speeds[car] = speed;
    const next = (here + speed - cells) | 0;
    positions[car] = (next + (cells & (next >> 31))) | 0;
    here = ahead;
  }
}
