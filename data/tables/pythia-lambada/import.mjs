// Pythia on LAMBADA over training: one task, two metrics on the same outputs.
import { checkpoints, evaluations, models, tokensPerStep } from "../../import/pythia-suite.mjs";

export const sources = [evaluations];

/** Questions in LAMBADA (OpenAI's version), each about the last word of a passage. */
const items = 5153;

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows(/** @type {string} */ raw) {
  const scored = models.flatMap(({ model, parameters, deduped }) =>
    checkpoints(raw, "pythia-v1", model, "zero-shot").map(({ step, results }) => {
      const { acc, acc_stderr, ppl, ppl_stderr } = results.lambada_openai ?? {};
      if (acc === undefined) throw new Error(`pythia-v1 ${model} step ${step}: no LAMBADA`);
      const correct = Math.round(acc * items);
      if (Math.abs(acc * items - correct) > 1e-6)
        throw new Error(`${model} step ${step}: ${acc} is no share of ${items}`);
      return {
        model,
        parameters,
        deduped,
        step,
        tokens: step * tokensPerStep,
        accuracy: acc,
        accuracyStandardError: acc_stderr,
        perplexity: ppl,
        perplexityStandardError: ppl_stderr,
        correct,
        items,
      };
    }),
  );
  const plain = new Map(
    scored.filter((row) => !row.deduped).map((row) => [`${row.model}-deduped ${row.step}`, row.perplexity]),
  );
  return scored.map((row) => ({ ...row, sameAsPlain: plain.get(`${row.model} ${row.step}`) === row.perplexity }));
}
