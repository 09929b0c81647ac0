import type { Cells } from "./cells";

/** Birds in the order of their cells: places, headings as unit vectors, sums of the headings of neighbors, and how many they are. */
export interface SortedFlock {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly cos: Float64Array;
  readonly sin: Float64Array;
  readonly sumCos: Float64Array;
  readonly sumSin: Float64Array;
  readonly neighbors: Float64Array;
  /** Whether neighbors are counted at all. */
  readonly counting: boolean;
}

/** Gives each bird the sum of the headings of all birds within the radius, its own among them. Each pair is looked at once. */
export function headingSums(flock: SortedFlock, { across, starts }: Cells, box: number, radius: number): void {
  const { x, cos, sin, sumCos, sumSin, neighbors } = flock;
  const birds = x.length;
  sumCos.set(cos);
  sumSin.set(sin);
  neighbors.fill(1);
  const reach = radius * radius;
  if (2 * reach >= box * box) {
    everyone(flock);
    return;
  }
  if (across < 3) {
    for (let i = 0; i < birds; i++) nearest(flock, i, box, reach);
    return;
  }
  for (let row = 0; row < across; row++) {
    const own = row * across;
    const wraps = row === across - 1;
    const next = wraps ? 0 : own + across;
    const down = wraps ? box : 0;
    for (let column = 0; column < across; column++) {
      const cell = own + column;
      const end = starts[cell + 1] as number;
      const first = column === 0;
      const last = column === across - 1;
      // Cells of a row follow one another, so that the three cells of the next row are one span, but at the edges of the box.
      const right = last ? end : (starts[cell + 2] as number);
      const from = starts[next + (first ? 0 : column - 1)] as number;
      const to = starts[next + (last ? column + 1 : column + 2)] as number;
      for (let i = starts[cell] as number; i < end; i++) {
        span(flock, i, i + 1, right, 0, 0, reach);
        span(flock, i, from, to, 0, down, reach);
        if (first) {
          span(flock, i, starts[next + across - 1] as number, starts[next + across] as number, -box, down, reach);
        }
        if (last) {
          span(flock, i, starts[own] as number, starts[own + 1] as number, box, 0, reach);
          span(flock, i, starts[next] as number, starts[next + 1] as number, box, down, reach);
        }
      }
    }
  }
}

/** Bird i with those from place `from` up to `to`, which stand `shiftX`, `shiftY` from where they are drawn. */
function span(
  { x, y, cos, sin, sumCos, sumSin, neighbors, counting }: SortedFlock,
  i: number,
  from: number,
  to: number,
  shiftX: number,
  shiftY: number,
  reach: number,
): void {
  const atX = (x[i] as number) - shiftX;
  const atY = (y[i] as number) - shiftY;
  const ownCos = cos[i] as number;
  const ownSin = sin[i] as number;
  let c = 0;
  let s = 0;
  let found = 0;
  for (let j = from; j < to; j++) {
    const dx = (x[j] as number) - atX;
    const dy = (y[j] as number) - atY;
    // Times 1 or 0 and not a branch: the processor would guess wrong for every third bird, which costs more than the sums.
    const near = Number(dx * dx + dy * dy <= reach);
    c += near * (cos[j] as number);
    s += near * (sin[j] as number);
    sumCos[j] = (sumCos[j] as number) + near * ownCos;
    sumSin[j] = (sumSin[j] as number) + near * ownSin;
    if (counting) {
      found += near;
      neighbors[j] = (neighbors[j] as number) + near;
    }
  }
  sumCos[i] = (sumCos[i] as number) + c;
  sumSin[i] = (sumSin[i] as number) + s;
  if (counting) neighbors[i] = (neighbors[i] as number) + found;
}

/** Bird i with all after it, each at its nearest image. */
function nearest(flock: SortedFlock, i: number, box: number, reach: number): void {
  const { x, y, cos, sin, sumCos, sumSin, neighbors } = flock;
  for (let j = i + 1; j < x.length; j++) {
    const dx = Math.abs((x[j] as number) - (x[i] as number));
    const dy = Math.abs((y[j] as number) - (y[i] as number));
    const across = Math.min(dx, box - dx);
    const along = Math.min(dy, box - dy);
    if (across * across + along * along > reach) continue;
    for (const [a, b] of [
      [i, j],
      [j, i],
    ] as const) {
      sumCos[a] = (sumCos[a] as number) + (cos[b] as number);
      sumSin[a] = (sumSin[a] as number) + (sin[b] as number);
      neighbors[a] = (neighbors[a] as number) + 1;
    }
  }
}

/** A radius that reaches every corner of the box: all see all. */
function everyone({ cos, sin, sumCos, sumSin, neighbors }: SortedFlock): void {
  const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
  sumCos.fill(total(cos));
  sumSin.fill(total(sin));
  neighbors.fill(cos.length);
}
