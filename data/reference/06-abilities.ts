/** Abilities of large models: Wei et al. 2022, Brown et al. 2020, Hendrycks et al. 2021 (06-emergent-abilities). */
import { counted, entries } from "./entry";

const table1 = {
  unit: "× 10^22 FLOPs",
  source: "Wei et al. 2022, arXiv:2206.07682",
  locator: "Table 1",
  class: "printed",
  toleranceReason: "half a unit of the last printed digit",
} as const;

const list = {
  ...counted,
  unit: "abilities",
  source: "Wei 2022, 137 emergent abilities of large language models",
  locator: "the list",
  class: "printed",
} as const;

const constant = {
  unit: "share",
  source: "counting the pairs",
  class: "exact",
  tolerance: { absolute: 1e-12 },
  toleranceReason: "exact but for rounding",
} as const;

export const abilities = entries({
  "wei-flops-gpt3-175b": {
    ...table1,
    claim: "training compute of GPT-3 175B, by 6 N D from its parameters and 300 billion tokens",
    value: 31,
    tolerance: { absolute: 0.5 },
  },
  "wei-flops-gpt3-13b": {
    ...table1,
    claim: "training compute of GPT-3 13B, by 6 N D with 300 billion tokens",
    value: 2.3,
    tolerance: { absolute: 0.05 },
  },
  "wei-flops-gopher-280b": {
    ...table1,
    claim: "training compute of Gopher 280B, by 6 N D with Epoch AI's size of its data",
    value: 50,
    tolerance: { absolute: 0.5 },
  },
  "wei-flops-gopher-7b": {
    ...table1,
    claim: "training compute of Gopher 7.1B, by 6 N D with Epoch AI's size of its data",
    value: 1.3,
    tolerance: { absolute: 0.05 },
  },
  "wei-flops-palm-540b": {
    ...table1,
    claim: "training compute of PaLM 540B, by 6 N D with Epoch AI's size of its data",
    value: 250,
    tolerance: { absolute: 5 },
  },
  "wei-flops-palm-62b": {
    ...table1,
    claim: "training compute of PaLM 62B, by 6 N D with Epoch AI's size of the data of 540B",
    value: 29,
    tolerance: { absolute: 0.5 },
  },
  "wei-flops-gptj": {
    ...table1,
    claim: "training compute of EleutherAI's 6B model, by 6 N D with the tokens of GPT-J in obscaling",
    value: 1.4,
    tolerance: { absolute: 0.05 },
  },
  "wei-flops-chinchilla": {
    ...table1,
    claim: "training compute of Chinchilla 70B, by 6 N D with Epoch AI's size of its data",
    value: 50,
    tolerance: { absolute: 0.5 },
    note: "The table gives Chinchilla the compute of Gopher, whose budget it was meant to match; its own parameters and tokens give more. Epoch AI, too, has more.",
  },
  "wei-count-bigbench": { ...list, claim: "emergent tasks of BIG-bench, summed over models", value: 67 },
  "wei-count-mmlu": { ...list, claim: "emergent tasks of MMLU, summed over models", value: 51 },
  "wei-count-all": {
    ...list,
    claim: "emergent abilities in all, with those of neither benchmark",
    value: 137,
    note: "The 19 of neither benchmark are taken from the table's documentation, not counted anew.",
    copied: true,
  },
  "constant-addition-2": {
    ...constant,
    claim: "share of two-digit sums (0 to 99) that one constant answer gets right",
    value: 0.01,
    locator: "the most frequent sum of two numbers below n is n - 1, in 1 / n of the pairs",
  },
  "constant-addition-3": {
    ...constant,
    claim: "share of three-digit sums (0 to 999) that one constant answer gets right",
    value: 0.001,
    locator: "the most frequent sum of two numbers below n is n - 1, in 1 / n of the pairs",
  },
  "constant-subtraction-3": {
    ...constant,
    claim: "share of three-digit differences (0 to 999) that one constant answer gets right",
    value: 0.001,
    locator: "the most frequent difference of two numbers below n is 0, in 1 / n of the pairs",
  },
  "constant-multiplication-2": {
    ...constant,
    claim: "share of two-digit products (0 to 99) that one constant answer gets right",
    value: 0.0199,
    locator: "the product of two numbers below n is 0 in (2 n - 1) / n^2 of the pairs",
  },
  "mmlu-questions": {
    claim: "questions of MMLU's test, added up from the standard errors of 57 subjects",
    value: 14042,
    unit: "questions",
    source: "Wu and Lo 2025, U-shaped and inverted-U scaling",
    locator: "files of MMLU's questions by difficulty, last question",
    class: "derived",
    tolerance: { relative: 0.001 },
    toleranceReason: "standard errors have four digits, so up to .05 percent each, twice that in n",
  },
  "gpt3-mmlu-175b": {
    claim: "MMLU of GPT-3 175B, few-shot, looked up in Epoch AI's collection",
    value: 43.9,
    unit: "percent",
    source: "Hendrycks et al. 2021, arXiv:2009.03300",
    locator: "Table 1",
    class: "printed",
    tolerance: { absolute: 0.05 },
    toleranceReason: "half a unit of the last printed digit",
    note: "A second copy, not a second measurement.",
    copied: true,
  },
});
