import type { Grid } from "./heatmap";
import { requireSome } from "./input";

/** What a column, a row (by the name of a field, or a function) and a cell of the matrix are, and the order of columns and rows. */
export interface GridOptions<Row> {
  readonly x: (keyof Row & string) | ((row: Row) => string);
  readonly y: (keyof Row & string) | ((row: Row) => string);
  /** The number of a cell; it gets the row and its place in the table. */
  readonly z: (row: Row, index: number) => number | null;
  /** Columns in order; default: by first appearance. */
  readonly columns?: readonly string[];
  /** Rows in order, from the top; default: by first appearance. */
  readonly rows?: readonly string[];
}

/**
 * The matrix of a table with one row per cell, for `heatmap`. A pair of column and row that no row of the table has is missing.
 *
 * @throws RangeError without rows, and for two rows of one cell
 * @example
 * const scores = [{ task: "ARC", family: "OPT", score: 0.3 }, { task: "MMLU", family: "Llama", score: 0.6 }];
 * gridOf(scores, { x: "task", y: "family", z: (row) => row.score }).z; // => [[0.3, null], [null, 0.6]]
 */
export function gridOf<Row>(table: readonly Row[], options: GridOptions<Row>): Grid {
  const { z, columns, rows } = options;
  const [x, y] = [reader(options.x), reader(options.y)];
  requireSome("gridOf", "rows", table);
  const cells = new Map<string, number | null>();
  const key = (row: string, column: string) => JSON.stringify([row, column]);
  for (const [index, row] of table.entries()) {
    const place = key(y(row), x(row));
    if (cells.has(place))
      throw new RangeError(
        `gridOf: two rows have x "${x(row)}" and y "${y(row)}", needs one row per cell: group them first`,
      );
    cells.set(place, z(row, index));
  }
  const xs = columns ?? [...new Set(table.map(x))];
  const ys = rows ?? [...new Set(table.map(y))];
  return { x: xs, y: ys, z: ys.map((row) => xs.map((column) => cells.get(key(row, column)) ?? null)) };
}

const reader =
  <Row>(field: (keyof Row & string) | ((row: Row) => string)) =>
  (row: Row): string =>
    typeof field === "function" ? field(row) : String(row[field]);
