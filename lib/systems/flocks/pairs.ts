import type { Cells } from "./cells";

/**
 * Calls `visit` once for each pair of birds nearer than `radius`, with the displacement from the first to the nearest image of the second.
 * Sorts the birds by cell first.
 */
export function pairs(
  x: Float64Array,
  y: Float64Array,
  grid: Cells,
  box: number,
  radius: number,
  visit: (i: number, j: number, dx: number, dy: number, square: number) => void,
): void {
  const { across, starts, places } = grid;
  const birds = x.length;
  const reach = radius * radius;
  const image = (way: number): number => way - box * Math.round(way / box);
  const look = (i: number, j: number): void => {
    const dx = image((x[j] as number) - (x[i] as number));
    const dy = image((y[j] as number) - (y[i] as number));
    const square = dx * dx + dy * dy;
    if (square <= reach) visit(i, j, dx, dy, square);
  };
  if (across < 3) {
    for (let i = 0; i < birds; i++) for (let j = i + 1; j < birds; j++) look(i, j);
    return;
  }
  grid.sort(x, y);
  const sorted = new Int32Array(birds);
  for (let i = 0; i < birds; i++) sorted[places[i] as number] = i;
  for (let cell = 0; cell < across * across; cell++) {
    const column = cell % across;
    const row = (cell - column) / across;
    const end = starts[cell + 1] as number;
    for (let a = starts[cell] as number; a < end; a++) {
      const i = sorted[a] as number;
      for (let b = a + 1; b < end; b++) look(i, sorted[b] as number);
      // Half of the eight cells around: each pair of cells is visited once.
      for (let k = 0; k < 4; k++) {
        const beside = (column + (k === 3 ? 1 : k - 1) + across) % across;
        const other = (k === 3 ? row : (row + 1) % across) * across + beside;
        for (let b = starts[other] as number; b < (starts[other + 1] as number); b++) look(i, sorted[b] as number);
      }
    }
  }
}
