// Chance levels of the tasks of on-emergence: counted by hand in the authors' prompts, so that no file is read.
import { significant } from "../../import/files.mjs";
import { sortedBy } from "../../import/sorted.mjs";

/** @type {string[]} */
export const sources = [];

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

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows() {
  const chances = Object.entries(options).map(([task, counts]) => {
    const mean = counts.reduce((sum, count) => sum + 1 / count, 0) / counts.length;
    return { task, leastOptions: Math.min(...counts), mostOptions: Math.max(...counts), chance: significant(mean) };
  });
  return sortedBy([...chances, { task: untold }], "task");
}
