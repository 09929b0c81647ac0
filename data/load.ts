import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { folder, type Resource, resources } from "./descriptor";
import { parseTable } from "./parse";
import type { TableName, Tables } from "./schema";

/** What datapackage.json says of every table, by name: title, description, source, licence, columns, count of rows. */
export const tables: { readonly [Name in TableName]: Resource } = Object.fromEntries(
  resources().map((resource) => [resource.name, resource]),
) as Record<TableName, Resource>;

/** Rows as they were read, for as long as the file stays as it was: a loop over `load` parses a table once. */
const known = new Map<string, { readonly stamp: string; readonly rows: readonly object[] }>();

/**
 * The rows of a table, one object a row, each value of its column's type; an empty cell is null. The file is read and
 * held against its description when it is new or has changed; the rows are copies, so they are the caller's own.
 *
 * @param name a table's name, one of `Object.keys(tables)`
 * @throws RangeError when there is no such table, or when the file is not as datapackage.json describes it: names
 *   file, row, column, what it found and what it needs
 * @example
 * import { load } from "@emergence/data";
 * load("adoption").find((row) => row.technology === "Colour TV" && row.year === 2005)?.share; // => 96
 */
export function load<Name extends TableName>(name: Name): Tables[Name][] {
  const resource = resources().find((candidate) => candidate.name === name);
  if (!resource) throw new RangeError(`load: no table "${name}"; there are ${Object.keys(tables).join(", ")}`);
  const file = join(folder, resource.path);
  if (!existsSync(file)) throw new RangeError(`load: data/${resource.path} is missing: \`git checkout\` it`);
  const { mtimeMs, size } = statSync(file);
  const stamp = `${mtimeMs} ${size}`;
  let read = known.get(file);
  if (read?.stamp !== stamp) {
    read = { stamp, rows: parseTable(readFileSync(file), resource) };
    known.set(file, read);
  }
  // parseTable has held every row against the schema that the row types are generated from; a row's values are no objects.
  return read.rows.map((row) => ({ ...row })) as Tables[Name][];
}
