import { mean } from "d3-array";
import type { ReadonlyTyped } from "../../core/numbers";
import { requireNonNegative, requirePositive, requireProportion, requireWhole } from "../../core/require";
import { random } from "../../stats/random";
import { readMap } from "./antMap";

export interface AntTrailsOptions {
  /** Rows of `N` (nest), `F` (food), `#` (wall) and `.` (open), all of one length. */
  readonly map: readonly string[];
  /** Ants on the way at a time, from 1; default 20. */
  readonly ants?: number;
  /** Share of the pheromone that is gone after each round of ants, 0 to 1; default 0.1. */
  readonly evaporation?: number;
  /** How steeply pheromone attracts, from 0 (not at all); default 1. Above 1 a colony often keeps the first way it finds. */
  readonly n?: number;
  /** Attraction of a way without pheromone, in ants that returned by a shortest way; above 0, default 0.1. */
  readonly k?: number;
  /** Whole number from -2^31 to 2^31 - 1. */
  readonly seed: number;
}

/** A colony that lays trails. */
export interface AntTrails {
  /** Sends more rounds of ants, each from the nest to the food and back. */
  step(count?: number): void;
  readonly rows: number;
  readonly columns: number;
  /** Pheromone of each cell, row by row: the sum over the ways into it. */
  readonly pheromone: ReadonlyTyped<Float64Array>;
  /** Lengths of the ways home in the last round, in steps, one an ant; empty before the first. */
  readonly lengths: ReadonlyTyped<Float64Array>;
  /** Mean of `lengths`; NaN before the first round. */
  readonly meanLength: number;
  /** Cells of the way home of the last round's best ant, nest first. */
  readonly path: readonly number[];
  /** Exact length of the shortest way, by breadth-first search. */
  readonly shortest: number;
}

/**
 * Ants that search food on a map and mark their way home: no ant knows a length, and a large colony finds a shortest way.
 *
 * On the way out an ant goes from a cell to a neighbor, not straight back, with a chance proportional to (k + pheromone)^n of the way there. It returns
 * without the loops it walked and marks the way, each step with shortest / length. After each round a share `evaporation` of all pheromone is gone.
 *
 * @param options the map, the colony and the seed
 * @throws RangeError for a number out of range, a map with other letters, without one nest and one food, or without a way between them
 * @example
 * import { antTrails } from "@emergence/lib/systems";
 * const colony = antTrails({ map: ["N..F", ".##.", "...."], seed: 1 });
 * colony.step(30);
 * colony.shortest; // => 3
 *
 * Source: after Dorigo & Stutzle 2004, Ant Colony Optimization, section 1.3 (simple ACO); the constants are ours.
 */
export function antTrails(options: AntTrailsOptions): AntTrails {
  const where = "antTrails";
  const { map, ants = 20, evaporation = 0.1, n = 1, k = 0.1, seed } = options;
  requireWhole(where, "ants", ants);
  requireProportion(where, "evaporation", evaporation);
  requireNonNegative(where, "n", n);
  requirePositive(where, "k", k);
  const { rows, columns, nest, food, neighbors, shortest } = readMap(where, map);
  const { uniform } = random(seed);
  // Each way between neighbors has a number: four for every cell, in the order of its neighbors. Pheromone is that of the way to the food.
  const trails = new Float64Array(4 * rows * columns);
  const pulls = new Float64Array(4 * rows * columns).fill(k ** n);
  const at = new Int32Array(rows * columns).fill(-1);
  let lengths = new Float64Array(0);
  let best: readonly number[] = [];

  /** Where an ant at `cell` goes that came from `before`; back only at a dead end. */
  function next(cell: number, before: number): number {
    const beside = neighbors[cell] as readonly number[];
    if (beside.length === 1) return beside[0] as number;
    let sum = 0;
    for (let i = 0; i < beside.length; i++) if (beside[i] !== before) sum += pulls[4 * cell + i] as number;
    let left = uniform() * sum;
    let choice = before;
    for (let i = 0; i < beside.length; i++) {
      if (beside[i] === before) continue;
      choice = beside[i] as number;
      left -= pulls[4 * cell + i] as number;
      if (left < 0) break;
    }
    return choice;
  }

  /** One ant's way from nest to food, loops taken out as they close. */
  function walk(): number[] {
    const path = [nest];
    at[nest] = 0;
    let before = -1;
    for (let cell = nest; cell !== food; ) {
      const to = next(cell, before);
      const seen = at[to] as number;
      if (seen < 0) {
        at[to] = path.length;
        path.push(to);
      } else {
        for (let i = seen + 1; i < path.length; i++) at[path[i] as number] = -1;
        path.length = seen + 1;
      }
      [before, cell] = [cell, to];
    }
    for (const cell of path) at[cell] = -1;
    return path;
  }

  function round(): void {
    const paths = Array.from({ length: ants }, walk);
    for (let i = 0; i < trails.length; i++) trails[i] = (trails[i] as number) * (1 - evaporation);
    for (const path of paths) {
      for (let i = 1; i < path.length; i++) {
        const cell = path[i - 1] as number;
        const way = 4 * cell + (neighbors[cell] as readonly number[]).indexOf(path[i] as number);
        trails[way] = (trails[way] as number) + shortest / (path.length - 1);
      }
    }
    for (let i = 0; i < trails.length; i++) pulls[i] = (k + (trails[i] as number)) ** n;
    lengths = Float64Array.from(paths, (path) => path.length - 1);
    best = paths.reduce((short, path) => (path.length < short.length ? path : short));
  }

  return {
    step(count = 1) {
      requireWhole(where, "count of steps", count, 0);
      for (let i = 0; i < count; i++) round();
    },
    rows,
    columns,
    shortest,
    get pheromone() {
      const cells = new Float64Array(rows * columns);
      for (const [cell, beside] of neighbors.entries()) {
        for (const [i, to] of beside.entries()) cells[to] = (cells[to] as number) + (trails[4 * cell + i] as number);
      }
      return cells;
    },
    get lengths() {
      return lengths;
    },
    get meanLength() {
      return mean(lengths) ?? Number.NaN;
    },
    get path() {
      return best;
    },
  };
}
