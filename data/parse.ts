import { createHash } from "node:crypto";
import { cut, type Value } from "./cell";
import { type Fail, linesOf, requireUnique, rowsOf, utf8 } from "./csv";
import type { Resource } from "./descriptor";

/** The part of a table's description that its rows are held against. */
export type Description = Pick<Resource, "path" | "rows" | "bytes" | "hash" | "schema">;

const remedy = "If the change is meant, run `npm run data:lock`; if not, `git checkout` the file.";

/** What tells a changed file from the one that was meant. */
export const checksum = (bytes: Uint8Array): string => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;

/**
 * Reads a CSV file's bytes as the table that its description says it is. Throws at the first thing that is not as
 * described, naming file, row, column, what it found and what it needs: encoding, columns, types, limits, unique keys,
 * count of rows, and last the file's size and SHA-256, by which a digit changed within its limits is found too.
 */
export function parseTable(bytes: Uint8Array, description: Description): Record<string, Value>[] {
  const { path, rows, bytes: size, hash } = description;
  const fail = failing("load", path);
  const table = parseRows(bytes, description);
  if (table.length !== rows) fail(`: found ${table.length} rows, needs ${rows}. ${remedy}`);
  const found = checksum(bytes);
  if (bytes.length !== size || found !== hash) {
    fail(
      `: every cell is possible, but the file is not the one described: found ${bytes.length} bytes and ${found}, needs ${size} bytes and ${hash}. ${remedy}`,
    );
  }
  return table;
}

/** The rows alone, held against the schema: what is left to say of a file before its count and its sum are known. */
export function parseRows(
  bytes: Uint8Array,
  { path, schema }: Pick<Description, "path" | "schema">,
  caller = "load",
): Record<string, Value>[] {
  const fail = failing(caller, path);
  if (bytes.length === 0) fail(" is empty");
  const lines = linesOf(decode(bytes, fail), ",", fail);
  const header = lines.shift()?.cells ?? [];
  const wanted = schema.fields.map((field) => field.name);
  if (header.join() !== wanted.join()) fail(differentHeader(header, wanted));
  if (lines.pop()?.cells.join() !== "") fail(`: line ${lines.length + 2} does not end; the file may be cut`);
  for (const { cells, place } of lines)
    if (cells.length !== wanted.length) fail(`, ${place}: found ${cells.length} cells, needs ${wanted.length}`);

  const columns = schema.fields.map((field, index) => ({ field, index }));
  const rows = rowsOf(lines, columns, fail);
  requireUnique(rows, lines, schema.primaryKey, fail);
  return rows;
}

const failing =
  (caller: string, path: string): Fail =>
  (problem) => {
    throw new RangeError(`${caller}: data/${path}${problem}`);
  };

function decode(bytes: Uint8Array, fail: Fail): string {
  const text = utf8(bytes);
  if (text === undefined) return fail(" is not UTF-8: save it as plain CSV in UTF-8");
  if (text.startsWith("\uFEFF")) fail(" begins with a byte order mark: save it as UTF-8 without one");
  if (text.includes("\r"))
    fail(" has Windows line ends, needs \\n alone: see .gitattributes, and core.autocrlf of git");
  return text;
}

/** Which column is missing or not known; where all are there, their order. */
function differentHeader(header: readonly string[], wanted: readonly string[]): string {
  const missing = wanted.filter((name) => !header.includes(name));
  const unknown = header.filter((name) => !wanted.includes(name)).join(", ");
  if (missing.length === 0 && unknown === "")
    return `: found columns in another order or twice, needs ${wanted.join(", ")}`;
  const lacks = missing.length > 0 ? `: lacks column ${missing.join(", ")}` : "";
  return `${lacks}${unknown ? `: found column ${cut(unknown)}, which is not in the schema` : ""}`;
}
