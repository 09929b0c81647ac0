/** Square cells over a periodic box. */
export interface Cells {
  /** Number of cells along one side. If the cells around a cell are not all different, all pairs must be visited. */
  readonly across: number;
  /** Start of each cell's birds in the sorted order, row by row; one more entry is the end. */
  readonly starts: Int32Array;
  /** Index of each bird in the sorted order: bird i goes to `places[i]`. */
  readonly places: Int32Array;
  /** Sorts birds by cell, in linear time; birds of the same cell keep their order. */
  sort(x: Float64Array, y: Float64Array): void;
}

/** Cells for `birds` in a box of side `box`: at least `width` wide, and at most four per bird, however sparse the flock. */
export function cells(birds: number, box: number, width: number): Cells {
  const across = Math.max(1, Math.min(Math.floor(box / width), Math.ceil(2 * Math.sqrt(birds))));
  const starts = new Int32Array(across * across + 1);
  const places = new Int32Array(birds);
  const perUnit = across / box;

  function sort(x: Float64Array, y: Float64Array): void {
    starts.fill(0);
    for (let i = 0; i < birds; i++) {
      // A coordinate just below the side may round up to it.
      const column = Math.min(across - 1, ((x[i] as number) * perUnit) | 0);
      const row = Math.min(across - 1, ((y[i] as number) * perUnit) | 0);
      const cell = row * across + column;
      places[i] = cell;
      starts[cell] = (starts[cell] as number) + 1;
    }
    let total = 0;
    for (let cell = 0; cell < starts.length; cell++) {
      const held = starts[cell] as number;
      starts[cell] = total;
      total += held;
    }
    // Each start moves on as its cell fills, and so becomes the next cell's start.
    for (let i = 0; i < birds; i++) {
      const cell = places[i] as number;
      const place = starts[cell] as number;
      places[i] = place;
      starts[cell] = place + 1;
    }
    starts.copyWithin(1, 0, across * across);
    starts[0] = 0;
  }

  return { across, starts, places, sort };
}
