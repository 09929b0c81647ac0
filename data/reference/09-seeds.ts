/** Luck of the seed: sparse parity and modular addition, Pearce et al. 2023 (closer/09-luck-of-the-seed). */
import { counted, entries } from "./entry";

const article = {
  ...counted,
  source: "Pearce et al. 2023, Do machine learning models memorize or generalize? (PAIR, AI Explorables)",
  locator: "When does grokking happen?",
  class: "printed",
} as const;

const parity = {
  ...counted,
  source: "Pearce et al. 2023, PAIR-code/ai-explorables, commit 64ac8eb",
  locator: "data__hypers_sparse_parity_v4.csv: least test loss of each net, lucky below .1",
  class: "derived",
  unit: "nets",
} as const;

const addition = {
  ...counted,
  source: "Pearce et al. 2023, PAIR-code/ai-explorables, commit 64ac8eb",
  locator: "data__allmetrics_mlp_modular_addition_sweep.csv: first checkpoint with test loss under .001",
  class: "derived",
  unit: "optimizer steps",
} as const;

export const seeds = entries({
  "parity-nets": {
    ...article,
    claim: "nets trained on the task of 1s and 0s",
    value: 1000,
    unit: "nets",
    bound: "lower",
    note: 'Given as "over a thousand".',
  },
  "parity-mixed-settings": {
    ...parity,
    claim: "settings that hold both lucky and unlucky nets",
    value: 25,
    unit: "of 125 settings",
  },
  "parity-inverse-scaling": {
    ...parity,
    claim: "weight decay .01, 1,250 examples, five widths: lucky nets, of 45",
    value: 14,
    note: "By width: 9, 4, 1, 0, 0.",
  },
  "parity-emergence": {
    ...parity,
    claim: "weight decay 1, 1,250 examples, five widths: lucky nets, of 45",
    value: 24,
    note: "By width: 0, 2, 4, 9, 9. The nets of width 16 do not fit their training data.",
  },
  "parity-underfit": {
    ...parity,
    locator: "data__hypers_sparse_parity_v4.csv: least train loss above .1",
    claim: "nets that do not fit their training data, all at weight decay 1",
    value: 64,
  },
  "grokking-seeds-first": { ...addition, claim: "fewest steps after which a net generalizes", value: 7000 },
  "grokking-seeds-never": {
    ...addition,
    claim: "nets that do not generalize within 50,000 steps",
    value: 5,
    unit: "of 450 nets",
  },
});
