import { inNameOf, optionsOf, requireList, shown } from "@emergence/lib/core";
import { requireText } from "./input";
import { table } from "./table";

/** The part of a table's description that `glance` shows; `tables` of `@emergence/data` holds one for each table. */
export interface Described {
  readonly name: string;
  readonly title: string;
  /** What a row is, and then what else to know */
  readonly description: string;
  /** What the table must not be used for */
  readonly limitations: string;
  readonly schema: { readonly fields: readonly { readonly name: string; readonly unit?: string }[] };
}

export interface GlanceOptions {
  /** Columns to leave out of the first rows: those whose name matches; default: none. */
  readonly without?: RegExp;
}

const rowsShown = 3;
/** A unit that the name states already is not stated twice; 1 is the unit of shares and counts. */
const heading = ({ name, unit = "1" }: { name: string; unit?: string }): string =>
  unit === "1" || unit === name ? name : `${name} (${unit})`;

/**
 * Displays what a table is, what it must not be used for, and its first three rows with units. Nothing of it is typed: all of it
 * comes from the table's description.
 *
 * @param described the description, `tables[name]` of `@emergence/data`
 * @param rows its rows, `load(name)`
 * @param options `without`: columns to leave out
 * @returns the rows, to go on with
 * @throws RangeError without a description or rows
 * @example
 * const ants = { name: "ants", title: "Ants on a trail", description: "A row is a colony.", limitations: "Growth in time." };
 * glance({ ...ants, schema: { fields: [{ name: "ants" }] } }, [{ ants: 600 }]); // => [{ ants: 600 }]
 */
export function glance<Row extends object>(
  described: Described,
  rows: readonly Row[],
  options: GlanceOptions = {},
): readonly Row[] {
  const { without } = optionsOf("glance", options, { without: "any" });
  if (without !== undefined && typeof without?.test !== "function") {
    throw new RangeError(`glance: without is ${shown(without)}, needs a pattern of column names, such as /^pixel/`);
  }
  if (!Array.isArray(described?.schema?.fields)) {
    throw new RangeError(`glance: got ${shown(described)}, needs a table's description, such as tables["adoption"]`);
  }
  requireList("glance", "rows", rows, 'the rows of the table, such as load("adoption")');
  for (const part of ["name", "title", "description", "limitations"] as const) {
    requireText("glance", `described.${part}`, described[part], "A row is a year.");
  }
  Array.from(described.schema.fields, (field, i) =>
    requireText("glance", `described.schema.fields[${i}].name`, field?.name, "year"),
  );
  const { name, title, description, limitations, schema } = described;
  const [aRow] = description.split(/(?<=\.) (?=[A-Z])/);
  table([{ table: name, "what it is": title, "a row": aRow, rows: rows.length, "not for": limitations }]);
  const columns = schema.fields.filter((field) => without?.test(field.name) !== true);
  inNameOf("glance", () =>
    table(rows.slice(0, rowsShown), {
      columns: Object.fromEntries(columns.map((field) => [field.name, heading(field)])),
    }),
  );
  return rows;
}
