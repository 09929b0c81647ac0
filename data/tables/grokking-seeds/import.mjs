// Modular addition, 450 seeds of one net: both losses at 51 checkpoints.
import { join } from "node:path";
import { numeric, readCsv } from "../../import/files.mjs";
import { sortedBy } from "../../import/sorted.mjs";

const file = join("pair-grokking", "data__allmetrics_mlp_modular_addition_sweep.csv");
export const sources = [file];

export const rows = (/** @type {string} */ raw) =>
  sortedBy(
    readCsv(join(raw, file)).map((row) => ({
      run: numeric(row.modelIndex),
      step: 1000 * numeric(row.step),
      trainLoss: numeric(row.train_loss),
      testLoss: numeric(row.eval_loss),
    })),
    "run",
    "step",
  );
