/** Grokking: modular addition learned long after its examples, and weights that add (05). */
import { type Entry, entries } from "./entry";

const closedForm = {
  source: "Closed form: cosines of every frequency at six evenly turned phases, after Gromov 2023, arXiv:2301.02679",
  locator: "quadraticSolution in @emergence/lib/learning, p = 31",
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

export const grokking = entries({
  "grokking-right-logit": { ...closedForm, claim: "score of the right answer, 3 (p - 1) / 2", value: 45 },
  "grokking-delay-thirty-percent": {
    ...fractions,
    claim: "delay of generalization, p = 113, with 30 percent of the pairs",
    value: 26.54,
  },
});
