// Lu et al.: base and instruction-tuned models, with and without examples, by three prompt styles.
import { join } from "node:path";
import { numeric, readCsv, significant } from "../../import/files.mjs";
import { sortedBy } from "../../import/sorted.mjs";

const file = join("on-emergence", "evaluation_scores.csv");
export const sources = [file];

/** Nominal parameters (as the models' publishers name them; none published for `code` and gpt-4), and whether instruction-tuned. */
const models = /** @type {Record<string, [number | null, boolean]>} */ ({
  "t5-small": [60e6, false],
  "google/flan-t5-small": [80e6, true],
  gpt2: [124e6, false],
  "Rachneet/gpt2-alpaca": [124e6, true],
  "t5-large": [770e6, false],
  "google/flan-t5-large": [780e6, true],
  "gpt2-xl": [1.5e9, false],
  "Rachneet/gpt2-xl-alpaca": [1.5e9, true],
  "EleutherAI/gpt-j-6b": [6e9, false],
  "togethercomputer/GPT-JT-6B-v1": [6e9, true],
  "models--llama/7B": [7e9, false],
  "chavinlo/alpaca-native": [7e9, true],
  "tiiuae/falcon-7b": [7e9, false],
  "tiiuae/falcon-7b-instruct": [7e9, true],
  "models--llama/13B": [13e9, false],
  "chavinlo/alpaca-13b": [13e9, true],
  "models--llama/30B": [30e9, false],
  "tiiuae/falcon-40b": [40e9, false],
  "tiiuae/falcon-40b-instruct": [40e9, true],
  davinci: [175e9, false],
  "text-davinci-001": [175e9, true],
  "text-davinci-003": [175e9, true],
  code: [null, false],
  "gpt-4": [null, true],
});

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows(/** @type {string} */ raw) {
  const published = readCsv(join(raw, file)).map((row) => {
    const model = row.model ?? "";
    const known = models[model];
    if (!known) throw new Error(`on-emergence: unknown model ${model}`);
    const score = (/** @type {string} */ column) => {
      const value = numeric(row[column]);
      return value === -100 ? null : significant(value);
    };
    return {
      task: (row.filename ?? "").replace("/task.json", ""),
      model,
      parameters: known[0],
      instructionTuned: known[1],
      prompt: row.prompt_type ?? "",
      shots: numeric(row.number_of_shots),
      seed: row.seed === "None" ? null : numeric(row.seed),
      items: numeric(row.number_of_data),
      exactMatch: score("exact_match_accuracy"),
      bertScoreAccuracy: score("bert_score_accuracy"),
      bertScore: score("single_bert_score"),
      editDistance: score("edit_distance"),
    };
  });
  const distinct = [...new Map(published.map((row) => [JSON.stringify(row), row])).values()];
  return sortedBy(distinct, "task", "parameters", "model", "prompt", "shots", "seed");
}
