// Public base models by training compute: BIG-bench tasks that were called emergent.
import { join } from "node:path";
import { numericOrNull, readCsv } from "../../import/files.mjs";
import { files, model } from "../../import/obscaling.mjs";

export const sources = [files.models, files.tasks];

/** Columns of the publisher, by ours. */
const emergent = /** @type {const} */ ({
  persianQa: "parsinlu_qa_2_acc",
  wordUnscramble: "word_unscrambling_2_exact_match",
  ipaExactMatch: "ipa_transliterate_2_exact_match",
  ipaBleu: "ipa_transliterate_2_bleu",
  subtraction3: "arithmetic_3ds_2_acc",
  addition3: "arithmetic_3da_2_acc",
  multiplication2: "arithmetic_2dm_2_acc",
  addition2: "arithmetic_2da_2_acc",
});

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows(/** @type {string} */ raw) {
  const known = new Map(readCsv(join(raw, files.models)).map((row) => [row.Model, model(row)]));
  return readCsv(join(raw, files.tasks)).map((row) => {
    const base = known.get(row.Model);
    if (!base) throw new Error(`obscaling: ${row.Model} stands in one file only`);
    const scores = Object.entries(emergent).map(([name, column]) => [name, numericOrNull(row[column])]);
    return { ...base, ...Object.fromEntries(scores), ipaSuspect: /Qwen(1\.5)?-72B$/.test(base.model) };
  });
}
