// FIDELITY.md: every reference value that a notebook recomputes, read out of the notebooks' saved outputs.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { numberText } from "../../lib/dist/core/index.js";
import { classNames, inWords } from "../../plot/dist/reproduce.js";
import { root } from "../setup/places.mjs";
import { writeWhole } from "../whole.mjs";
import { label, notebooksIn } from "./select.mjs";

/** @typedef {import("../../plot/dist/reproduce.js").Reproduction} Row */

const type = "application/vnd.emergence.reproduce+json";
export const fidelityPath = join(root, "FIDELITY.md");

const cell = (/** @type {string} */ text) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const line = (/** @type {string[]} */ cells) => `| ${cells.map(cell).join(" | ")} |`;

/** @returns {Row[]} */
function rowsOf(/** @type {string} */ path) {
  const { cells } = JSON.parse(readFileSync(path, "utf8"));
  const outputs = cells.flatMap(
    (/** @type {{ outputs?: { data?: Record<string, unknown> }[] }} */ one) => one.outputs ?? [],
  );
  return outputs.flatMap((/** @type {{ data?: Record<string, unknown> }} */ { data }) => data?.[type] ?? []);
}

function comparison(/** @type {Row} */ row) {
  const { published, here, difference, sigma, source } = inWords(row);
  const allowed = row.allowed === null ? "none" : numberText(row.allowed, { digits: 3, style: "plain" });
  const verdict = row.verdict + (row.note && `: ${row.note}`);
  return line([`\`${row.id}\``, row.claim, published, here, difference, sigma, allowed, verdict, source]);
}

const meanings = {
  printed: "stated in the source named",
  secondary: "stated in a source that we have not had in hand",
  exact: "a definition, a theorem or a closed form",
  derived: "computed once, published by nobody: to recompute it is a regression test of this project",
};

/** How many values of each class come out again. */
function counts(/** @type {Row[]} */ rows) {
  const lines = Object.entries(meanings).map(([name, meaning]) => {
    const own = rows.filter((row) => row.class === name);
    const count = (/** @type {Row["verdict"]} */ verdict) => own.filter((row) => row.verdict === verdict).length;
    const numbers = [own.length, count("reproduced"), count("copied"), count("differs")].map(String);
    return line([`**${classNames[/** @type {keyof typeof classNames} */ (name)]}**: ${meaning}`, ...numbers]);
  });
  const head = ["class", "values", "reproduced", "copied", "differ"];
  return [line(head), "| --- | ---: | ---: | ---: | ---: |", ...lines].join("\n");
}

/** The whole page, from the notebooks as they are saved. */
export function fidelity() {
  const parts = notebooksIn("notebooks").map((path) => ({ file: label(path), rows: rowsOf(path) }));
  const tables = parts
    .filter(({ rows }) => rows.length > 0)
    .map(({ file, rows }) =>
      [
        `## [${file.replace(/^notebooks\/|\.ipynb$/g, "")}](${file})`,
        "",
        "| value | what it is | published | here | difference | sigma | allowed | verdict | source |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
        ...rows.map(comparison),
      ].join("\n"),
    );
  const head = `# Fidelity

Reference values that the notebooks recompute. Written by \`npm run notebooks\` from the notebooks' saved outputs; the reason
for each tolerance stands in the register, [data/reference](data/reference).

${counts(parts.flatMap(({ rows }) => rows))}

Copied: ours is read from the same print or file as the value, so that it can differ by a slip of reading only. Sigma: the
difference in standard errors of our value, where it has one.`;
  return `${[head, ...tables].join("\n\n")}\n`;
}

/** Writes the page where it has changed. */
export function writeFidelity() {
  writeWhole(fidelityPath, fidelity());
}
