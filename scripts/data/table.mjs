// A table's folder, data/tables/NAME: table.json says by hand what the table is, NAME.csv holds its rows.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checksum, parseRows } from "../../data/dist/parse.js";

/**
 * @typedef {import("../../data/dist/descriptor.js").Resource} Resource
 * @typedef {import("../../data/dist/descriptor.js").Field} Field
 * @typedef {import("../../data/import/files.mjs").Row} Row
 *
 * @typedef {object} Column a column as table.json has it: a cell must hold a value unless it is optional
 * @property {string} name
 * @property {Field["type"]} type
 * @property {string} description
 * @property {string} [unit] needed for numbers; "1" for a ratio
 * @property {boolean} [optional]
 * @property {number} [minimum]
 * @property {number} [maximum]
 * @property {string[]} [enum]
 * @property {string} [pattern]
 *
 * @typedef {{ what: string, before: string, after: string, why: string }} Correction
 *
 * @typedef {object} Table what table.json says
 * @property {string} title one line
 * @property {string} description what a row is, and what a reader has to know before using it
 * @property {string} derivation how the rows came out of the publisher's file, rules of choice and of rounding included
 * @property {Correction[]} [corrections] what was wrong upstream and what stands here instead
 * @property {string} sanityCheck figures by which a good load is recognized
 * @property {string} limitations what the table must not be used for
 * @property {string} license a name of data/licenses.json
 * @property {{ title: string, path: string, version?: string }[]} sources
 * @property {Column[]} fields
 * @property {string[]} primaryKey columns that together identify a row
 */

export const dataFolder = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), "data");
const tablesFolder = join(dataFolder, "tables");

export const readJson = (/** @type {string} */ file) => {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`${file}: ${/** @type {Error} */ (error).message}`);
  }
};

/** Names of all tables: the folders of data/tables. */
export const tableNames = () =>
  readdirSync(tablesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

export const csvFile = (/** @type {string} */ name) => join(tablesFolder, name, `${name}.csv`);
export const importerFile = (/** @type {string} */ name) => join(tablesFolder, name, "import.mjs");

const texts = /** @type {const} */ (["title", "description", "derivation", "sanityCheck", "limitations", "license"]);
const known = [...texts, "corrections", "sources", "fields", "primaryKey"];
const limits = /** @type {const} */ (["minimum", "maximum", "enum", "pattern"]);
const types = ["string", "integer", "number", "boolean", "date"];

/** What table.json says of a table, checked: everything else is generated from it. */
export function readTable(/** @type {string} */ name) {
  const fail = (/** @type {string} */ problem) => {
    throw new Error(`data/tables/${name}/table.json: ${problem}`);
  };
  const file = join(tablesFolder, name, "table.json");
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) fail("the folder's name needs small letters, digits and hyphens");
  if (!existsSync(file)) fail("is missing: copy that of another table");
  /** @type {Table} */
  const table = readJson(file);
  const missing = [...texts, "sources", "fields", "primaryKey"].filter(
    (key) => !table[/** @type {keyof Table} */ (key)]?.length,
  );
  if (missing.length > 0) fail(`lacks ${missing.join(", ")}`);
  const odd = Object.keys(table).filter((key) => !known.includes(key));
  if (odd.length > 0) fail(`holds ${odd.join(", ")}; the keys are ${known.join(", ")}`);
  for (const { name: column, type, description, unit } of table.fields) {
    if (!/^[A-Za-z]\w*$/.test(column ?? "")) fail(`a column is named ${JSON.stringify(column)}; needs an identifier`);
    if (!types.includes(type)) fail(`column ${column} has the type ${type}; the types are ${types.join(", ")}`);
    if (!description) fail(`column ${column} lacks a description`);
    if ((type === "integer" || type === "number") && !unit) fail(`column ${column} lacks a unit ("1" for a ratio)`);
  }
  const columns = table.fields.map((field) => field.name);
  const twice = columns.find((column, i) => columns.indexOf(column) !== i);
  if (twice !== undefined) fail(`column ${twice} stands twice`);
  const unknown = table.primaryKey.filter((key) => !columns.includes(key));
  if (unknown.length > 0) fail(`the primaryKey names ${unknown.join(", ")}, which is no column`);
  return table;
}

/** @returns {Field} a column as Frictionless describes it */
function field(/** @type {Column} */ { name, type, description, unit, optional = false, ...rest }) {
  const constraints = {
    ...(optional ? {} : { required: true }),
    ...Object.fromEntries(limits.flatMap((limit) => (rest[limit] === undefined ? [] : [[limit, rest[limit]]]))),
  };
  return {
    name,
    type,
    description,
    ...(unit ? { unit } : {}),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}

/** @typedef {Record<string, { title: string, path?: string }>} Licenses */

/** A table's entry of datapackage.json: what table.json says, and the size and checksum of its rows. */
export function resourceOf(
  /** @type {string} */ name,
  /** @type {Buffer} */ csv,
  /** @type {Licenses} */ licenses,
  /** @type {string} */ caller,
) {
  const table = readTable(name);
  const license = licenses[table.license];
  if (!license)
    throw new Error(
      `data/tables/${name}/table.json: no license "${table.license}" in data/licenses.json; there are ${Object.keys(licenses).join(", ")}`,
    );
  const corrections = (table.corrections ?? []).map(
    ({ what, before, after, why }) => ` Corrected: ${what}: ${before} upstream, ${after} here (${why}).`,
  );
  const path = `tables/${name}/${name}.csv`;
  const schema = { fields: table.fields.map(field), missingValues: [""], primaryKey: table.primaryKey };
  const rows = parseRows(csv, { path, schema }, caller).length;
  return {
    name,
    path,
    profile: "tabular-data-resource",
    title: table.title,
    description: table.description + corrections.join(""),
    derivation: table.derivation,
    sanityCheck: table.sanityCheck,
    limitations: table.limitations,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    rows,
    bytes: csv.length,
    hash: checksum(csv),
    sources: table.sources,
    licenses: [{ name: table.license, ...license }],
    schema,
  };
}

/** A value as it stands in a cell: missing is empty, a number has JavaScript's shortest digits. */
function cell(/** @type {Row[string]} */ value, /** @type {string} */ where) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`${where}: ${value} is not finite`);
  const written = String(value);
  if (/[\r\n]/.test(written)) throw new RangeError(`${where}: a line break within a cell`);
  return /[",]/.test(written) ? `"${written.replaceAll('"', '""')}"` : written;
}

/** The file of a table: the columns of its table.json, the rows that its importer gives. */
export function csvOf(/** @type {string} */ name, /** @type {Row[]} */ rows) {
  const columns = readTable(name).fields.map((field) => field.name);
  const lines = rows.map((row) => {
    for (const key of Object.keys(row)) if (!columns.includes(key)) throw new RangeError(`${name}: no column ${key}`);
    return columns.map((column) => cell(row[column], `${name}, column ${column}`)).join(",");
  });
  return Buffer.from(`${[columns.join(","), ...lines].join("\n")}\n`);
}
