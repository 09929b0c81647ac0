import { type Kinds, optionsOf, requireKind, requireString } from "@emergence/lib/core";
import { parse } from "papaparse";
import { cut, quoted, type Value } from "./cell";
import { type Fail, type Line, linesOf, rowsOf } from "./csv";
import type { Field } from "./descriptor";
import { cellsOf, type DecimalMark, decimalMark, isNumber, plainNumber } from "./numerals";
import { sourceOf } from "./source";

type Type = Field["type"];
type Limits = Omit<NonNullable<Field["constraints"]>, "required">;

/** A column of a file of your own: its type (`"number?"`: cells may be empty), or its type with limits. */
export type ColumnSpec = Type | `${Type}?` | ({ readonly type: Type | `${Type}?` } & Limits);

/** Columns by name, as the first line of the file has them; the others are left out. */
export type TableSchema = { readonly [column: string]: ColumnSpec };

type TypeOf<Spec> = Spec extends { readonly type: infer Inner } ? Inner : Spec;
type TextOf<Spec> = Spec extends { readonly enum: readonly (infer Word)[] } ? Word : string;
type ValueOf<Name, Text> = Name extends `${infer Inner}?`
  ? ValueOf<Inner, Text> | null
  : Name extends "integer" | "number"
    ? number
    : Name extends "boolean"
      ? boolean
      : Text;

/** A row of a file read by a schema. */
export type RowOf<Schema extends TableSchema> = {
  -readonly [Column in keyof Schema]: ValueOf<TypeOf<Schema[Column]>, TextOf<Schema[Column]>>;
};

/** What `readTable` cannot always see by itself. */
export type ReadOptions = {
  /** Between cells; found by itself unless given */
  readonly delimiter?: "," | ";" | "\t";
  /** Decimal point or comma; found by itself unless given */
  readonly decimal?: DecimalMark;
  /** More words for a missing value, such as "-99"; they hold in every column */
  readonly missing?: readonly string[];
};

/** Kinds of the options, for their check. */
const readOptions: Kinds<ReadOptions> = { delimiter: [",", ";", "\t"], decimal: [".", ","], missing: "list" };

const types = ["string", "integer", "number", "boolean", "date"].flatMap((type) => [type, `${type}?`]);

/** Kinds of the limits of a column. */
const specKinds: Kinds<Exclude<ColumnSpec, string>> = {
  type: types,
  minimum: "number",
  maximum: "number",
  enum: "list",
  pattern: "text",
};

function requireSchema(schema: TableSchema): void {
  requireKind("readTable", "schema", schema, "object");
  for (const [column, spec] of Object.entries(schema)) {
    const what = `column ${quoted(column)} of the schema`;
    if (typeof spec === "string") requireKind("readTable", what, spec, types);
    else requireKind("readTable", `the type of ${what}`, optionsOf("readTable", spec, specKinds, what).type, types);
  }
}

/** Words for a missing number, flag or date. In a column of text they may be words (NA is Namibia): there only an empty cell is missing. */
const absent = new Set(["", ..."na n/a #n/a n.a. nan null none - \u2013 \u2014 ? . .. :".split(" ")]);

/**
 * Rows of a CSV file of your own. Comma, semicolon or tab, decimal point or comma, thousands apart, line ends, byte order
 * mark and encoding (UTF-8, UTF-16) are found by themselves; NA and its like are null. Without a schema a column is of
 * numbers, of flags (true, false) or of text, whichever all its cells are.
 *
 * @param source a path, or the text itself (which has line breaks), or a file's bytes
 * @param schema the columns you need, by name: `{ year: "integer", share: "number?" }`; with limits: `{ share: { type: "number", minimum: 0 } }`
 * @param options `delimiter`, `decimal`, `missing`, where the file leaves them in doubt
 * @throws RangeError for a file that is not there, is in another encoding, names a column twice or not at all, or holds a
 *   cell that is not of its column's type: names file, row, column, what it found and what it needs
 * @example
 * import { readTable } from "@emergence/data";
 * readTable("year;share\n2001;1.234,5\n2002;NA", { year: "integer", share: "number?" }); // => [{ year: 2001, share: 1234.5 }, { year: 2002, share: null }]
 */
export function readTable<const Schema extends TableSchema>(
  source: string | Uint8Array,
  schema: Schema,
  options?: ReadOptions,
): RowOf<Schema>[];
export function readTable(
  source: string | Uint8Array,
  schema?: undefined,
  options?: ReadOptions,
): Record<string, Value>[];
export function readTable(
  source: string | Uint8Array,
  schema?: TableSchema,
  options: ReadOptions = {},
): Record<string, Value>[] {
  optionsOf("readTable", options, readOptions);
  for (const word of options.missing ?? []) requireString("readTable", "missing", word);
  if (schema !== undefined) requireSchema(schema);
  const { text, fail } = sourceOf(source);
  if (text.trim() === "") fail(" is empty");
  const delimiter = options.delimiter ?? delimiterOf(text);
  const [first, ...lines] = linesOf(text, delimiter, fail, { skipBlank: true });
  const names = namesOf(first?.cells ?? [], lines, fail);
  for (const { cells, place } of lines) requireWidth(cells, names.length, place, delimiter, fail);

  const missing = new Set(options.missing ?? []);
  const isAbsent = (cell: string, type: Type) =>
    cell === "" || missing.has(cell) || (type !== "string" && absent.has(cell.toLowerCase()));
  const fields = schema ? fieldsOf(schema, names, fail) : inferred(names, lines, isAbsent);
  const columns = fields.map((field) => ({ field, index: names.indexOf(field.name) }));
  const numeric = columns
    .filter(({ field }) => field.type === "number" || field.type === "integer")
    .map(({ field, index }) => ({ name: field.name, index }));
  const decimal = options.decimal ?? decimalMark(cellsOf(lines, numeric), delimiter, fail);

  const plain = (written: string, { type }: Field) => {
    const cell = written.trim();
    if (isAbsent(cell, type)) return "";
    if (type === "number" || type === "integer") return plainNumber(cell, decimal) ?? cell;
    return type === "boolean" ? cell.toLowerCase() : cell;
  };
  const ifMissing = ({ type }: Field) => `; "${type}?" in the schema lets cells be empty`;
  return rowsOf(lines, columns, fail, { plain, ifMissing });
}

/** The delimiter by which most of the first lines have as many cells as the header; of equals, the one that makes more. */
function delimiterOf(text: string): string {
  const best = { delimiter: "\t", fit: 0, cells: 1 }; // one column: no line is parted
  for (const delimiter of [",", ";", "\t"]) {
    const { data } = parse<string[]>(text, { delimiter, newline: "\n", preview: 50, skipEmptyLines: true });
    const cells = data[0]?.length ?? 0;
    if (cells < 2) continue;
    const fit = data.filter((line) => line.length === cells).length / data.length;
    if (fit > best.fit || (fit === best.fit && cells > best.cells)) Object.assign(best, { delimiter, fit, cells });
  }
  return best.delimiter;
}

/** The names of the columns, without empty ones at the end that hold nothing. */
function namesOf(header: readonly string[], lines: readonly Line[], fail: Fail): string[] {
  const names = header.map((name) => name.trim());
  while (names.at(-1) === "" && lines.every(({ cells }) => (cells[names.length - 1] ?? "").trim() === "")) names.pop();
  const nameless = names.indexOf("");
  if (nameless >= 0) fail(`: column ${nameless + 1} has no name; the first line must name every column`);
  const second = names.findIndex((name, i) => names.indexOf(name) !== i);
  const twice = names[second];
  if (twice !== undefined) fail(`: columns ${names.indexOf(twice) + 1} and ${second + 1} are both named ${cut(twice)}`);
  if (names.every(isNumber)) fail(`: the first line must name the columns, found ${cut(names.join(", "))}`);
  return names;
}

function requireWidth(cells: readonly string[], width: number, place: string, delimiter: string, fail: Fail): void {
  const surplus = cells.slice(width).some((cell) => cell.trim() !== "");
  if (cells.length >= width && !surplus) return;
  const hint = surplus && delimiter === "," ? "; a decimal comma must stand within quotation marks" : "";
  fail(`, ${place}: found ${cells.length} cells, needs ${width}, one for each name of the first line${hint}`);
}

/** The columns that the schema asks for. */
function fieldsOf(schema: TableSchema, names: readonly string[], fail: Fail): Field[] {
  const lacking = Object.keys(schema).filter((name) => !names.includes(name));
  if (lacking.length > 0) fail(`: lacks column ${lacking.join(", ")}; found ${cut(names.join(", "))}`);
  return Object.entries(schema).map(([name, spec]) => {
    const { type: written, ...limits } = typeof spec === "string" ? { type: spec } : spec;
    const type = written.replace("?", "") as Type;
    return { name, type, description: "", constraints: { ...limits, required: type === written } };
  });
}

/** A number whose zeros in front are no digits of a code, such as a postal one. */
const isQuantity = (cell: string): boolean => isNumber(cell) && !/^[+-]?0\d/.test(cell);

/** What all cells of a column are. */
function inferred(
  names: readonly string[],
  lines: readonly Line[],
  isAbsent: (cell: string, type: Type) => boolean,
): Field[] {
  return names.map((name, index) => {
    const cells = lines.map((line) => (line.cells[index] ?? "").trim());
    const all = (type: Type, fits: (cell: string) => boolean) =>
      cells.every((cell) => isAbsent(cell, type) || fits(cell));
    const type: Type = all("number", isQuantity)
      ? "number"
      : all("boolean", (cell) => /^(true|false)$/i.test(cell))
        ? "boolean"
        : "string";
    return { name, type, description: "" };
  });
}
