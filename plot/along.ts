// The x and y of a figure, made of the rows of a table.
import { requireList, shown } from "@emergence/lib/core";
import { mean, rollups } from "d3-array";

/** A number of each row: the name of a column of numbers, or a function of the row. */
export type NumberOf<Row> =
  | { [Name in keyof Row]: Row[Name] extends number | null ? Name : never }[keyof Row]
  | ((row: Row) => number | null);

/** The numbers of all rows; null where there is none. */
function numbersOf<Row>(where: string, axis: string, rows: readonly Row[], of: NumberOf<Row>): (number | null)[] {
  requireList(where, "rows", rows, "the rows of a table");
  if (typeof of === "function") return Array.from(rows, (row, i) => numberOf(where, axis, of(row), i));
  const columns = Object.keys(rows[0] ?? {});
  if (typeof of !== "string" || (rows.length > 0 && !columns.includes(of))) {
    throw new RangeError(
      `${where}: ${axis} is ${shown(of)}, needs a function of a row or the name of a column: ${columns.join(", ") || "there is none"}`,
    );
  }
  return Array.from(rows, (row, i) => numberOf(where, axis, row?.[of], i));
}

function numberOf(where: string, axis: string, value: unknown, row: number): number | null {
  if (value === null || Number.isNaN(value)) return null;
  if (typeof value === "number") return value;
  throw new RangeError(`${where}: ${axis} of row ${row} is ${shown(value)}, needs a number, or null for a gap`);
}

/**
 * The x and y of a line or a group of points, one point per row.
 *
 * @param rows rows of a table, in the order in which a line connects them
 * @param x the place of a row: the name of a column, or a function of the row; null is a gap
 * @param y its value, likewise
 * @throws RangeError if `rows` is no list, or `x` or `y` neither a function nor a column of the rows
 * @example
 * along([{ size: 1, score: 0.5 }, { size: 2, score: null }], "size", "score"); // => { x: [1, 2], y: [0.5, null] }
 */
export function along<Row>(
  rows: readonly Row[],
  x: NumberOf<Row>,
  y: NumberOf<Row>,
): { x: (number | null)[]; y: (number | null)[] } {
  return { x: numbersOf("along", "x", rows, x), y: numbersOf("along", "y", rows, y) };
}

/**
 * The mean of y at each x, from the smallest x to the largest: a line through many rows per place. Rows that have no x or no y
 * (null or NaN) are left out.
 *
 * @param rows rows of a table, in any order
 * @param x the place of a row: the name of a column, or a function of the row
 * @param y its value, likewise
 * @returns each place once, with the arithmetic mean of its values
 * @throws RangeError if `rows` is no list, or `x` or `y` neither a function nor a column of the rows
 * @example
 * averaged([{ step: 2, right: 1 }, { step: 1, right: 0 }, { step: 2, right: 0 }], "step", "right"); // => { x: [1, 2], y: [0, 0.5] }
 */
export function averaged<Row>(rows: readonly Row[], x: NumberOf<Row>, y: NumberOf<Row>): { x: number[]; y: number[] } {
  const values = numbersOf("averaged", "y", rows, y);
  const known = numbersOf("averaged", "x", rows, x)
    .map((place, i) => [place, values[i]])
    .filter((pair): pair is [number, number] => pair.every((value) => value != null && !Number.isNaN(value)));
  const means = rollups(
    known,
    (pairs) => mean(pairs, ([, value]) => value) as number,
    ([place]) => place,
  ).sort(([a], [b]) => a - b);
  return { x: means.map(([place]) => place), y: means.map(([, value]) => value) };
}
