import { partsOf, requireKind, requireList, requireString } from "../../core/require";
import type { VerdictTable } from "./verdictMatrix";

const verdicts = ["yes", "no", "undecided", "does not apply"];

/** Throws a RangeError unless a value is a matrix of verdicts, made here or read back from JSON. */
export function requireTable(caller: string, matrix: VerdictTable): void {
  partsOf(caller, matrix, { definitions: "list", cases: "list", cells: "list" }, "matrix");
  const { definitions, cases, cells } = matrix;
  for (const [name, list] of Object.entries({ definitions, cases, cells })) requireList(caller, `matrix.${name}`, list);
  if (cells.length !== definitions.length)
    throw new RangeError(`${caller}: ${cells.length} rows of cells, needs ${definitions.length}, one per definition`);
  for (const [name, rows] of Object.entries({ definitions, cases })) {
    for (const [i, row] of Array.from<{ readonly id: string; readonly name: string }>(rows).entries()) {
      partsOf(caller, row, {}, `matrix.${name}[${i}]`);
      requireString(caller, `id of matrix.${name}[${i}]`, row.id);
      requireString(caller, `name of matrix.${name}[${i}]`, row.name);
    }
  }
  for (const [d, { operational }] of Array.from(definitions).entries())
    requireKind(caller, `operational of matrix.definitions[${d}]`, operational, "boolean");
  for (const [d, row] of Array.from(cells).entries()) {
    requireList(caller, `matrix.cells[${d}]`, row);
    if (row.length !== cases.length)
      throw new RangeError(
        `${caller}: matrix.cells[${d}] has ${row.length} cells, needs ${cases.length}, one per case`,
      );
    for (const [c, cell] of Array.from(row).entries()) {
      partsOf(caller, cell, {}, `matrix.cells[${d}][${c}]`);
      requireKind(caller, `verdict of matrix.cells[${d}][${c}]`, cell.verdict, verdicts);
    }
  }
}
