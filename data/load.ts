import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { shown } from "@emergence/lib/core";
import { quoted } from "./cell";
import { folder, type Resource, resources } from "./descriptor";
import { parseTable } from "./parse";
import type { TableName, Tables } from "./schema";

/** The description of every table, by name: title, source, license, columns with units, count of rows, limitations. Frozen. */
export const tables: { readonly [Name in TableName]: Resource } = Object.freeze(
  Object.fromEntries(resources.map((resource) => [resource.name, resource])),
) as { readonly [Name in TableName]: Resource };

/** Tables that were loaded, so that a loop over `load` reads a file once. */
const loaded = new Map<string, readonly object[]>();

/**
 * The rows of a table, one object per row, each value of its column's type; an empty cell is null. The file is read and
 * checked against its description once per process. Rows are shared and frozen: copy what you want to change, or sort
 * (`[...rows].sort(...)`, `{ ...row, share: 1 }`).
 *
 * @param name a table's name, one of `Object.keys(tables)`
 * @throws RangeError for an unknown name, and for a file that is not as its description says: names file, row, column,
 *   what it found and what it needs
 * @example
 * import { load } from "@emergence/data";
 * load("adoption").find((row) => row.technology === "Colour TV" && row.year === 2005)?.share; // => 96
 */
export function load<Name extends TableName>(name: Name): readonly Tables[Name][] {
  const resource: Resource | undefined =
    typeof name === "string" && Object.hasOwn(tables, name) ? tables[name] : undefined;
  if (!resource)
    throw new RangeError(
      `load: no table ${typeof name === "string" ? quoted(name) : shown(name)}; there are ${Object.keys(tables).join(", ")}`,
    );
  let rows = loaded.get(name);
  if (!rows) {
    const file = join(folder, resource.path);
    if (!existsSync(file)) throw new RangeError(`load: data/${resource.path} is missing: \`git checkout\` it`);
    rows = Object.freeze(parseTable(readFileSync(file), resource).map((row) => Object.freeze(row)));
    loaded.set(name, rows);
  }
  // parseTable has held every row against the schema that the row types are generated from.
  return rows as readonly Tables[Name][];
}
