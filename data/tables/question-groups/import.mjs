// Questions grouped by difficulty: ExpEmergence's slices, for every model that it scored.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { numericOrNull, readCsv, significant } from "../../import/files.mjs";

const root = join("expemergence", "data");
export const sources = [root];

/** Main threshold of each task, log10 of 1e21 FLOPs, and its chance level: the authors' utils.py at 288b731. */
const settings = /** @type {Record<string, { threshold: number, chance: number }>} */ ({
  abstract_narrative_understanding: { threshold: 2.3, chance: 0.1 },
  analogical_similarity: { threshold: 2, chance: 0.145 },
  arc: { threshold: 2.3, chance: 0.25 },
  arithmetic: { threshold: 1.8, chance: 0.145 },
  conceptual_combinations: { threshold: 1.5, chance: 0.25 },
  hellaswag: { threshold: 2.3, chance: 0.25 },
  hindu_knowledge: { threshold: 1, chance: 0.25 },
  mmlu: { threshold: 1.5, chance: 0.25 },
  parsinlu_qa_mc: { threshold: 2.3, chance: 0.25 },
});

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows(/** @type {string} */ raw) {
  return Object.entries(settings).flatMap(([task, { threshold, chance }]) => {
    const folder = join(raw, root, task);
    const wanted = readdirSync(folder).flatMap((file) => {
      const [, flops = "", groups = ""] = /^(?!acc_).*_-1000_([\d.]+)_(\d+)_redist\.csv$/.exec(file) ?? [];
      return Math.abs(Math.log10(Number(flops)) - threshold) < 1e-6 ? [{ file, groups: Number(groups) }] : [];
    });
    return wanted
      .sort((a, b) => a.groups - b.groups)
      .flatMap(({ file, groups }) =>
        readCsv(join(folder, file)).flatMap((row) => {
          const accuracy = numericOrNull(row.acc);
          const overall = numericOrNull(row.brier);
          const flops = numericOrNull(row["FLOPs (1E21)"]);
          if (accuracy === null || overall === null || flops === null) return [];
          const slices = Object.entries(row).filter(([column]) => /^\d+_\d+_brier$/.test(column));
          const base = {
            task,
            model: row.Model ?? "",
            family: row["Model Family"] ?? "",
            flops: significant(flops * 1e21, 12),
          };
          const totals = {
            chance,
            thresholdFlops: significant(10 ** threshold * 1e21),
            accuracy: significant(accuracy),
            brier: significant(overall),
          };
          return slices.map(([column, cell], i) => {
            const [first = "", end = ""] = column.split("_");
            const slice = { groups, group: i + 1, firstQuestion: Number(first), endQuestion: Number(end) };
            return { ...base, ...totals, ...slice, groupBrier: significant(numericOrNull(cell) ?? NaN) };
          });
        }),
      );
  });
}
