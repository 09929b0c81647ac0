// Public base models by training compute: standard benchmarks and BIG-bench tasks that were called emergent.
import { join } from "node:path";
import { flag, number, share, text } from "./fields.mjs";
import { numericOrNull, readCsv } from "./files.mjs";
import { licences } from "./licences.mjs";

const root = "obscaling";
export const sources = [root];

/** The 21 families that the paper scored itself (its repository's list at the first release, 43dad32). */
const paperFamilies = new Set([
  ...["Llama-2", "Llama", "Llama-3", "Qwen1.5", "Qwen", "Mistral", "Mixtral", "Yi", "Gemma", "Falcon", "Phi"],
  ...["Pythia", "BLOOM", "GPT-Neo/J", "OPT", "MPT", "XGLM", "CodeLlama", "StarCoder", "StarCoder2", "DeepSeek-Coder"],
]);
/** Models of those families that came into the repository after the paper. */
const later = new Set(["Qwen/Qwen1.5-110B", "mistralai/Mistral-Nemo-Base-2407", "mistralai/Mixtral-8x22B-v0.1"]);

const benchmarks = /** @type {const} */ ({
  mmlu: "MMLU",
  arcChallenge: "ARC-C",
  hellaSwag: "HellaSwag",
  winogrande: "Winograd",
  truthfulQa: "TruthfulQA",
  gsm8k: "GSM8K",
  xWinograd: "XWinograd",
  humanEval: "HumanEval",
});
const emergent = /** @type {const} */ ({
  persianQa: ["parsinlu_qa_2_acc", "Persian reading comprehension, accuracy; chance .25"],
  wordUnscramble: ["word_unscrambling_2_exact_match", "Unscrambling words, exact match"],
  ipaExactMatch: ["ipa_transliterate_2_exact_match", "Transliteration into the phonetic alphabet, exact match"],
  ipaBleu: ["ipa_transliterate_2_bleu", "Transliteration into the phonetic alphabet, BLEU, from the same outputs"],
  subtraction3: ["arithmetic_3ds_2_acc", "Subtraction of three-digit numbers, accuracy"],
  addition3: ["arithmetic_3da_2_acc", "Addition of three-digit numbers, accuracy"],
  multiplication2: ["arithmetic_2dm_2_acc", "Multiplication of two-digit numbers, accuracy"],
  addition2: ["arithmetic_2da_2_acc", "Addition of two-digit numbers, accuracy"],
});

/** Name, family, size, data and compute of a model; BTLM's data stands a thousand times too large upstream. */
function model(/** @type {Record<string, string>} */ row) {
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

const modelFields = [
  text("model", "Name of the model"),
  text("family", "Family of the model"),
  number("parameters", "parameters", "Parameters; active ones for mixtures of experts", { minimum: 1 }),
  number("tokens", "tokens", "Tokens of training data; empty where not published", { optional: true, minimum: 1 }),
  number("flops", "FLOP", "Training compute, 6 x parameters x tokens; empty where not published", {
    optional: true,
    minimum: 1,
  }),
  flag("inPaper", "One of the paper's 77 models of 21 families"),
];
const shared = {
  sources: [
    {
      title: "Ruan, Maddison, Hashimoto 2024, Observational Scaling Laws",
      path: "https://github.com/ryoungj/ObsScaling",
      version: "4d6e1e4",
    },
  ],
  licence: licences.apache,
  primaryKey: ["model"],
};

/** @returns {import("./table.mjs").Table[]} */
export function tables(/** @type {string} */ raw) {
  const models = readCsv(join(raw, root, "base_llm_benchmark_eval.csv"));
  const known = new Map(models.map((row) => [row.Model, model(row)]));
  const scores = readCsv(join(raw, root, "base_llm_emergent_capability_eval.csv"));
  return [
    {
      name: "obscaling",
      title: "148 public base models of 47 families: size, data, compute, eight standard benchmarks",
      description:
        "A row is a base model. The paper's 77 models of 21 families are a subset: `inPaper` names it (the families that the repository listed as scored at its first release, without three models added later). Tokens and FLOPs of 25 models are not published, those of Qwen1.5-110B among them. ARC is missing for Llama 3 70B, 8B and 3.1 405B, HumanEval for many. open_llama_7b_v2 is given 13 billion parameters, against its own name, so its FLOPs are .27 decades too many; it stands as published.",
      derivation: "All rows of base_llm_benchmark_eval.csv; sizes, tokens and FLOPs in units of one.",
      corrections: [
        {
          what: "cerebras/btlm-3b-8k-base",
          before: "627 T tokens and 1.1286e25 FLOPs",
          after: ".627 T tokens and 1.1286e22 FLOPs",
          why: "the model was trained on SlimPajama's 627 billion tokens",
        },
      ],
      landmark: "77 rows inPaper, of 21 families; Llama-2-7b: 8.4e22 FLOPs, MMLU .437961.",
      notFor: "Chat models; comparing code models with others at equal FLOPs without saying so.",
      fields: [
        ...modelFields,
        ...Object.entries(benchmarks).map(([name, title]) => share(name, `${title}, accuracy`, { optional: true })),
      ],
      rows: models.map((row) => {
        const values = Object.entries(benchmarks).map(([name, column]) => [name, numericOrNull(row[column])]);
        return { ...model(row), ...Object.fromEntries(values) };
      }),
      ...shared,
    },
    {
      name: "obscaling-emergent",
      title:
        "84 public base models on BIG-bench tasks that were called emergent: unscrambling, transliteration, Persian, arithmetic",
      description:
        "A row is a base model, two-shot. Transliteration has two metrics on the same outputs: exact match and BLEU. `ipaSuspect` marks Qwen1.5-72B, whose .008 exact match after .286 at 32B looks like a fault of that run, and Qwen-72B (.014 after .123 at 14B). The paper's 77 models: `inPaper`, as in `obscaling`, so far as they were scored here.",
      derivation:
        "All rows of base_llm_emergent_capability_eval.csv, joined with size, data and compute from base_llm_benchmark_eval.csv by the model's name.",
      landmark:
        "OPT, transliteration: exact match 0 at six of eight sizes, then .00199 (30B) and .00698 (66B), while BLEU rises to 2.36.",
      notFor: "Reading an infinite jump into two models with a handful of right answers; Qwen 72B's transliteration.",
      fields: [
        ...modelFields,
        ...Object.entries(emergent).map(([name, [, description]]) =>
          number(name, name === "ipaBleu" ? "percent" : "1", description, {
            optional: true,
            minimum: 0,
            maximum: name === "ipaBleu" ? 100 : 1,
          }),
        ),
        flag("ipaSuspect", "The transliteration score looks like a fault of that run"),
      ],
      rows: scores.map((row) => {
        const base = known.get(row.Model);
        if (!base) throw new Error(`obscaling: ${row.Model} stands in one file only`);
        const values = Object.entries(emergent).map(([name, [column]]) => [name, numericOrNull(row[column])]);
        return { ...base, ...Object.fromEntries(values), ipaSuspect: /Qwen(1\.5)?-72B$/.test(base.model) };
      }),
      ...shared,
    },
  ];
}
