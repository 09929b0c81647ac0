// Lu et al.: base and instruction-tuned models, with and without examples, by three prompt styles.
import { join } from "node:path";
import { flag, integer, number, share, text } from "./fields.mjs";
import { numeric, readCsv, significant } from "./files.mjs";
import { licences } from "./licences.mjs";
import { sortedBy } from "./table.mjs";

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

/** Options in the authors' own demonstration prompts (prompts/TASK/closed-adv_*.txt, commit 25e7911), a count a demonstration. */
const options = /** @type {Record<string, number[]>} */ ({
  analytic_entailment: [2],
  causal_judgment: [2],
  codenames: [3],
  common_morpheme: [4],
  commonsense_qa: [5, 4, 5, 5, 5],
  english_proverbs: [4, 4, 4, 5, 4],
  fact_checker: [2],
  figure_of_speech_detection: [10],
  gsm8k: [5],
  hindu_knowledge: [4],
  implicatures: [2],
  logical_deduction: [3],
  misconceptions: [2],
  modified_arithmetic: [3],
  nonsense_words_grammar: [6, 4, 7, 6, 5],
  phrase_relatedness: [4],
  physical_intuition: [4],
  rhyming: [5],
  social_iqa: [3],
  strange_stories: [4],
  strategyqa: [2],
  tracking_shuffled_objects: [3],
});
const untold = "international_phonetic_alphabet_transliterate";

const origin = {
  sources: [
    {
      title: "Lu et al. 2023, Are emergent abilities in large language models just in-context learning?",
      path: "https://github.com/UKPLab/on-emergence",
      version: "f791b65",
    },
  ],
  licence: licences.ccBySa,
};

/** @returns {import("./table.mjs").Table[]} */
export function tables(/** @type {string} */ raw) {
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
  const chances = Object.entries(options).map(([task, counts]) => {
    const mean = counts.reduce((sum, count) => sum + 1 / count, 0) / counts.length;
    return { task, leastOptions: Math.min(...counts), mostOptions: Math.max(...counts), chance: significant(mean) };
  });
  return [
    {
      name: "on-emergence",
      title:
        "24 models, base and instruction-tuned, on 23 tasks, with and without examples: exact match, BERTScore, edit distance",
      description:
        "A row is a run: task, model, prompt style (open: no options shown; closed: options named; closed-adv: options lettered), count of examples, seed. The paper says 18 models and 22 tasks; the file has 24 names and 23 tasks. Many runs lie below chance under exact match, because the answer's format fails, not the ability. No seed was used with the models behind an interface. Falcon's runs on tracking_shuffled_objects with open and closed prompts score 0 throughout, under both metrics, which looks like a fault of those runs; they stand as published.",
      derivation:
        "evaluation_scores.csv without its loss, gain and F1 columns; -100, the publisher's code for a missing score, is empty. Parameters are nominal, from the models' publishers. Rounded to 6 significant digits.",
      corrections: [
        {
          what: "run ids 20230608_195040, 20230608_195044, 20230608_195045",
          before: "two rows each (5,055 rows)",
          after: "one row each (5,052 rows)",
          why: "the two rows are the same",
        },
      ],
      landmark: "5,052 runs; gpt2, tracking_shuffled_objects, closed, zero-shot, seed 2266: exact match .165101.",
      notFor:
        "Comparing with chance without `on-emergence-chance`, or under exact match without looking at the format.",
      ...origin,
      fields: [
        text("task", "Task, mostly of BIG-bench"),
        text("model", "Name of the model, as published"),
        number("parameters", "parameters", "Nominal count of parameters; empty where none is published", {
          optional: true,
          minimum: 1,
        }),
        flag("instructionTuned", "Tuned to follow instructions"),
        text("prompt", "Style of the prompt", { enum: ["closed", "closed-adv", "open"] }),
        integer("shots", "examples", "Solved examples in the prompt", { minimum: 0, maximum: 5 }),
        integer("seed", "seed", "Seed of the run; empty for models behind an interface", { optional: true }),
        integer("items", "questions", "Questions asked", { minimum: 1 }),
        share("exactMatch", "Share of answers that match exactly"),
        share("bertScoreAccuracy", "Share of answers nearest the right option by BERTScore", { optional: true }),
        number("bertScore", "1", "Mean BERTScore of answer and target", { optional: true, maximum: 1 }),
        number("editDistance", "characters", "Mean edit distance of answer and target", { minimum: 0 }),
      ],
      primaryKey: ["task", "model", "prompt", "shots", "seed"],
      rows: sortedBy(distinct, "task", "parameters", "model", "prompt", "shots", "seed"),
    },
    {
      name: "on-emergence-chance",
      title: "Chance level of 23 tasks of on-emergence, from their number of options",
      description:
        "A row is a task. Our own table: the published runs hold no chance level. It holds for prompts that show the options (closed, closed-adv); an open prompt has no chance level worth the name. Where the count of options differs between demonstrations, the mean of 1 / options stands. The phonetic alphabet has no options. The authors' code as committed shows no options for codenames in closed prompts, but their demonstrations show three.",
      derivation:
        "Options counted in the two to five demonstrations of the authors' prompts/TASK/closed-adv_*.txt, commit 25e7911.",
      landmark: "tracking_shuffled_objects 1/3, figure_of_speech_detection .1.",
      notFor: "Exact chance where leastOptions and mostOptions differ: the test items were not counted.",
      ...origin,
      fields: [
        text("task", "Task"),
        integer("leastOptions", "options", "Fewest options in a demonstration", { optional: true, minimum: 2 }),
        integer("mostOptions", "options", "Most options in a demonstration", { optional: true, minimum: 2 }),
        share("chance", "Accuracy of guessing among the options; empty where there are none", { optional: true }),
      ],
      primaryKey: ["task"],
      rows: sortedBy([...chances, { task: untold }], "task"),
    },
  ];
}
