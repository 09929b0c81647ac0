// OpenLM's scaling test bed: the 46 tasks that every model was given.
import { numeric, significant } from "../../import/files.mjs";
import { files, models, scoresOf, tasks } from "../../import/open-lm.mjs";

export const sources = [files.models, files.scores, files.tasks];

/** ARC's challenge set has 1,172 test questions, of which every score is a whole multiple; listed is the count of the easy set. */
const corrected = new Map([["arc_challenge", 1172]]);

/** Chance in the list that the same laboratory published later (DCLM, eval/eval_meta_data_v1.csv, 361714b), where it differs. */
const later = new Map([
  ["agi_eval_lsat_ar", 0.2],
  ["agi_eval_lsat_lr", 0.2],
  ["agi_eval_lsat_rc", 0.2],
  ["bigbench_elementary_math_qa", 0.2],
  ["bigbench_language_identification", 0.091],
  ["bigbench_logical_deduction", 0.2],
  ["bigbench_novel_concepts", 0.2],
  ["bigbench_understanding_fables", 0.2],
  ["boolq", 0.62],
  ["commonsense_qa", 0.2],
  ["logi_qa", 0.27],
  ["math_qa", 0.2],
  ["siqa", 0.333],
]);

/** Counted in BIG-bench 1.0.0: of 1,320 answers 568 are "Invalid", 432 "Valid", and 32 each of the digits 0 to 9. */
const constants = new Map([["bigbench_cs_algorithms", 568 / 1320]]);

/** @returns {import("../../import/files.mjs").Row[]} */
export function rows(/** @type {string} */ raw) {
  const listed = tasks(raw);
  /** @type {Map<string, number[]>} */
  const scores = new Map();
  for (const { model } of models(raw))
    for (const [task, accuracy] of scoresOf(raw, model)) scores.set(task, [...(scores.get(task) ?? []), accuracy]);
  return [...scores].map(([task, accuracies]) => {
    const about = listed.get(task);
    if (!about) throw new Error(`no task ${task} in ${files.tasks}`);
    const items = corrected.get(task) ?? numeric(about["#datapoints"]);
    // Scores are in single precision: a whole number of right answers is whole to well under a hundredth.
    const whole = accuracies.every((accuracy) => Math.abs(accuracy * items - Math.round(accuracy * items)) < 0.01);
    const constant = constants.get(task);
    return {
      task,
      category: about["Task Category"] ?? "",
      kind: about["Task Type"] ?? "",
      shots: numeric(about["#shots"]),
      items,
      averaged: !whole,
      chance: numeric(about["Random baseline"]) / 100,
      laterChance: later.get(task) ?? null,
      constant: constant === undefined ? null : significant(constant),
    };
  });
}
