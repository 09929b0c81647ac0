// OPT, BLOOM, XGLM, MPT and LLaMA, scored with one harness.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readJson, significant } from "../../import/files.mjs";
import { sortedBy } from "../../import/sorted.mjs";

const root = join("lm-eval-opt-bloom-llama", "results");
export const sources = [root];

const families = /** @type {Record<string, string>} */ ({
  bloom: "BLOOM",
  llama: "LLaMA",
  mpt: "MPT",
  opt: "OPT",
  xglm: "XGLM",
});
const metrics = /** @type {Record<string, string>} */ ({
  acc: "accuracy",
  acc_norm: "normalized accuracy",
  ppl: "perplexity",
  multiple_choice_grade: "multiple choice grade",
  exact_str_match: "exact string match",
});
/** Groups of tasks kept, by the end of the file's name; OPT's files hold everything and have no such end. */
const groups =
  /_(bbh|common_sense_reasoning|gsm8k|lambada|lambada_openai|mmlu|arithmetic)_\d-shot\.json$|^opt-[\d.]+[bm]\.json$/;
/** Runs with a fault of their own: LLaMA's tokenizer made every generated or last word wrong. */
const faulty = /^llama-.*_(arithmetic|lambada|unscramble)_/;
/** Other prompts or languages of LAMBADA, and tasks scored by exact set match. */
const otherTasks = /^lambada_.*(cloze|_mt_|standard)|^mc_taco$/;

/** 125m, 7b1, 1.7B: as the model's name says. */
function parametersOf(/** @type {string} */ model) {
  const [, whole, unit = "", rest = ""] = /-([\d.]+)([bm])(\d?)$/i.exec(model) ?? [];
  if (!whole) throw new Error(`${model}: no size in its name`);
  return Math.round(Number(rest ? `${whole}.${rest}` : whole) * (unit.toLowerCase() === "b" ? 1e9 : 1e6));
}

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows(/** @type {string} */ raw) {
  const scores = readdirSync(join(raw, root)).flatMap((family) =>
    readdirSync(join(raw, root, family)).flatMap((model) => {
      const folder = join(raw, root, family, model);
      const files = readdirSync(folder).filter((file) => groups.test(file) && !faulty.test(file));
      return files.flatMap((file) => {
        const { results, config } = readJson(join(folder, file));
        const kept = Object.entries(/** @type {Record<string, Record<string, number>>} */ (results)).filter(
          ([task]) => !otherTasks.test(task),
        );
        return kept.flatMap(([task, result]) =>
          Object.entries(result)
            .filter(([key]) => metrics[key])
            .map(([key, value]) => ({
              model,
              family: families[family],
              parameters: parametersOf(model),
              task: task.replace("hendrycksTest-", "mmlu_").replace("bigbench_", "bbh_"),
              shots: config.num_fewshot,
              metric: metrics[key],
              value: significant(value),
              standardError:
                result[`${key}_stderr`] === undefined ? null : significant(result[`${key}_stderr`] ?? NaN, 4),
            })),
        );
      });
    }),
  );
  return sortedBy(scores, "family", "parameters", "task", "shots", "metric");
}
