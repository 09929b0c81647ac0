// Large matrices, as means of blocks of cells: a page has some thousand pixels, and a browser stalls on millions of cells.
import { numberText } from "@emergence/lib/core";

/** Rows and columns that a matrix is drawn with at most; about 2 MB as JSON. */
const most = 500;

type Place = number | string;

interface Matrix {
  readonly x: readonly Place[];
  readonly y: readonly Place[];
  readonly z: readonly (readonly (number | null)[])[];
}

/** A matrix of block means, and how many columns and rows make a block. */
export interface Blocks extends Matrix {
  readonly width: number;
  readonly height: number;
}

/** Where a block stands: the middle of its numbers, or its first and last name. */
function placesOf(places: readonly Place[], size: number): Place[] {
  if (size === 1) return [...places];
  return Array.from({ length: Math.ceil(places.length / size) }, (_, i) => {
    const from = places[i * size] as Place;
    const to = places[Math.min(places.length, (i + 1) * size) - 1] as Place;
    if (typeof from === "number" && typeof to === "number") return (from + to) / 2;
    return from === to ? from : `${from} to ${to}`;
  });
}

/** The matrix as it is, or as means of equal blocks of its cells, to seven digits; gaps do not count. */
export function blocksOf({ x, y, z }: Matrix): Blocks {
  const [width, height] = [Math.ceil(x.length / most), Math.ceil(y.length / most)];
  if (width === 1 && height === 1) return { x: [...x], y: [...y], z, width, height };
  const [columns, rows] = [Math.ceil(x.length / width), Math.ceil(y.length / height)];
  const sums = Array.from({ length: rows }, () => new Float64Array(columns));
  const counts = Array.from({ length: rows }, () => new Uint32Array(columns));
  for (const [i, row] of z.entries()) {
    const [sum, count] = [sums[Math.floor(i / height)] as Float64Array, counts[Math.floor(i / height)] as Uint32Array];
    for (const [j, value] of row.entries()) {
      if (value === null) continue;
      const at = Math.floor(j / width);
      sum[at] = (sum[at] as number) + value;
      count[at] = (count[at] as number) + 1;
    }
  }
  const means = sums.map((sum, i) =>
    Array.from(sum, (total, j) => (counts[i]?.[j] ? Number((total / (counts[i][j] as number)).toPrecision(7)) : null)),
  );
  return { x: placesOf(x, width), y: placesOf(y, height), z: means, width, height };
}

/** What the figure says of its blocks: their size, and the extremes, which means do not show. */
export const blockNote = (
  { width, height }: Blocks,
  { x, y }: Pick<Matrix, "x" | "y">,
  low: number,
  high: number,
): string =>
  `means of blocks of ${height} × ${width} of ${y.length.toLocaleString("en-US")} × ${x.length.toLocaleString("en-US")} cells, which are from ${numberText(low)} to ${numberText(high)}`;
