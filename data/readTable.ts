import { cellValue, cut, quoted, type Value } from "./cell";
import { type Fail, type Line, misfit } from "./csv";
import { type DateOrder, dateNeeds, dateOf, isoDate } from "./dates";
import type { Field } from "./descriptor";
import { bare, type Layout, type LayoutOptions, layoutOf } from "./dialect";
import { inferred, isAbsentAs } from "./inferred";
import { type DecimalMark, decimalMarks, isPercentColumn, plainNumber } from "./numerals";
import { sourceOf } from "./source";

type Type = Field["type"] | "Date";
type Limits = Omit<NonNullable<Field["constraints"]>, "required">;

/**
 * A column of a file of your own: its type (`"number?"`: cells may be empty), or its type with limits. `"date"` gives text,
 * YYYY-MM-DD; `"Date"` gives a `Date` (UTC unless the cell says otherwise). `order` is that of 31.12.2001 or 12/31/2001.
 */
export type ColumnSpec =
  | Type
  | `${Type}?`
  | ({ readonly type: Type | `${Type}?`; readonly order?: DateOrder } & Limits);

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
      : Name extends "Date"
        ? Date
        : Text;

/** A row of a file read by a schema. */
export type RowOf<Schema extends TableSchema> = {
  -readonly [Column in keyof Schema]: ValueOf<TypeOf<Schema[Column]>, TextOf<Schema[Column]>>;
};

/** Rows, and what was taken for granted when they were read, in words; none where nothing was. `remarks` is no entry: it is not printed, copied or compared. */
export type OwnRows<Row> = Row[] & { readonly remarks: readonly string[] };

/** What `readTable` cannot always see by itself. */
export type ReadOptions = LayoutOptions & {
  /** Decimal point or comma, for the file or by column; found by itself unless given */
  readonly decimal?: DecimalMark | { readonly [column: string]: DecimalMark };
  /** Whether 57 % is read as 57 (default) or as the share .57 */
  readonly percent?: "number" | "share";
  /** More words for a missing value, such as "-99"; they hold in every column */
  readonly missing?: readonly string[];
  /** "utf-8", "windows-1252", "utf-16le" or another of the web's encodings; found by itself unless given */
  readonly encoding?: string;
};

/** A column to read. */
type Wanted = { readonly name: string; readonly index: number; readonly type: Type; readonly field: Field } & {
  readonly order?: DateOrder;
};

/**
 * Rows of a CSV file of your own. Comma, semicolon, tab or |, decimal point or comma, thousands apart, percent signs, line ends,
 * byte order mark, encoding (UTF-8, UTF-16, windows-1252) and comment lines are found by themselves; NA and its like are null.
 * Without a schema a column is of numbers, of flags (true, false) or of text, whichever all its cells are; numbers with zeros in
 * front and integers beyond 2^53 stay text, since they are codes. What was taken for granted stands in `remarks` of the result.
 *
 * @param source a path, or the text itself (which has line breaks), or a file's bytes
 * @param schema the columns you need, by name: `{ year: "integer", share: "number?" }`; with limits: `{ share: { type: "number", minimum: 0 } }`
 * @param options `delimiter`, `decimal`, `percent`, `header`, `comment`, `skip`, `fill`, `missing`, `encoding`, where the file leaves them in doubt
 * @throws RangeError for a file that is not there or no CSV, lacks a column, or holds a line or a cell that is not as the rest or as the
 *   schema needs it: names file, row, line, column, what it found, what it needs, and the cure
 * @example
 * import { readTable } from "@emergence/data";
 * readTable("year;share\n2001;1.234,5\n2002;NA", { year: "integer", share: "number?" }); // => [{ year: 2001, share: 1234.5 }, { year: 2002, share: null }]
 */
export function readTable<const Schema extends TableSchema>(
  source: string | Uint8Array,
  schema: Schema,
  options?: ReadOptions,
): OwnRows<RowOf<Schema>>;
export function readTable(
  source: string | Uint8Array,
  schema?: undefined,
  options?: ReadOptions,
): OwnRows<Record<string, Value>>;
export function readTable(
  source: string | Uint8Array,
  schema?: TableSchema,
  options: ReadOptions = {},
): OwnRows<Record<string, Value | Date>> {
  const remarks: string[] = [];
  const remark = (text: string): void => void remarks.push(text);
  const { text, fail } = sourceOf(source, options.encoding, remark);
  const layout = layoutOf(text, options, fail, remark);
  const { names, lines } = layout;
  const missing = new Set(options.missing ?? []);
  const texts = names.map((_, index) => lines.map(({ cells }) => bare(cells[index] ?? "")));
  const columns = schema
    ? wantedOf(schema, layout, fail)
    : inferred(names, texts, lines, missing, remark).map(
        (field, index): Wanted => ({ name: field.name, index, type: field.type, field }),
      );
  const present = columns.map(({ index, type }) =>
    (texts[index] as string[]).map((cell) => (isAbsentAs(cell, type, missing) ? "" : cell)),
  );
  const numeric = columns
    .map(({ name, type }, i) => ({ name, type, cells: present[i] as string[] }))
    .filter(({ type }) => type === "number" || type === "integer");
  const given = marksGiven(options.decimal, names, fail);
  const undecided = numeric.filter(({ name }) => !given(name));
  const marks = decimalMarks(undecided, lines, layout.delimiter, fail, remark);
  const percents = new Set(numeric.filter((column) => isPercentColumn(column, lines, fail)).map(({ name }) => name));
  for (const name of percents) {
    const share = options.percent === "share";
    remark(
      `column ${name}: percent signs are taken off, so that 50 % is ${share ? "0.5" : '50; { percent: "share" } makes it 0.5'}`,
    );
  }

  const rows = lines.map((): Record<string, Value | Date> => ({}));
  for (const [i, column] of columns.entries()) {
    const mark = given(column.name) ?? marks.get(column.name) ?? ".";
    const shift = percents.has(column.name) && options.percent === "share" ? -2 : 0;
    const read = reader(column, mark, shift);
    for (const [at, cell] of (present[i] as string[]).entries()) {
      const { value, needs } = read(cell);
      if (needs) {
        const cure = cell === "" ? `; "${column.type}?" in the schema lets cells be empty` : "";
        fail(misfit(lines[at] as Line, column.name, lines[at]?.cells[column.index] ?? "", needs + cure));
      }
      (rows[at] as Record<string, Value | Date>)[column.name] = value;
    }
  }
  return Object.defineProperty(rows, "remarks", { value: Object.freeze(remarks) }) as OwnRows<
    Record<string, Value | Date>
  >;
}

/** The decimal mark that the caller gives a column. */
function marksGiven(
  decimal: ReadOptions["decimal"],
  names: readonly string[],
  fail: Fail,
): (name: string) => DecimalMark | undefined {
  const all = typeof decimal === "object" ? Object.entries(decimal) : [["", decimal] as const];
  for (const [name, mark] of all) {
    if (name && !names.includes(name)) fail(`: decimal names column ${quoted(name)}; found ${cut(names.join(", "))}`);
    if (mark !== undefined && mark !== "." && mark !== ",") fail(`: decimal ${quoted(String(mark))}, needs "." or ","`);
  }
  return (name) => (typeof decimal === "object" ? decimal[name] : decimal);
}

/** The columns that the schema asks for. */
function wantedOf(schema: TableSchema, { names, repeated }: Layout, fail: Fail): Wanted[] {
  for (const [name, places] of repeated) {
    if (Object.hasOwn(schema, name))
      fail(`: columns ${places.join(" and ")} are both named ${cut(name)}; rename one, or read without a schema`);
  }
  const lacking = Object.keys(schema).filter((name) => !names.includes(name));
  if (lacking.length > 0) fail(`: lacks column ${lacking.join(", ")}; found ${cut(names.join(", "))}`);
  return Object.entries(schema).map(([name, spec]) => {
    const { type: written, order, ...limits } = typeof spec === "string" ? { type: spec, order: undefined } : spec;
    const type = written.replace("?", "") as Type;
    const constraints = { ...limits, required: type === written };
    const field: Field = { name, type: type === "Date" ? "date" : type, description: "", constraints };
    return { name, index: names.indexOf(name), type, field, ...(order ? { order } : {}) };
  });
}

const flags = new Map(
  Object.entries({ yes: "true", no: "false", y: "true", n: "false", t: "true", f: "false", 1: "true", 0: "false" }),
);

/** What makes a value of a column's cell. */
function reader(
  { type, field, order }: Wanted,
  mark: DecimalMark,
  shift: number,
): (cell: string) => { value: Value | Date; needs?: string } {
  switch (type) {
    case "number":
    case "integer":
      return numberReader(field, mark, shift);
    case "boolean":
      return (cell) => cellValue(flags.get(cell.toLowerCase()) ?? cell.toLowerCase(), field);
    case "date":
      return (cell) => {
        const plain = cell && isoDate(cell, order);
        return plain === undefined ? { value: null, needs: dateNeeds(cell) } : cellValue(plain, field);
      };
    case "Date":
      return (cell) => {
        if (cell === "") return cellValue(cell, field);
        const value = dateOf(cell, order);
        return value ? { value } : { value: null, needs: `${dateNeeds(cell)}, with or without a time` };
      };
    default:
      return (cell) => cellValue(cell, field);
  }
}

/** What makes a number of a cell; limits are looked at only where there are some, since files are long. */
function numberReader(
  field: Field,
  mark: DecimalMark,
  shift: number,
): (cell: string) => { value: Value; needs?: string } {
  const { minimum, maximum } = field.constraints ?? {};
  const free = field.type === "number" && minimum === undefined && maximum === undefined;
  return (cell) => {
    const plain = cell === "" ? "" : plainNumber(cell, mark);
    if (plain === undefined) return { value: null, needs: `a number${markedOtherwise(cell, mark)}` };
    const digits = shift && plain ? shifted(plain, shift) : plain;
    const value = Number(digits);
    if (free && plain !== "" && Number.isFinite(value)) return { value };
    const read = cellValue(digits, field);
    return read.needs === "an integer" && /^-?\d+$/.test(plain)
      ? { ...read, needs: `an integer up to 2^53; as "string" it keeps all digits` }
      : read;
  };
}

/** "57" and -2 make "57e-2", which is .57 to the last digit, as 57 / 100 need not be. */
const shifted = (plain: string, by: number): string => {
  const [digits = "", exponent = "0"] = plain.split(/e/i);
  return `${digits}e${Number(exponent) + by}`;
};

const markedOtherwise = (cell: string, mark: DecimalMark): string =>
  plainNumber(cell, mark === "." ? "," : ".") === undefined
    ? ""
    : ` with ${mark === "." ? "a decimal point" : "a decimal comma"}, as the rest of the column`;
