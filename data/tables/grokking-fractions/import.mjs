// Grokking by share of training data: when each run memorizes and generalizes, from Nanda et al.'s loss curves.
import { join } from "node:path";
import { numeric, readCsv, significant } from "../../import/files.mjs";

const file = join("nanda-grokking-losses", "extracted", "mod_addition_frac_train_sweep.csv");
export const sources = [file];

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows(/** @type {string} */ raw) {
  const sweep = readCsv(join(raw, file)).map((row) => ({
    trainFraction: numeric(row.train_fraction),
    step: numeric(row.step),
    train: numeric(row.first_list_loss),
    test: numeric(row.second_list_loss),
  }));
  const fractions = [...new Set(sweep.map((row) => row.trainFraction))].sort((a, b) => a - b);
  return fractions.map((trainFraction) => {
    const run = sweep.filter((row) => row.trainFraction === trainFraction);
    const firstUnder = (/** @type {"train" | "test"} */ key, /** @type {number} */ limit) =>
      run.find((row) => row[key] < limit)?.step ?? null;
    return {
      trainFraction,
      memorizeStep: firstUnder("train", 0.01),
      generalizeStep: firstUnder("test", 1),
      lastStep: run.at(-1)?.step ?? null,
      lastTestLoss: significant(run.at(-1)?.test ?? NaN, 4),
    };
  });
}
