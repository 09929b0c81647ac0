// Public base models by training compute: standard benchmarks.
import { join } from "node:path";
import { numericOrNull, readCsv } from "../../import/files.mjs";
import { files, model } from "../../import/obscaling.mjs";

export const sources = [files.models];

/** Columns of the publisher, by ours. */
const benchmarks = /** @type {const} */ ({
  mmlu: "MMLU",
  arcChallenge: "ARC-C",
  hellaSwag: "HellaSwag",
  winogrande: "Winograd",
  truthfulQa: "TruthfulQA",
  gsm8k: "GSM8K",
  xWinograd: "XWinograd",
  humanEval: "HumanEval",
});

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows(/** @type {string} */ raw) {
  return readCsv(join(raw, files.models)).map((row) => {
    const scores = Object.entries(benchmarks).map(([name, column]) => [name, numericOrNull(row[column])]);
    return { ...model(row), ...Object.fromEntries(scores) };
  });
}
