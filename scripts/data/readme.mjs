// The parts of data/README.md and data/LICENSES.md that follow from the tables' folders: between two marks in each file.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseRows } from "../../data/dist/parse.js";
import { numberText } from "../../lib/dist/core/index.js";
import { dataFolder } from "./table.mjs";

/** @typedef {import("./table.mjs").Resource} Resource */

const [start, end] = ["<!-- generated: npm run data:lock -->", "<!-- end of generated -->"];

/** The file with what stands between the marks replaced. */
function filled(/** @type {string} */ file, /** @type {string} */ content) {
  const text = readFileSync(join(dataFolder, file), "utf8");
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`data/${file}: needs the lines ${start} and ${end}`);
  return `${text.slice(0, from)}${start}\n\n${content}\n\n${text.slice(to)}`;
}

const cell = (/** @type {string} */ text) => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** Ranges of up to four columns of numbers that are no part of the key. */
function ranges(/** @type {Resource} */ resource, /** @type {Buffer} */ csv) {
  const rows = parseRows(csv, resource);
  const columns = resource.schema.fields.filter(
    ({ name, type }) => /integer|number/.test(type) && !resource.schema.primaryKey.includes(name),
  );
  return columns.slice(0, 4).map(({ name }) => {
    const values = rows.flatMap((row) => (typeof row[name] === "number" ? [row[name]] : []));
    const [least, most] = values.reduce(
      ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
      [Infinity, -Infinity],
    );
    return `${name} ${numberText(least)} to ${numberText(most)}`;
  });
}

const sourceOf = (/** @type {Resource} */ { sources }) =>
  sources.map(({ title, path, version }) => `[${cell(title)}](${path})${version ? `, ${version}` : ""}`).join("; ");

/** A row per table, for data/README.md. */
export function readmeSource(/** @type {Resource[]} */ resources, /** @type {(name: string) => Buffer} */ csvOf) {
  const rows = resources.map((resource) => {
    const { name, title, rows, schema, sanityCheck, limitations, licenses } = resource;
    const cells = [
      `**${name}**<br>${cell(title)}`,
      [`${rows} rows, ${schema.fields.length} columns`, ...ranges(resource, csvOf(name))].join("<br>"),
      cell(sanityCheck),
      cell(limitations),
      `${sourceOf(resource)}. ${licenses.map((license) => license.name).join(", ")}`,
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const head =
    "| Table | Size and ranges | Sanity check | Not for | Source, license |\n| --- | --- | --- | --- | --- |";
  return filled("README.md", `${resources.length} tables.\n\n${head}\n${rows.join("\n")}`);
}

/** Tables and sources by license, for data/LICENSES.md. */
export function licensesSource(/** @type {Resource[]} */ resources) {
  const names = [...new Set(resources.flatMap(({ licenses }) => licenses.map(({ name }) => name)))].sort();
  const sections = names.map((name) => {
    const under = resources.filter(({ licenses }) => licenses.some((license) => license.name === name));
    const { title, path } = under[0]?.licenses[0] ?? { title: name };
    const rows = under.map((resource) => `- \`${resource.path}\`: ${sourceOf(resource)}`);
    return `### ${name}\n\n${path ? `[${title}](${path})` : title}\n\n${rows.join("\n")}`;
  });
  return filled("LICENSES.md", sections.join("\n\n"));
}
