import { mean } from "d3-array";
import type { ReadonlyTyped } from "../../core/numbers";
import {
  type Kinds,
  optionsOf,
  requireNonNegative,
  requirePositive,
  requireProportion,
  requireWhole,
} from "../../core/require";
import { random } from "../../stats/random";
import { readMap } from "./antMap";

export interface AntTrailsOptions {
  /** Rows of `N` (nest), `F` (food), `#` (wall) and `.` (open), all of the same length. */
  readonly map: readonly string[];
  /** Ants per round, >= 1; default 20. */
  readonly ants?: number;
  /** Fraction of the pheromone that evaporates after each round of ants, 0 to 1; default 0.1. */
  readonly evaporation?: number;
  /** Exponent of the attraction, >= 0 (0: pheromone does not attract); default 1. Above 1 a colony often keeps the first path it finds. */
  readonly n?: number;
  /** Attraction of a path without pheromone, in units of one ant returning by a shortest path; > 0, default 0.1. */
  readonly k?: number;
  /** Whole number from -2^31 to 2^31 - 1. */
  readonly seed: number;
}

/** Kinds of the options, for their check. */
const antTrailsOptions: Kinds<AntTrailsOptions> = {
  map: "list",
  ants: "number",
  evaporation: "number",
  n: "number",
  k: "number",
  seed: "number",
};

/** An ant colony that lays trails. */
export interface AntTrails {
  /** Sends more rounds of ants, each from the nest to the food and back. */
  step(count?: number): void;
  readonly rows: number;
  readonly columns: number;
  /** Pheromone per cell, row by row: the sum over the edges into the cell. */
  readonly pheromone: ReadonlyTyped<Float64Array>;
  /** Length of the way home per ant in the last round, in steps; empty before the first round. */
  readonly lengths: ReadonlyTyped<Float64Array>;
  /** Mean of `lengths`; NaN before the first round. */
  readonly meanLength: number;
  /** Cells of the shortest way home in the last round, nest first. */
  readonly path: readonly number[];
  /** Exact length of the shortest path, by breadth-first search. */
  readonly shortest: number;
}

/**
 * Ants that search a map for food and mark their way home. No ant knows the length of its path, yet a large colony finds a shortest one.
 *
 * On the way out an ant moves to a neighboring cell, not straight back, with probability proportional to (k + pheromone)^n of the edge. It returns by
 * the same path without its loops and marks each edge with shortest / length. After each round a fraction `evaporation` of all pheromone is lost.
 *
 * @param options the map, the colony and the seed
 * @throws RangeError for a number out of range, a map with other letters, without one nest and one food, or without a path between them
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
  const { map, ants = 20, evaporation = 0.1, n = 1, k = 0.1, seed } = optionsOf("antTrails", options, antTrailsOptions);
  requireWhole(where, "ants", ants);
  requireProportion(where, "evaporation", evaporation);
  requireNonNegative(where, "n", n);
  requirePositive(where, "k", k);
  const { rows, columns, nest, food, neighbors, shortest } = readMap(where, map);
  const { uniform } = random(seed, "antTrails");
  // Each directed edge has a number: four per cell, in the order of its neighbors. Pheromone is that of the edge towards the food.
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

  /** Path of one ant from nest to food; loops are removed as they close. */
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
