// GLUE by size of model: BERT, ELECTRA, ALBERT.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { numeric } from "../../import/files.mjs";

const readmes = { bert: "bert-small-models-glue", electra: "electra-glue", albert: "albert-glue" };
export const sources = Object.values(readmes);

/** Parameters: small BERT models from Turc et al. 2019; ELECTRA from its README; ALBERT xxlarge and the others from their papers. */
const parameters = /** @type {Record<string, number>} */ ({
  "BERT-Tiny": 4.4e6,
  "BERT-Mini": 11.3e6,
  "BERT-Small": 29.1e6,
  "BERT-Medium": 41.7e6,
  "ELECTRA-Small": 14e6,
  "ELECTRA-Base": 110e6,
  "ELECTRA-Large": 335e6,
});
const taskNames = /** @type {Record<string, string>} */ ({
  SST: "SST-2",
  STS: "STS-B",
  "MNLI-m": "MNLI",
  "QNLI(v2)": "QNLI",
});
const kept = new Set([
  "CoLA",
  "SST-2",
  "MRPC",
  "STS-B",
  "QQP",
  "MNLI",
  "MNLI-mm",
  "QNLI",
  "RTE",
  "SQuAD 1.1",
  "SQuAD 2.0",
]);
const correlations = /** @type {Record<string, string>} */ ({
  CoLA: "Matthews correlation",
  "STS-B": "Spearman correlation",
});

/** The cells of a Markdown table whose header holds `columns`; a separator line and a line of metrics are passed over. */
function markdownTable(/** @type {string} */ file, /** @type {string[]} */ columns) {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.replaceAll("*", "").trim()),
    );
  const start = lines.findIndex((line) => columns.every((column) => line.includes(column)));
  const header = lines[start] ?? [];
  const end = lines.findIndex((line, i) => i > start && line.length === 0);
  const body = lines.slice(start + 2, end).filter((line) => line[0] !== "Metrics");
  return body.map((line) => Object.fromEntries(header.map((name, i) => [name || "Model", line[i] ?? ""])));
}

/** Rows of one README: of two values in a cell (MRPC: F1 / accuracy; STS-B: Pearson / Spearman; QQP: F1 / accuracy) the second. */
function scores(
  /** @type {Record<string, string>[]} */ lines,
  /** @type {string} */ family,
  /** @type {string} */ split,
) {
  return lines.flatMap((line) =>
    Object.entries(line).flatMap(([column, cell]) => {
      const task = taskNames[column] ?? column;
      const value = cell.split("/").at(-1) ?? "";
      if (!kept.has(task) || !/^[\d.]+$/.test(value)) return [];
      const model = line.Model ?? line.Models ?? "";
      const unstated = family === "ALBERT" && task === "STS-B" ? "correlation, kind unstated" : undefined;
      const metric = unstated ?? correlations[task] ?? (task.startsWith("SQuAD") ? "exact match" : "accuracy");
      return [{ model, family, parameters: parameters[model] ?? null, split, task, metric, score: numeric(value) }];
    }),
  );
}

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows(/** @type {string} */ raw) {
  const bert = markdownTable(join(raw, readmes.bert, "README.md"), ["Score", "CoLA", "AX"]);
  const electra = markdownTable(join(raw, readmes.electra, "README.md"), ["CoLA", "Chunking"]);
  const albert = markdownTable(join(raw, readmes.albert, "README.md"), ["Models", "CoLA", "STS"]);
  return [
    ...scores(bert, "BERT", "test"),
    ...scores(electra, "ELECTRA", "development"),
    ...scores(albert, "ALBERT", "development"),
  ];
}
