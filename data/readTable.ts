import {
  marksGiven,
  type ReadOptions,
  type RowOf,
  requireKnown,
  type TableSchema,
  type Wanted,
  wantedOf,
} from "./asked";
import type { Value } from "./cell";
import { type Line, misfit } from "./csv";
import { bare, layoutOf } from "./dialect";
import { inferred, isAbsentAs } from "./inferred";
import { currencyOf, decimalMarks, isPercentColumn } from "./numerals";
import { reader } from "./reader";
import { sourceOf } from "./source";

/** Rows, and what was taken for granted when they were read, in words; none where nothing was. `remarks` is no entry: it is not printed, copied or compared. */
export type OwnRows<Row> = Row[] & { readonly remarks: readonly string[] };

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
  requireKnown(schema, options);
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
  const unheld = columns.find(({ name }) => name === "__proto__");
  if (unheld !== undefined)
    fail(
      `: column ${unheld.index + 1} is named __proto__, under which a row holds no value, needs another name: rename it in the file, or leave it out by a schema of the columns you need`,
    );
  const present = columns.map(({ index, type }) =>
    (texts[index] as string[]).map((cell) => (isAbsentAs(cell, type, missing) ? "" : cell)),
  );
  const numeric = columns
    .map(({ name, type }, i) => ({ name, type, cells: present[i] as string[], whole: type === "integer" }))
    .filter(({ type }) => type === "number" || type === "integer");
  const given = marksGiven(options.decimal, names, fail);
  const undecided = numeric.filter(({ name }) => !given(name));
  const marks = decimalMarks(undecided, lines, layout.delimiter, fail, remark);
  for (const column of numeric) {
    const sign = currencyOf(column, lines, fail);
    if (sign) remark(`column ${column.name}: the sign ${sign} is taken off`);
  }
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
