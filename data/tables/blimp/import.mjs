// BLiMP by the models of its paper, and by people.
import { join } from "node:path";
import { paradigms, summary } from "../../import/blimp-names.mjs";
import { numeric, readCsv } from "../../import/files.mjs";
import { sortedBy } from "../../import/sorted.mjs";

export const sources = [summary];

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows(/** @type {string} */ raw) {
  const people = new Map(
    readCsv(join(raw, summary, "human_validation_summary.csv")).map((row) => [row.Condition, row]),
  );
  const scored = paradigms(raw).map(({ UID, linguistics_term, ngram, lstm, txl, gpt2 }) => {
    const human = people.get(UID);
    if (!human) throw new Error(`BLiMP: no human judgments of ${UID}`);
    const models = { ngram, lstm, transformerXl: txl, gpt2 };
    const judged = { human: numeric(human.total_mean), humanJudgments: numeric(human.count) };
    return { paradigm: UID, phenomenon: linguistics_term, ...models, ...judged };
  });
  return sortedBy(scored, "phenomenon", "paradigm");
}
