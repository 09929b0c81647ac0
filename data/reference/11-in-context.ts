/** Learning from examples: Brown et al. 2020, Lu et al. 2023, Pythia (the closer looks of 11). */
import { counted, entries } from "./entry";

const paper = {
  source: "Lu et al. 2023, Are emergent abilities in large language models just in-context learning?",
  locator: "abstract",
  class: "printed",
} as const;

const file = {
  source: "Lu et al. 2023, UKPLab/on-emergence, commit f791b65",
  locator: "evaluation_scores.csv",
  class: "derived",
} as const;

const brown = {
  source: "Brown et al. 2020, Language Models are Few-Shot Learners",
  locator: "Table 3.9: the few-shot cell less the zero-shot cell",
  unit: "percentage points",
  class: "derived",
  tolerance: { absolute: 0.05 },
  toleranceReason: "the cells are printed to one decimal",
} as const;

const odds = {
  source: "Brown et al. 2020, Language Models are Few-Shot Learners",
  locator: "Table 3.9: ln(p / (100 - p)) of the few-shot cell less that of the zero-shot cell",
  unit: "log odds (nats)",
  class: "derived",
  tolerance: { absolute: 0.005 },
  toleranceReason: "given to two decimals",
} as const;

export const inContext = entries({
  "lu-models": {
    ...paper,
    ...counted,
    claim: "models that Lu et al. tested",
    value: 18,
    unit: "models",
    note: "The paper counts 18 models, the file it published holds 24 names; which 18 are meant is not marked in it.",
  },
  "lu-tasks": {
    ...paper,
    ...counted,
    claim: "tasks that Lu et al. tested",
    value: 22,
    unit: "tasks",
    note: "The paper counts 22 tasks, the file holds 23; 22 of them have answer options, transliteration has none.",
  },
  "lu-smallest-model": {
    ...paper,
    ...counted,
    claim: "parameters of the smallest model",
    value: 60e6,
    unit: "parameters",
    copied: true,
  },
  "lu-largest-model": {
    ...paper,
    ...counted,
    claim: "parameters of the largest model",
    value: 175e9,
    unit: "parameters",
    copied: true,
  },
  "lu-file-runs": {
    ...file,
    ...counted,
    claim: "different runs in the published file (by run id)",
    value: 5052,
    unit: "runs",
  },
  "lu-file-models": {
    ...file,
    ...counted,
    claim: "names of models in the published file",
    value: 24,
    unit: "names",
  },
  "lu-file-tasks": {
    ...file,
    ...counted,
    claim: "tasks in the published file",
    value: 23,
    unit: "tasks",
  },
  "lu-gpt2-tracking": {
    ...file,
    claim: "exact match of gpt2 on tracking_shuffled_objects, options named, no example, seed 2266",
    value: 0.165101,
    unit: "share",
    tolerance: { absolute: 5e-7 },
    toleranceReason: "given to six decimals",
  },
  "lu-chance-tracking": {
    source: "definition: guessing among k options is right with probability 1 / k",
    locator: "tracking_shuffled_objects, three options in each demonstration",
    class: "exact",
    claim: "chance level of tracking_shuffled_objects",
    value: 0.333333,
    unit: "share",
    tolerance: { absolute: 5e-7 },
    toleranceReason: "1/3 to six decimals, as in the table",
  },
  "gpt3-gain-addition-2": { ...brown, claim: "GPT-3 175B, addition of 2 digits: gain from examples", value: 23.1 },
  "gpt3-gain-addition-3": {
    ...brown,
    claim: "GPT-3 175B, addition of 3 digits: gain from examples",
    value: 46.2,
    note: "The paper's table has 80.4 with examples, its text 80.2.",
  },
  "gpt3-gain-addition-4": { ...brown, claim: "GPT-3 175B, addition of 4 digits: gain from examples", value: 21.5 },
  "gpt3-gain-addition-5": { ...brown, claim: "GPT-3 175B, addition of 5 digits: gain from examples", value: 8.6 },
  "gpt3-gain-subtraction-2": {
    ...brown,
    claim: "GPT-3 175B, subtraction of 2 digits: gain from examples",
    value: 40.9,
  },
  "gpt3-gain-subtraction-3": {
    ...brown,
    claim: "GPT-3 175B, subtraction of 3 digits: gain from examples",
    value: 45.9,
  },
  "gpt3-gain-subtraction-4": {
    ...brown,
    claim: "GPT-3 175B, subtraction of 4 digits: gain from examples",
    value: 19.3,
  },
  "gpt3-gain-subtraction-5": {
    ...brown,
    claim: "GPT-3 175B, subtraction of 5 digits: gain from examples",
    value: 9.1,
  },
  "gpt3-log-odds-addition-3": {
    ...odds,
    claim: "GPT-3 175B, addition of 3 digits: gain from examples in log odds",
    value: 2.07,
    note: "The paper's table has 80.4 with examples, its text 80.2.",
  },
  "gpt3-log-odds-addition-5": {
    ...odds,
    claim: "GPT-3 175B, addition of 5 digits: gain from examples in log odds",
    value: 2.68,
  },
  "pythia-12b-sciq-zero-shot": {
    source: "Pythia evaluations v1, EleutherAI",
    locator: "zero-shot files, sciq, step 143000",
    class: "derived",
    claim: "accuracy of pythia-12b on SciQ without examples, at the end of training",
    value: 0.902,
    unit: "share",
    tolerance: { absolute: 0.0005 },
    toleranceReason: "given to three decimals",
  },
});
