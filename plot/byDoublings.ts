import { optionsOf, requireFinite, requireList, shown } from "@emergence/lib/core";
import { minIndex, range } from "d3-array";
import type { Values } from "./figure";
import { type Grid, requirePlaces } from "./heatmap";
import { plain, requireSome, sameLength } from "./input";

/** A number to two digits, as `2.1M` or `270B`. */
const compact = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 2 });

/** A matrix over numbers that rise by factors, such as tokens of training. */
export interface ScaleGrid {
  /** Positive and rising; a 0 may come first. */
  readonly x: readonly number[];
  readonly y: readonly (number | string)[];
  readonly z: readonly Values[];
}

/**
 * A matrix with one column per doubling of x, for `heatmap`: equal steps on the page are equal factors, however densely x was measured.
 *
 * The columns stand at x_1, 2 x_1, 4 x_1, ... with x_1 the first x above 0. Each has the measured column that is nearest on a
 * logarithmic scale, if that is less than half a doubling away; else it is missing, and `heatmap` hatches it: nobody looked there. An x
 * of 0 keeps a column of its own, in front. Names of columns have two digits: `4.2M`.
 *
 * @throws RangeError for an x below 0 or not rising, fewer than one x above 0, more than 60 doublings, or rows of another length
 * @example
 * const grid = byDoublings({ x: [0, 1, 2, 8], y: ["islands"], z: [[0.5, 0.4, 0.3, 0.9]] });
 * grid.x; // => ["0", "1", "2", "4", "8"]
 * grid.z[0]; // => [0.5, 0.4, 0.3, null, 0.9]
 */
export function byDoublings(grid: ScaleGrid): Grid & { readonly x: readonly string[] } {
  optionsOf("byDoublings", grid, { x: "list", y: "list", z: "list" }, "grid");
  const { x, y, z } = grid;
  requireList("byDoublings", "grid.x", x, "an array of numbers");
  requirePlaces("byDoublings", "grid.y", y);
  requireSome("byDoublings", "rows", z);
  sameLength("byDoublings", "the grid", y.length, "y", z.length, "rows");
  for (const [i, place] of Array.from(x).entries()) {
    requireFinite("byDoublings", `grid.x[${i}]`, place);
    if (place < 0 || (i > 0 && place <= (x[i - 1] as number)))
      throw new RangeError(
        `byDoublings: grid.x[${i}] is ${shown(place)}, needs numbers from 0 up, each above the last`,
      );
  }
  const zero = x[0] === 0;
  const first = zero ? 1 : 0;
  if (x.length === first) throw new RangeError("byDoublings: no x above 0, needs at least one");
  const powers = x.slice(first).map((place) => Math.log2(place / (x[first] as number)));
  const last = Math.round(powers.at(-1) as number);
  if (last > 60) throw new RangeError(`byDoublings: x spans ${last} doublings, needs at most 60`);
  const nearest = (k: number): number | null => {
    const off = powers.map((power) => Math.abs(power - k));
    const index = minIndex(off);
    return (off[index] as number) < 0.5 ? index + first : null;
  };
  const columns = [...(zero ? [0] : []), ...range(last + 1).map(nearest)];
  const names = range(last + 1).map((k) => compact.format((x[first] as number) * 2 ** k));
  const rows = Array.from(z, (row, i) => {
    const cells = plain("byDoublings", `row ${i}`, row);
    sameLength("byDoublings", "the grid", x.length, "x", cells.length, `cells in row ${i}`);
    return columns.map((column) => (column === null ? null : (cells[column] ?? null)));
  });
  return { x: [...(zero ? ["0"] : []), ...names], y, z: rows };
}
