import type { DataFrame } from "danfojs-node";
import { load, tables } from "./load";
import type { TableName } from "./schema";

const types = { string: "string", date: "string", boolean: "boolean", integer: "int32", number: "float32" } as const;

/**
 * A table as a danfojs DataFrame. The first call loads danfojs (about 2 s), so that only a cell that wants it waits.
 * Missing numbers are NaN (danfojs's `describe` throws on null): drop them with `dropNa` before you take means.
 * Missing text and flags are null. To select rows by text, give `query` flags (danfojs's types do not let `eq` take text):
 * `data.query(data.column("technology").values.map((name) => name === "Colour TV"))`. `tensor` and the scalers of danfojs need a TensorFlow backend, which is not installed.
 *
 * @param name a table's name, one of `Object.keys(tables)`
 * @throws RangeError as `load` does
 * @example
 * import { frame } from "@emergence/data/frame";
 * frame("adoption").shape; // => [1395, 4]
 */
export function frame(name: TableName): DataFrame {
  const rows: readonly Readonly<Record<string, unknown>>[] = load(name);
  const { fields } = tables[name].schema;
  const danfo: typeof import("danfojs-node") = require("danfojs-node");
  // danfojs would guess types from the first rows; the schema knows them.
  return new danfo.DataFrame(
    rows.map((row) => fields.map(({ name, type }) => row[name] ?? (types[type].endsWith("32") ? Number.NaN : null))),
    { columns: fields.map((field) => field.name), dtypes: fields.map((field) => types[field.type]) },
  );
}
