import type { Random } from "../../stats";

/** Options of the initial state of a road. */
export interface Placing {
  readonly cells: number;
  readonly cars: number;
  readonly maxSpeed: number;
  readonly start: "random" | "even" | "jam";
  readonly source: Random;
}

/** Initial state of a road: cells in the order of the ring, and speeds. Random numbers are used only for a random start. */
export function placeCars({ cells, cars, maxSpeed, start, source }: Placing): {
  positions: Int32Array;
  speeds: Int32Array;
} {
  const positions = new Int32Array(cars);
  const speeds = new Int32Array(cars);
  if (start === "jam") {
    for (let car = 0; car < cars; car++) positions[car] = car;
  } else if (start === "even") {
    for (let car = 0; car < cars; car++) positions[car] = Math.floor((car * cells) / cars);
    for (let car = 0; car < cars; car++) {
      const ahead = car + 1 < cars ? (positions[car + 1] as number) : cells;
      speeds[car] = Math.min(maxSpeed, ahead - (positions[car] as number) - 1);
    }
  } else if (start === "random") {
    // Each set of cells has the same probability: Knuth, The Art of Computer Programming 2, 3.4.2, algorithm S.
    for (let cell = 0, car = 0; car < cars; cell++) {
      if ((cells - cell) * source.uniform() < cars - car) positions[car++] = cell;
    }
  } else {
    throw new RangeError(`traffic: start ${JSON.stringify(start)}, needs "random", "even" or "jam"`);
  }
  return { positions, speeds };
}
