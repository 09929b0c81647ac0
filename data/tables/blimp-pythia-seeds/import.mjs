// BLiMP over training, ten seeds of one model: does an ability come at the same step each time?
import { join } from "node:path";
import { phenomena, summary } from "../../import/blimp-names.mjs";
import { numeric, readCsv } from "../../import/files.mjs";
import { tokensPerStep } from "../../import/pythia-suite.mjs";
import { sortedBy } from "../../import/sorted.mjs";

const file = join("blimp-pythia160m-seeds", "pythia", "blimp_160m_acc.csv");
export const sources = [file, summary];

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows(/** @type {string} */ raw) {
  const phenomenon = phenomena(raw);
  const scored = readCsv(join(raw, file)).map((row) => {
    const paradigm = (row.paradigm ?? "").replace("blimp_", "");
    const step = numeric(row.step);
    const place = { seed: numeric(row.seed), step, tokens: step * tokensPerStep };
    return { ...place, phenomenon: phenomenon(paradigm), paradigm, correct: Math.round(numeric(row.score) * 1000) };
  });
  return sortedBy(scored, "seed", "step", "phenomenon", "paradigm");
}
