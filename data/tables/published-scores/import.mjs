// Published benchmark scores of language models, with the date of the model: Epoch AI's benchmark stitching.
import { join } from "node:path";
import { numeric, readCsv, significant } from "../../import/files.mjs";

const folder = join("epoch-benchmark-stitching", "data");
export const sources = [folder];

/** Benchmarks of language models that reach back before 2023: file, and the column of the score. */
const benchmarks = /** @type {Record<string, string>} */ ({
  mmlu: "EM",
  gsm8k: "EM",
  bbh: "Average",
  hellaswag: "Overall accuracy",
  winogrande: "Accuracy",
  lambada: "Score",
  piqa: "Score",
  boolq: "Score",
  triviaqa: "EM",
  arc_ai2: "Challenge score",
  openbookqa: "Accuracy",
});

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows(/** @type {string} */ raw) {
  const dates = new Map(
    readCsv(join(raw, folder, "model_versions.csv")).map((row) => [row.id, row["Version release date"]]),
  );
  return Object.entries(benchmarks).flatMap(([benchmark, column]) =>
    readCsv(join(raw, folder, `external_benchmark_${benchmark}.csv`)).flatMap((row, i) => {
      const score = /^([\d.]+)%$/.exec(row[column] ?? "")?.[1];
      const version = row["Model version"] ?? "";
      const model = (row.Name || version).replace(/\s+/g, " ").trim();
      if (!score || !model) return [];
      const shots = /^(\d+)(-shot)?$/.exec((row.Shots ?? "").trim())?.[1];
      return [
        {
          benchmark,
          entry: i + 1,
          model,
          version: version || null,
          date: dates.get(version) || null,
          shots: shots === undefined ? null : Number(shots),
          score: significant(numeric(score) / 100),
        },
      ];
    }),
  );
}
