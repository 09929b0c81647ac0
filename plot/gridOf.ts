import { briefly, type Kinds, optionsOf, shown } from "@emergence/lib/core";
import type { Grid } from "./heatmap";
import { requireItems, requireTexts } from "./input";

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

const gridOptions: Kinds<GridOptions<unknown>> = { x: "any", y: "any", z: "any", columns: "list", rows: "list" };

/**
 * The matrix of a table with one row per cell, for `heatmap`. A pair of column and row that no row of the table has is missing.
 *
 * @throws RangeError without rows, and for two rows of one cell
 * @example
 * const scores = [{ task: "ARC", family: "OPT", score: 0.3 }, { task: "MMLU", family: "Llama", score: 0.6 }];
 * gridOf(scores, { x: "task", y: "family", z: (row) => row.score }).z; // => [[0.3, null], [null, 0.6]]
 */
export function gridOf<Row>(table: readonly Row[], options: GridOptions<Row>): Grid {
  const { z, columns, rows, ...of } = optionsOf("gridOf", options, gridOptions as Kinds<GridOptions<Row>>);
  if (typeof z !== "function") throw new TypeError(`gridOf: z is ${briefly(z)}, needs a function of a row`);
  requireItems<object>("gridOf", "rows", table as readonly object[], {});
  if (columns !== undefined) requireTexts("gridOf", "columns", columns);
  if (rows !== undefined) requireTexts("gridOf", "rows", rows);
  const [x, y] = [reader("x", of.x, table), reader("y", of.y, table)];
  const cells = new Map<string, number | null>();
  const key = (row: string, column: string) => JSON.stringify([row, column]);
  for (const [index, row] of table.entries()) {
    const place = key(y(row), x(row));
    if (cells.has(place))
      throw new RangeError(
        `gridOf: two rows have x "${x(row)}" and y "${y(row)}", needs one row per cell: group them first`,
      );
    const value = z(row, index);
    if (value !== null && typeof value !== "number")
      throw new TypeError(`gridOf: z of row ${index} is ${shown(value)}, needs a number or null`);
    cells.set(place, Number.isNaN(value) ? null : value);
  }
  const xs = columns ?? [...new Set(table.map(x))];
  const ys = rows ?? [...new Set(table.map(y))];
  return { x: xs, y: ys, z: ys.map((row) => xs.map((column) => cells.get(key(row, column)) ?? null)) };
}

/** Reads the name of a column or row of the matrix; throws unless the field is one of the table's, or a function. */
function reader<Row>(what: string, field: unknown, [first]: readonly Row[]): (row: Row) => string {
  const named = (value: unknown): string => {
    if (typeof value === "string") return value;
    throw new TypeError(`gridOf: ${what} of a row is ${briefly(value)}, needs text, the name of a column or row`);
  };
  if (typeof field === "function") return (row) => named(field(row));
  if (typeof field === "string" && field in (first as object)) return (row) => named(row[field as keyof Row]);
  const known = Object.keys(first as object).join(", ");
  throw new TypeError(`gridOf: ${what} is ${briefly(field)}, needs a function of a row or one of ${known}`);
}
