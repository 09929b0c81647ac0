// Public base models: their size, data and compute, as the tables of ObsScaling share them.
import { join } from "node:path";
import { numericOrNull } from "./files.mjs";

const models = join("obscaling", "base_llm_benchmark_eval.csv");
const tasks = join("obscaling", "base_llm_emergent_capability_eval.csv");
const leaderboard = join("obscaling", "base_llm_leaderboard_v2_eval.csv");

/** Files of the publisher: models with standard benchmarks, with tasks that were called emergent, on a later leaderboard. */
export const files = { models, tasks, leaderboard };

/** The 21 families that the paper scored itself (its repository's list at the first release, 43dad32). */
const paperFamilies = new Set([
  ...["Llama-2", "Llama", "Llama-3", "Qwen1.5", "Qwen", "Mistral", "Mixtral", "Yi", "Gemma", "Falcon", "Phi"],
  ...["Pythia", "BLOOM", "GPT-Neo/J", "OPT", "MPT", "XGLM", "CodeLlama", "StarCoder", "StarCoder2", "DeepSeek-Coder"],
]);
/** Models of those families that came into the repository after the paper. */
const later = new Set(["Qwen/Qwen1.5-110B", "mistralai/Mistral-Nemo-Base-2407", "mistralai/Mixtral-8x22B-v0.1"]);

/** Name, family, size, data and compute of a model; BTLM's data stands a thousand times too large upstream. */
export function model(/** @type {Record<string, string>} */ row) {
  const scaled = (/** @type {string} */ column, /** @type {number} */ unit) => {
    const value = numericOrNull(row[column]);
    const wrong = row["Model Family"] === "BTLM" && column !== "Model Size (B)";
    return value === null ? null : Number((value * unit * (wrong ? 1e-3 : 1)).toPrecision(12));
  };
  const family = row["Model Family"] ?? "";
  const name = row.Model ?? "";
  return {
    model: name,
    family,
    parameters: scaled("Model Size (B)", 1e9),
    tokens: scaled("Pretraining Data Size (T)", 1e12),
    flops: scaled("FLOPs (1E21)", 1e21),
    inPaper: paperFamilies.has(family) && !later.has(name),
  };
}
