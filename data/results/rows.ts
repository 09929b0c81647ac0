// The rows of a results file, each with its place, by the parts that its columns play.
import type { ReadOptions, TableSchema } from "../asked";
import type { Fail, Line } from "../csv";
import { bare, layoutOf } from "../dialect";
import { isAbsentAs } from "../inferred";
import { readTable } from "../readTable";
import { sourceOf } from "../source";
import { columnsOf, type FoundColumns, type ResultColumns, type ResultPart } from "./columns";
import { areShort, shortScales } from "./scales";

/** A row; null is an empty cell. */
export interface ResultRow {
  readonly place: string;
  readonly scale: number | null;
  /** One score per column of scores, and its standard error. */
  readonly scores: readonly (number | null)[];
  readonly errors: readonly (number | null)[];
  readonly numbers: { readonly [Part in ResultPart]?: number | null };
  readonly texts: { readonly [Part in ResultPart]?: string | null };
  /** What tells its curve from others. */
  readonly curve: readonly (string | null)[];
}

/** One row of one curve, its score known. */
export interface PointRow {
  readonly row: ResultRow;
  readonly scale: number;
  readonly score: number;
  readonly error: number | null;
  /** Name of the column of the error. */
  readonly errorColumn: string | undefined;
}

/** A file of results, read. */
export interface ResultRows {
  readonly rows: readonly ResultRow[];
  readonly columns: FoundColumns;
  readonly fail: Fail;
}

const numeric: readonly ResultPart[] = ["trials", "right", "chance", "loss", "examples", "smooth"];
const textual: readonly ResultPart[] = ["metric", "seed", "taught"];

export function rowsOf(
  source: string | Uint8Array,
  given: ResultColumns,
  options: ReadOptions,
  remark: (text: string) => void,
): ResultRows {
  const opened = sourceOf(source, options.encoding, () => {});
  const layout = layoutOf(opened.text, options, opened.fail, () => {});
  const missing = new Set(options.missing ?? []);
  const cellsOf = (name: string) => {
    const at = layout.names.indexOf(name);
    return layout.lines.map((line) => {
      const cell = bare(line.cells[at] ?? "");
      return isAbsentAs(cell, "number", missing) ? "" : cell;
    });
  };
  const columns = columnsOf(layout.names, given, { areSizes: (name) => areShort(cellsOf(name)) }, opened.fail, remark);
  const [scaleName] = columns.scale as readonly [string];
  const cells = cellsOf(scaleName);
  const isShort = areShort(cells);
  const types: Record<string, "number?" | "string?"> = {};
  for (const part of textual) for (const name of columns[part] ?? []) types[name] = "string?";
  for (const name of columns.task ?? []) types[name] = "string?";
  for (const part of numeric) for (const name of columns[part] ?? []) types[name] = "number?";
  for (const name of [...(columns.score ?? []), ...(columns.error ?? [])]) types[name] = "number?";
  if (!isShort) types[scaleName] = "number?";
  const table = readTable(source, types as TableSchema, { ...options, percent: "share" });
  for (const said of table.remarks) remark(said);
  const short = isShort ? shortScales(cells, layout.lines, scaleName, opened.fail, remark) : [];
  const rows = table.map((row, i): ResultRow => {
    const number = (name: string) => row[name] as unknown as number | null;
    const text = (name: string) => row[name] as unknown as string | null;
    const of = <Value>(some: readonly ResultPart[], value: (name: string) => Value) =>
      Object.fromEntries(
        some.flatMap((part) => (columns[part] === undefined ? [] : [[part, value(columns[part][0] as string)]])),
      );
    return {
      place: (layout.lines[i] as Line).place,
      scale: isShort ? (short[i] as number | null) : number(scaleName),
      scores: (columns.score ?? []).map(number),
      errors: (columns.error ?? []).map(number),
      numbers: of(numeric, number),
      texts: of(textual, text),
      curve: (columns.task ?? []).map(text),
    };
  });
  return { rows, columns, fail: opened.fail };
}
