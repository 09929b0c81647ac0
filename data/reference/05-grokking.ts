/** Grokking: modular addition learned long after its examples, and weights that add (05). */
import { counted, type Entry, entries } from "./entry";

const closedForm = {
  source: "Closed form: cosines of every frequency at six evenly turned phases, after Gromov 2023, arXiv:2301.02679",
  locator: "quadraticSolution in @emergence/lib/learning",
  class: "exact",
  unit: "score",
  tolerance: { absolute: 1e-4 },
  toleranceReason: "sums of 90 products in 32 bits",
} as const satisfies Partial<Entry>;

const fractions = {
  source: "Nanda et al. 2023, progress-measures-paper, commit 23d2c64",
  locator: "table grokking-fractions: first step with test loss under 1, over first step with train loss under .01",
  class: "derived",
  unit: "times",
  tolerance: { absolute: 0.005 },
  toleranceReason: "given to two decimals",
} as const satisfies Partial<Entry>;

const transformer = {
  ...fractions,
  source: "Fu 2026, muon-norm-cap-grokking, commit 59b6e01",
  locator: "table grokking-runs: step of test accuracy .95 over step of train accuracy .99, median of three nets",
} as const satisfies Partial<Entry>;

const frequencies = {
  ...counted,
  source: "Pearce et al. 2023, PAIR-code/ai-explorables, commit 64ac8eb",
  locator: "data__hypers_mlp_modular_addition_sweep.csv: frequencies of each net",
  class: "derived",
  unit: "of 450 nets",
} as const satisfies Partial<Entry>;

const clocks = {
  ...counted,
  source: "He et al. 2026, modular-addition-feature-learning, commit bcb280d",
  locator: "precomputed_results: first logged epoch with test accuracy .99",
  class: "derived",
  unit: "epochs",
} as const satisfies Partial<Entry>;

export const grokking = entries({
  "grokking-right-logit": { ...closedForm, claim: "score of the right answer, 3 (p - 1) / 2, p = 31", value: 45 },
  "grokking-right-logit-7": { ...closedForm, claim: "score of the right answer, p = 7", value: 9 },
  "grokking-right-logit-23": { ...closedForm, claim: "score of the right answer, p = 23", value: 33 },
  "grokking-right-logit-97": {
    ...closedForm,
    claim: "score of the right answer, p = 97",
    value: 144,
    tolerance: { absolute: 1e-3 },
    toleranceReason: "sums of 288 products of up to 4 in 32 bits",
  },
  "grokking-wrong-logit": { ...closedForm, claim: "score of every wrong answer, any p", value: -1.5 },
  "grokking-one-frequency-margin": {
    ...closedForm,
    claim: "with one frequency, right score above the best wrong one, 3 (1 - cos(2 pi / 31))",
    value: 0.06141,
  },
  "grokking-delay-thirty-percent": {
    ...fractions,
    claim: "delay of generalization, p = 113, with 30 percent of the pairs",
    value: 26.54,
  },
  "grokking-delay-quarter": {
    ...fractions,
    claim: "delay of generalization, p = 113, with 25 percent of the pairs",
    value: 74,
  },
  "grokking-delay-half": {
    ...fractions,
    claim: "delay of generalization, p = 113, with half of the pairs",
    value: 2.74,
  },
  "grokking-delay-seventy-percent": {
    ...fractions,
    claim: "delay of generalization, p = 113, with 70 percent of the pairs",
    value: 0.83,
    note: "Below 1 since the bars of the two losses differ.",
  },
  "grokking-delay-adamw": { ...transformer, claim: "delay, p = 97, AdamW without decay", value: 34.25 },
  "grokking-delay-adamw-decay": { ...transformer, claim: "delay, p = 97, AdamW with decay 1", value: 5 },
  "grokking-seeds-median": {
    ...frequencies,
    locator: "data__allmetrics_mlp_modular_addition_sweep.csv: first checkpoint with test loss under .001",
    claim: "median wait of 450 seeds, p = 67; five that never generalize are infinite",
    value: 28000,
    unit: "optimizer steps",
  },
  "grokking-frequencies-three": { ...frequencies, claim: "nets that use three frequencies, p = 67", value: 274 },
  "grokking-frequencies-four": { ...frequencies, claim: "nets that use four frequencies, p = 67", value: 165 },
  "modular-addition-29": { ...clocks, claim: "29 hours: when the held-out pairs are right", value: 14000 },
  "modular-addition-31": { ...clocks, claim: "31 hours: when the held-out pairs are right", value: 8000 },
  "modular-addition-23": {
    ...clocks,
    claim: "23 hours: accuracy on the held-out pairs at the end, 128 of 133",
    locator: "precomputed_results: test accuracy at the last logged epoch",
    value: 0.9624,
    unit: "share of the pairs",
    tolerance: { absolute: 5e-5 },
    toleranceReason: "given to four decimals",
  },
});
