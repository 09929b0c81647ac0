// Row types, so that a cell completes the names of tables and columns.

/**
 * @typedef {import("./table.mjs").Resource} Resource
 * @typedef {import("./table.mjs").Field} Field
 */

const banner = `// Generated from tables/*/table.json by \`npm run data:lock\`: do not edit.
// biome-ignore-all format: generated
`;

const pascal = (/** @type {string} */ name) => name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
/** Text that cannot end the comment it stands in. */
const comment = (/** @type {unknown} */ text) => String(text).replaceAll("*/", "* /");

function valueType(/** @type {Field} */ { type, constraints = {} }) {
  const plain =
    type === "integer" || type === "number"
      ? "number"
      : type === "boolean"
        ? "boolean"
        : (constraints.enum?.map((value) => JSON.stringify(value)).join(" | ") ?? "string");
  return constraints.required ? plain : `${plain} | null`;
}

function rowType(/** @type {Resource} */ { name, title, schema }) {
  const columns = schema.fields.map((field) => {
    const unit = field.unit && field.unit !== "1" ? ` (${field.unit})` : "";
    return `  /** ${comment(field.description)}${unit} */\n  readonly ${field.name}: ${valueType(field)};`;
  });
  return `/** A row of \`${name}\`: ${comment(title)} */\nexport type ${pascal(name)} = {\n${columns.join("\n")}\n};`;
}

/** data/schema.ts: a row type per table, and the map from names to them. */
export function typesSource(/** @type {Resource[]} */ resources) {
  const entries = resources.map(({ name, title }) => `  /** ${comment(title)} */\n  "${name}": ${pascal(name)};`);
  return `${banner}
${resources.map(rowType).join("\n\n")}

/** Every table by name, with the type of its rows. */
export type Tables = {
${entries.join("\n")}
};

export type TableName = keyof Tables;
`;
}
