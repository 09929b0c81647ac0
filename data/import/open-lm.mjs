// OpenLM's scaling test bed: 104 language models on three corpora, each with its size, its tokens and eight losses.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { numeric, readCsv, readJson, significant } from "./files.mjs";
import { sortedBy } from "./sorted.mjs";

const base = join("open-lm-scaling", "exp_data");

/** Files of the publisher: a JSON per model, a JSON with its scores, a row per task. */
export const files = {
  models: join(base, "models"),
  scores: join(base, "evals"),
  tasks: join(base, "eval_metadata.csv"),
};

const corpora = /** @type {Record<string, string>} */ ({
  c4_original: "C4",
  rpj: "RedPajama",
  rw_original: "RefinedWeb",
});

/** Our columns, by the name within the path of the validation shard. */
const losses = /** @type {const} */ ({
  c4Loss: "/c4_val/",
  palomaC4Loss: "/paloma_c4_en/",
  refinedWebLoss: "/paloma_falcon-refinedweb/",
  redPajamaLoss: "/paloma_redpajama/",
  codeLoss: "/paloma_dolma_100_programing_languages/",
  pennTreebankLoss: "/paloma_ptb/",
  germanEnglishLoss: "/de-en/",
  openLmLoss: "/openlm/",
});

/** @typedef {{ val_data: string[], loss: number }} Validation */

/**
 * Two signs that a run was made apart from the others: it was started in 2024, from another copy of its corpus, or its launch
 * arguments ask for another number of tokens than it is said to have seen. (Those of the 7B models are in some other unit.)
 */
function madeApart(/** @type {any} */ { creation_date: date, open_lm_args: args, hyperparameters }) {
  const argument = (/** @type {string} */ name) => numeric(args[args.indexOf(name) + 1]);
  const launched = argument("--train-num-samples") * argument("--epochs");
  const inTokens = hyperparameters.model !== "open_lm_7b";
  return date.startsWith("2024") || (inTokens && Math.abs(launched / hyperparameters.tokens - 1) > 0.01);
}

function read(/** @type {string} */ raw, /** @type {string} */ file) {
  const model = readJson(join(raw, files.models, file));
  const { params, params_no_embed, tokens, chinchilla_multiplier: multiplier } = model.hyperparameters;
  const loss = (/** @type {string} */ shard) => {
    const found = model.results.filter((/** @type {Validation} */ { val_data }) => val_data[0]?.includes(shard));
    if (found.length !== 1) throw new Error(`${file}: ${found.length} losses on ${shard}, needs one`);
    return significant(numeric(found[0].loss));
  };
  return {
    model: file.replace(".json", ""),
    corpus: corpora[model.dataset_name],
    parameters: params,
    parametersNoEmbedding: params_no_embed,
    multiplier,
    tokens,
    flops: significant(6 * params * tokens, 12),
    suspect: madeApart(model),
    ...Object.fromEntries(Object.entries(losses).map(([column, shard]) => [column, loss(shard)])),
  };
}

/** All models, by corpus, size and tokens. */
export const models = (/** @type {string} */ raw) =>
  sortedBy(
    readdirSync(join(raw, files.models)).map((file) => read(raw, file)),
    ..."corpus parameters multiplier".split(" "),
  );

/** Accuracy of a model on each task, tasks in the order of their names. */
export function scoresOf(/** @type {string} */ raw, /** @type {unknown} */ model) {
  const { eval_metrics: metrics } = readJson(join(raw, files.scores, `evaluation_${model}_heavy.json`));
  return Object.entries(/** @type {Record<string, number>} */ (metrics.icl)).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What the publisher says of each task, by its name; five of them were given to no model here. */
export const tasks = (/** @type {string} */ raw) =>
  new Map(readCsv(join(raw, files.tasks)).map((row) => [row["Eval Task"] ?? "", row]));
