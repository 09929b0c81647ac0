// SQuAD over time.
import { join } from "node:path";
import { numeric, readJson } from "../../import/files.mjs";
import { sortedBy } from "../../import/sorted.mjs";

const file = join("paperswithcode-sota-extractor", "data", "tasks", "squad.json");
export const sources = [file];

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows(/** @type {string} */ raw) {
  /** @type {{ dataset: string, sota: { rows: { model_name: string, paper_date: string | null, metrics: { EM: string, F1: string } }[] } }[]} */
  const datasets = readJson(join(raw, file))[0].datasets;
  const entries = datasets.flatMap(({ dataset, sota }) =>
    sota.rows.map((row, i) => ({
      version: dataset.replace("SQuAD", ""),
      place: i + 1,
      model: row.model_name || null,
      date: row.paper_date || null,
      exactMatch: numeric(row.metrics.EM),
      f1: numeric(row.metrics.F1),
    })),
  );
  return sortedBy(entries, "version", "date", "place");
}
