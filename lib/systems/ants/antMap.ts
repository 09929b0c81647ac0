import { requireList, requireString } from "../../core/require";
/** Graph of a drawn map: the open cells and the neighbors of each. */
export interface AntMap {
  readonly rows: number;
  readonly columns: number;
  /** Cell (row times columns plus column) of the nest and of the food. */
  readonly nest: number;
  readonly food: number;
  /** Open neighbors of each cell, up to four; none for a wall. */
  readonly neighbors: readonly (readonly number[])[];
  /** Number of steps on the shortest path from nest to food. */
  readonly shortest: number;
}

/** Reads a map drawn in text: `N` nest, `F` food, `#` wall, `.` open. */
export function readMap(where: string, map: readonly string[]): AntMap {
  requireList(where, "map", map, "rows of text, of N, F, # and .");
  for (let row = 0; row < map.length; row++) requireString(where, `map[${row}]`, map[row]);
  const rows = map.length;
  const columns = map[0]?.length ?? 0;
  const cells = map.join("");
  if (columns === 0) throw new RangeError(`${where}: an empty map, needs rows of N, F, # and .`);
  const ragged = map.findIndex((row) => row.length !== columns);
  if (ragged >= 0)
    throw new RangeError(`${where}: row ${ragged} of the map has ${map[ragged]?.length} cells, needs ${columns}`);
  const strange = /[^NF#.]/.exec(cells);
  if (strange) throw new RangeError(`${where}: "${strange[0]}" in the map, needs N, F, # or .`);
  for (const letter of ["N", "F"]) {
    const found = cells.split(letter).length - 1;
    if (found !== 1) throw new RangeError(`${where}: ${found} ${letter} in the map, needs 1`);
  }
  const open = (row: number, column: number): boolean => (map[row]?.[column] ?? "#") !== "#";
  const neighbors = Array.from(cells, (_, cell) => {
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    if (!open(row, column)) return [];
    const beside = [
      [row - 1, column],
      [row, column + 1],
      [row + 1, column],
      [row, column - 1],
    ] as const;
    return beside.filter(([r, c]) => open(r, c)).map(([r, c]) => r * columns + c);
  });
  const [nest, food] = [cells.indexOf("N"), cells.indexOf("F")];
  const shortest = stepsBetween(neighbors, nest, food);
  if (shortest === Number.POSITIVE_INFINITY)
    throw new RangeError(`${where}: no path from N to F in the map, needs one`);
  return { rows, columns, nest, food, neighbors, shortest };
}

/** Breadth-first search. */
function stepsBetween(neighbors: readonly (readonly number[])[], from: number, to: number): number {
  const steps = new Map([[from, 0]]);
  for (const [cell, far] of steps) {
    if (cell === to) return far;
    for (const next of neighbors[cell] ?? []) if (!steps.has(next)) steps.set(next, far + 1);
  }
  return Number.POSITIVE_INFINITY;
}
