// Public base models on the Open LLM Leaderboard's second edition.
import { join } from "node:path";
import { numericOrNull, readCsv } from "../../import/files.mjs";
import { files } from "../../import/obscaling.mjs";

export const sources = [files.leaderboard];

/** Columns of the publisher, by ours. */
const benchmarks = /** @type {const} */ ({
  bbh: "leaderboard_bbh",
  gpqa: "leaderboard_gpqa",
  ifEval: "leaderboard_ifeval",
  mathHard: "leaderboard_math_hard",
  mmluPro: "leaderboard_mmlu_pro",
  muSr: "leaderboard_musr",
});

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows(/** @type {string} */ raw) {
  return readCsv(join(raw, files.leaderboard)).map((row) => ({
    model: row.Model ?? "",
    ...Object.fromEntries(Object.entries(benchmarks).map(([name, column]) => [name, numericOrNull(row[column])])),
  }));
}
