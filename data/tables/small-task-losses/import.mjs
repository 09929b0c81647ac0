// Losses of small transformers by step: Nanda et al.'s curves, thinned.
import { join } from "node:path";
import { numeric, readCsv, significant } from "../../import/files.mjs";
import { thinned } from "../../import/thinned.mjs";

const folder = join("nanda-grokking-losses", "extracted");
export const sources = [folder];

/** Curves by task: file, series, and the column of the file that holds it. */
/** @type {[string, Record<string, string>][]} */
const curves = [
  ["5_digit_addition_finite", { train: "train_loss", test: "test_loss" }],
  ["5_digit_addition_infinite", { train: "train_loss" }],
  [
    "5_digit_addition_infinite_per_token",
    Object.fromEntries([0, 1, 2, 3, 4, 5].map((i) => [`token ${i}`, `token${i}_loss`])),
  ],
  ["induction_head_infinite", { train: "train_loss" }],
  ["skip_trigram_finite", { train: "train_loss", test: "test_loss" }],
  ["skip_trigram_infinite", { train: "train_loss" }],
  ["wd_10-1_mod_addition", { train: "train_loss", test: "test_loss" }],
];

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows(/** @type {string} */ raw) {
  return curves.flatMap(([file, series]) => {
    const lines = readCsv(join(raw, folder, `${file}.csv`));
    return Object.entries(series).flatMap(([name, column]) => {
      const points = lines.filter((row) => row[column] !== "");
      const all = points.map((row) => ({ step: numeric(row.step), loss: significant(numeric(row[column]), 4) }));
      return thinned(all).map((point) => ({ task: file, series: name, ...point }));
    });
  });
}
