import { type Kinds, numberText, optionsOf, requireKind, requireString } from "@emergence/lib/core";
import { alignDecimals } from "./alignDecimals";
import { iso } from "./dates";
import { escapeHtml } from "./html";
import { display } from "./kernel";
import { type DataFrameLike, type FailedFitLike, type FitLike, sheetOf } from "./tableSource";

export interface TableOptions {
  /** Columns to show, in order: names, or names with headings. Default: all. */
  readonly columns?: readonly string[] | Readonly<Record<string, string>>;
  /** Significant digits of numbers that are not integers, 1 to 15; default: 4. */
  readonly digits?: number;
  /** Caption; default: none, or the formula of a fit. */
  readonly caption?: string;
  /** Largest number of rows shown, up to 2,000; default: 20. */
  readonly limit?: number;
}

/** Kinds of the options, for their check. */
const tableOptions: Kinds<TableOptions> = { columns: "any", digits: "number", caption: "text", limit: "number" };

/** Text of one cell. { mean, standardError } is shown with its error, { lower, upper } as an interval. */
function cellText(value: unknown, digits: number): string {
  if (value === null || value === undefined) return "–";
  if (typeof value === "number") return numberText(value, { digits });
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? "invalid date" : iso(value.getTime()).replace("T", " ");
  if (typeof value !== "object") return short(String(value));
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    const list = value as ArrayLike<unknown>;
    const first = Array.from({ length: Math.min(list.length, 50) }, (_, i) => cellText(list[i], digits)).join(", ");
    return list.length > 50 ? `${first}, … (${list.length.toLocaleString("en-US")} values)` : first;
  }
  const { mean, standardError, lower, upper } = value as Record<string, unknown>;
  if (typeof mean === "number" && typeof standardError === "number") {
    return `${numberText(mean, { digits })} ± ${numberText(standardError, { digits: 2 })}`;
  }
  if (typeof lower === "number" && typeof upper === "number") {
    return `${numberText(lower, { digits })} to ${numberText(upper, { digits })}`;
  }
  return short(JSON.stringify(value));
}

/** A long text within a cell, cut. */
const short = (text: string): string =>
  text.length <= 300 ? text : `${text.slice(0, 300)}… (${text.length.toLocaleString("en-US")} characters)`;

/** Rows that no table goes beyond, whatever its limit: a page of more stalls. */
const mostRows = 2000;

/** The line under a table that is cut, which says how to see more. */
function cutNote(shown: number, all: number): string[] {
  if (shown === all) return [];
  const more =
    shown >= mostRows
      ? "a table shows no more: slice or filter the rows"
      : `{ limit: ${Math.min(mostRows, all)} } shows ${all > mostRows ? "more" : "all"}`;
  return [
    `first ${shown === 1 ? "row" : shown.toLocaleString("en-US")} of ${all.toLocaleString("en-US")} rows; ${more}`,
  ];
}

/** A table as HTML and as plain text. */
export type TextBundle = { readonly "text/html": string; readonly "text/plain": string };

interface Column {
  readonly heading: string;
  readonly numeric: boolean;
  readonly cells: readonly string[];
}

/** Colors and lines are those of the page, so that the table is legible in light and dark mode. */
function html(
  columns: readonly Column[],
  count: number,
  caption: string | undefined,
  notes: readonly string[],
): string {
  const side = (numeric: boolean): string =>
    `text-align:${numeric ? "right;font-variant-numeric:tabular-nums;white-space:pre" : "left"}`;
  const heads = columns.map(
    ({ heading, numeric }) => `<th scope="col" style="${side(numeric)}">${escapeHtml(heading)}</th>`,
  );
  const aligned = columns.map(({ cells, numeric }) => (numeric ? alignDecimals(cells, "html") : cells));
  const rows = Array.from({ length: count }, (_, i) => {
    const cells = columns.map(
      ({ numeric }, j) => `<td style="${side(numeric)}">${escapeHtml(aligned[j]?.[i] ?? "")}</td>`,
    );
    return `<tr>${cells.join("")}</tr>`;
  });
  const over = caption ? `<caption style="text-align:left">${escapeHtml(caption)}</caption>` : "";
  const under = notes.map((note) => `<div>${escapeHtml(note)}</div>`).join("");
  return `<table>${over}<thead><tr>${heads.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>${under}`;
}

function text(
  columns: readonly Column[],
  count: number,
  caption: string | undefined,
  notes: readonly string[],
): string {
  const blocks = columns.map(({ heading, numeric, cells }) => {
    const lines = [heading, ...(numeric ? alignDecimals(cells, "text") : cells)];
    const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
    return lines.map((line) => (numeric ? line.padStart(width) : line.padEnd(width)));
  });
  const lines = Array.from({ length: count + 1 }, (_, i) =>
    blocks
      .map((block) => block[i])
      .join("  ")
      .trimEnd(),
  );
  return [...(caption ? [caption] : []), ...lines, ...notes].join("\n");
}

/** The table in both forms, for `table` to display. */
export function tableBundle(source: unknown, options: TableOptions = {}): TextBundle {
  const { digits = 4, limit = 20 } = optionsOf("table", options, tableOptions);
  if (!Number.isInteger(digits) || digits < 1 || digits > 15) {
    throw new RangeError(`table: digits is ${digits}, needs a whole number from 1 to 15`);
  }
  if (!(limit >= 1)) throw new RangeError(`table: limit is ${limit}, needs 1 or more`);
  const { columns: asked } = options;
  if (asked !== undefined && !Array.isArray(asked)) requireKind("table", "columns", asked, "object");
  const names: readonly unknown[] = Array.isArray(asked) ? Array.from(asked) : Object.values(asked ?? {});
  for (const name of names) requireString("table", "a name in columns", name);
  const sheet = sheetOf(source, (value) => numberText(value, { digits }));
  const chosen: readonly (readonly [string, string])[] = Array.isArray(options.columns)
    ? options.columns.map((name: string) => [name, name] as const)
    : Object.entries(options.columns ?? Object.fromEntries(sheet.columns.map((name) => [name, name])));
  for (const [name] of chosen) {
    if (!sheet.columns.includes(name)) {
      throw new RangeError(
        `table: no column "${name}", the table has ${sheet.columns.join(", ") || "none"}, needs one of these`,
      );
    }
  }
  const rows = sheet.rows.slice(0, Math.min(limit, mostRows));
  const columns = chosen.map(([name, heading]): Column => {
    const values = rows.map((row) => row[name]);
    const numeric = values.some((value) => typeof value === "number");
    const needed = (row: number): number => Math.max(digits, sheet.digits?.(row, name) ?? 1);
    return { heading, numeric, cells: values.map((value, row) => cellText(value, needed(row))) };
  });
  const cut = cutNote(rows.length, sheet.rows.length);
  const notes = [...cut, ...(sheet.rows.length === 0 && sheet.notes.length === 0 ? ["no rows"] : []), ...sheet.notes];
  const parts = [columns, rows.length, options.caption ?? sheet.caption, notes] as const;
  return { "text/html": html(...parts), "text/plain": text(...parts) };
}

/**
 * Displays rows, a danfojs DataFrame or a fit as a table; without a kernel its plain text is printed.
 *
 * Numbers have `digits` significant digits and are aligned at the decimal point. A long table is cut, and says so under it. A fit is shown as estimates, standard errors, 95 % intervals, goodness of fit and warnings; a failed fit as
 * its reason. Throws for an unknown column or an invalid option.
 *
 * @example
 * table([{ model: "12B", accuracy: 0.7098 }], { columns: { model: "model", accuracy: "accuracy (share)" } }); // => undefined
 */
export function table(
  source: readonly object[] | DataFrameLike | FitLike | FailedFitLike,
  options: TableOptions = {},
): void {
  display(tableBundle(source, options));
}
