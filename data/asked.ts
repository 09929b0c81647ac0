// What a person says of a file of their own: its columns, and what the file leaves in doubt; checked.
import { briefly, type Kinds, optionsOf, requireKind, requireString } from "@emergence/lib/core";
import { cut, quoted } from "./cell";
import type { Fail } from "./csv";
import type { DateOrder } from "./dates";
import type { Field } from "./descriptor";
import type { Layout, LayoutOptions } from "./dialect";
import type { DecimalMark } from "./numerals";

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
export type Wanted = { readonly name: string; readonly index: number; readonly type: Type; readonly field: Field } & {
  readonly order?: DateOrder;
};

const types: readonly string[] = ["string", "integer", "number", "boolean", "date", "Date"];

/** Kinds of the options, for their check. */
const readOptions: Kinds<ReadOptions> = {
  delimiter: "text",
  decimal: "any",
  percent: "any",
  header: "any",
  comment: "any",
  skip: "number",
  fill: "boolean",
  missing: "any",
  encoding: "text",
};

/** Kinds of the limits of a column. */
const specKinds: Kinds<Exclude<ColumnSpec, string>> = {
  type: "any",
  order: "any",
  minimum: "number",
  maximum: "number",
  enum: "list",
  pattern: "text",
};

/** Throws for a type or an option that does not exist: a misspelled one would be left out in silence. */
export function requireKnown(schema: TableSchema | undefined | null, options: ReadOptions): void {
  const refuse = (problem: string): never => {
    throw new RangeError(`readTable: ${problem}`);
  };
  if (schema != null && (typeof schema !== "object" || Array.isArray(schema)))
    refuse(`schema is ${Array.isArray(schema) ? "a list" : typeof schema}, needs columns by name: { year: "integer" }`);
  if (schema != null) requireKind("readTable", "schema", schema, "object");
  for (const [name, spec] of Object.entries(schema ?? {})) {
    const type: unknown = typeof spec === "string" ? spec : spec?.type;
    if (typeof type !== "string" || !types.includes(type.replace(/\?$/, "")))
      refuse(`schema: column ${name} has type ${briefly(type)}, needs one of ${types.join(", ")}, or one with ?`);
    const order: unknown = typeof spec === "string" ? undefined : spec?.order;
    if (order !== undefined && order !== "DMY" && order !== "MDY")
      refuse(`schema: column ${name} has order ${briefly(order)}, needs "DMY" or "MDY"`);
    if (typeof spec !== "string") optionsOf("readTable", spec, specKinds, `schema: column ${name}`);
  }
  optionsOf("readTable", options, readOptions);
  const { percent, missing } = options;
  if (percent !== undefined && percent !== "number" && percent !== "share")
    refuse(`percent ${briefly(percent)}, needs "number" or "share"`);
  if (missing !== undefined && !Array.isArray(missing))
    refuse(`missing is ${typeof missing}, needs a list of words: ["-99"]`);
  for (let i = 0; i < (missing?.length ?? 0); i++) requireString("readTable", `missing[${i}]`, missing?.[i]);
  const { decimal, header, comment } = options;
  if (decimal !== undefined && typeof decimal !== "string") requireKind("readTable", "decimal", decimal, "object");
  if (header !== undefined && typeof header !== "boolean") {
    requireKind("readTable", "header", header, "list");
    for (let i = 0; i < header.length; i++) requireString("readTable", `header[${i}]`, header[i]);
  }
  if (comment !== undefined && comment !== false) requireKind("readTable", "comment", comment, "text");
}

/** The decimal mark that the caller gives a column. */
export function marksGiven(
  decimal: ReadOptions["decimal"],
  names: readonly string[],
  fail: Fail,
): (name: string) => DecimalMark | undefined {
  const all = typeof decimal === "object" ? Object.entries(decimal) : [["", decimal] as const];
  for (const [name, mark] of all) {
    if (name && !names.includes(name)) fail(`: decimal names column ${quoted(name)}; found ${cut(names.join(", "))}`);
    if (mark !== undefined && mark !== "." && mark !== ",") fail(`: decimal ${briefly(mark)}, needs "." or ","`);
  }
  return (name) => {
    if (typeof decimal !== "object") return decimal;
    // A column may be called constructor, which every object has.
    return Object.hasOwn(decimal, name) ? decimal[name] : undefined;
  };
}

/** The columns that the schema asks for. */
export function wantedOf(schema: TableSchema, { names, repeated }: Layout, fail: Fail): Wanted[] {
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
