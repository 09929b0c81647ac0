// Sparse parity: how far each of 1,125 small nets came, over five sizes of data, five widths, five weight decays, nine seeds.
import { join } from "node:path";
import { numeric, readCsv, significant } from "../../import/files.mjs";
import { sortedBy } from "../../import/sorted.mjs";

const file = join("pair-grokking", "data__hypers_sparse_parity_v4.csv");
export const sources = [file];

export const rows = (/** @type {string} */ raw) =>
  sortedBy(
    readCsv(join(raw, file)).map((row) => ({
      examples: numeric(row.train_size),
      width: numeric(row.hidden_size),
      weightDecay: numeric(row.weight_decay),
      seed: numeric(row.seed),
      leastTrainLoss: significant(numeric(row.minTrainLoss)),
      leastTestLoss: significant(numeric(row.minEvalLoss)),
    })),
    ..."examples width weightDecay seed".split(" "),
  );
