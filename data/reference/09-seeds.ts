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
  "parity-nets-per-setting": {
    ...article,
    claim: "nets trained for each set of hyperparameters",
    value: 9,
    unit: "nets",
  },
  "parity-mixed-settings": {
    ...parity,
    claim: "settings that hold both lucky and unlucky nets",
    value: 25,
    unit: "of 125 settings",
  },
  "parity-lucky-low-decay": { ...parity, claim: "lucky nets at weight decay .01, of 225", value: 69 },
  "parity-lucky-middle-decay": { ...parity, claim: "lucky nets at weight decay .1, of 225", value: 222 },
  "parity-lucky-high-decay": { ...parity, claim: "lucky nets at weight decay 1, of 225", value: 99 },
  "parity-inverse-scaling": {
    ...parity,
    claim: "decay .01, 1,250 examples: lucky nets at width 16 less those at width 258, of 9",
    value: 9,
    note: "by width: 9, 4, 1, 0, 0",
  },
  "parity-emergence": {
    ...parity,
    claim: "decay 1, 1,250 examples: lucky nets at width 258 less those at width 16, of 9",
    value: 9,
    note: "by width: 0, 2, 4, 9, 9; the nets of width 16 do not fit their training data",
  },
  "parity-underfit": {
    ...parity,
    locator: "data__hypers_sparse_parity_v4.csv: least train loss above .1",
    claim: "nets that do not fit their training data, all at weight decay 1",
    value: 64,
  },
  "parity-valley": {
    ...parity,
    claim: "nets with a least test loss from 1e-6 up to .1",
    value: 253,
    note: "between the heap of 524 below and that of 348 above: the valley is not empty",
  },
  "grokking-seeds-first": { ...addition, claim: "fewest steps after which a net generalizes", value: 7000 },
  "grokking-seeds-last": { ...addition, claim: "most steps after which a net generalizes", value: 50000 },
  "grokking-seeds-never": {
    ...addition,
    claim: "nets that do not generalize within 50,000 steps",
    value: 5,
    unit: "of 450 nets",
  },
  "grokking-seeds-median": { ...addition, claim: "median number of steps until a net generalizes", value: 28000 },
  "grokking-seeds-mean": {
    ...addition,
    claim: "mean number of steps until a net generalizes",
    value: 28564,
    tolerance: { absolute: 0.5 },
    toleranceReason: "given to whole steps",
  },
  "grokking-seeds-sd": {
    ...addition,
    claim: "standard deviation of the number of steps until a net generalizes",
    value: 10769,
    tolerance: { absolute: 0.5 },
    toleranceReason: "given to whole steps",
  },
  "grokking-seeds-start": {
    source: "definition of cross-entropy",
    locator: "a uniform guess over 67 classes, divided by 67: ln(67) / 67",
    class: "exact",
    claim: "test loss before the first step, mean of 450 nets",
    value: Math.log(67) / 67,
    unit: "nats / 67",
    tolerance: { relative: 0.04 },
    toleranceReason: "random weights do not guess quite evenly",
  },
});
