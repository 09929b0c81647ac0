import type { ResultRow, ResultRows } from "./rows";

/** The error of a cell that does not fit: place, column, what it holds, what it needs. */
export function misfitAt(
  { fail }: ResultRows,
  { place }: ResultRow,
  column: string,
  found: string,
  needs: string,
): never {
  return fail(`, ${place}, column ${column}: found ${found}, needs ${needs}`);
}
