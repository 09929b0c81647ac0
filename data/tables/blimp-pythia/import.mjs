// BLiMP over training: Pythia's sixteen models, first release.
import { phenomena, summary } from "../../import/blimp-names.mjs";
import { checkpoints, evaluations, models, tokensPerStepRelease0 } from "../../import/pythia-suite.mjs";
import { sortedBy } from "../../import/sorted.mjs";

export const sources = [summary, evaluations];

/** Minimal pairs in each paradigm. */
const pairs = 1000;

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows(/** @type {string} */ raw) {
  const phenomenon = phenomena(raw);
  return models.flatMap(({ model, size, parameters, deduped }) =>
    checkpoints(raw, "pythia-v0", model, "zero-shot").flatMap(({ step, results }) => {
      const scores = Object.entries(results).filter(([task]) => task.startsWith("blimp_"));
      if (scores.length !== 67) throw new Error(`${model} step ${step}: ${scores.length} paradigms of BLiMP, needs 67`);
      const cells = scores.map(([task, { acc = NaN }]) => {
        const paradigm = task.slice("blimp_".length);
        const at = { step, tokens: step * tokensPerStepRelease0(size) };
        return {
          model,
          parameters,
          deduped,
          ...at,
          phenomenon: phenomenon(paradigm),
          paradigm,
          correct: Math.round(acc * pairs),
        };
      });
      return sortedBy(cells, "phenomenon", "paradigm");
    }),
  );
}
