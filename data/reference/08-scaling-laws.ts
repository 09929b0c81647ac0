/** Observational and broken scaling laws, slice and sandwich (08-sharp-and-unpredictable; closer/12-kinds). */
import { counted, entries } from "./entry";

const ruan = {
  source: "Ruan, Maddison, Hashimoto 2024, Observational Scaling Laws",
  unit: "",
  class: "printed",
} as const;

const tableC1 = { ...ruan, locator: "Table C.1", unit: "logit" } as const;

/** Half a unit of the last digit that is printed. */
const printed = (digit: number) => ({
  tolerance: { absolute: digit / 2 },
  toleranceReason: "half a unit of the last digit printed",
});

const lastDigits = {
  tolerance: { absolute: 0.05 },
  toleranceReason:
    "ours, a fifth of the smallest standard error: the file of scores was extended after the paper, so that the last digit printed need not come out",
} as const;

const subtractionNote =
  "Three-digit subtraction comes out under two choices that we found by search, not in the table: GSM8K is left out of the benchmarks (the authors' code keeps such a list for arithmetic), and models up to 21.6e21 FLOPs are fitted. It is the valley that the authors' start leads into; the search over starts finds a lower one elsewhere.";

const valley = {
  tolerance: { absolute: 0.01 },
  toleranceReason: "a unit of the last digit: the authors' solver stops at a relative change of 1e-8, in a long valley",
} as const;

const caballero = {
  source: "Caballero, Gupta, Rish, Krueger 2023, Broken Neural Scaling Laws",
  locator: "the authors' script, four-digit addition",
  unit: "root mean square error of ln(loss)",
  class: "derived",
} as const;

const wuLo = {
  source: "Wu and Lo 2025, U-shaped and inverted-U scaling",
  locator: "their data and script, three groups of questions",
  class: "derived",
} as const;

export const scalingLaws = entries({
  "obscaling-unscramble-intercept": { ...tableC1, ...lastDigits, claim: "word unscrambling: intercept", value: -4.93 },
  "obscaling-unscramble-pc1": {
    ...tableC1,
    ...lastDigits,
    claim: "word unscrambling: weight of component 1",
    value: 6.75,
  },
  "obscaling-unscramble-pc2": {
    ...tableC1,
    ...lastDigits,
    claim: "word unscrambling: weight of component 2",
    value: -3.21,
  },
  "obscaling-unscramble-pc3": {
    ...tableC1,
    ...lastDigits,
    claim: "word unscrambling: weight of component 3",
    value: 1.37,
    note: "Printed as -1.37. The sign of a component is free: ours make the sum of its weights positive, so that code weighs negative in this component and positive in that of Persian",
  },
  "obscaling-persian-intercept": {
    ...tableC1,
    ...lastDigits,
    claim: "Persian question answering: intercept",
    value: -5.29,
  },
  "obscaling-persian-pc1": {
    ...tableC1,
    ...lastDigits,
    claim: "Persian question answering: weight of component 1",
    value: 2.98,
  },
  "obscaling-persian-pc2": {
    ...tableC1,
    ...lastDigits,
    claim: "Persian question answering: weight of component 2",
    value: 3.37,
  },
  "obscaling-persian-pc3": {
    ...tableC1,
    ...lastDigits,
    claim: "Persian question answering: weight of component 3",
    value: 1.33,
  },
  "obscaling-subtraction-intercept": {
    ...tableC1,
    ...valley,
    claim: "three-digit subtraction: intercept",
    value: -4.68,
    note: subtractionNote,
  },
  "obscaling-subtraction-pc1": {
    ...tableC1,
    ...valley,
    claim: "three-digit subtraction: weight of component 1",
    value: 5.98,
    note: "Under the two choices named at the intercept.",
  },
  "obscaling-subtraction-pc2": {
    ...tableC1,
    ...valley,
    claim: "three-digit subtraction: weight of component 2",
    value: 8.74,
    note: "Under the two choices named at the intercept.",
  },
  "obscaling-subtraction-pc3": {
    ...tableC1,
    ...valley,
    claim: "three-digit subtraction: weight of component 3",
    value: 39.54,
    note: "Under the two choices named at the intercept.",
  },
  "obscaling-models": { ...ruan, ...counted, locator: "section 3", claim: "base models", value: 77, unit: "models" },
  "obscaling-families": {
    ...ruan,
    ...counted,
    locator: "section 3",
    claim: "families of models",
    value: 21,
    unit: "families",
  },
  "obscaling-component-1": {
    ...ruan,
    locator: "section 3",
    claim: "share of the variance of eight benchmarks along component 1",
    value: 0.8,
    unit: "share",
    tolerance: { absolute: 0.01 },
    toleranceReason: 'ours: printed as "nearly 80 %"',
    note: "The paper fills in missing scores, and so does notebook 08. Notebook 12 takes only the models that have all eight: there the share is smaller.",
  },
  "obscaling-components-1-to-3": {
    ...ruan,
    locator: "section 3",
    claim: "share along components 1 to 3",
    value: 0.97,
    unit: "share",
    tolerance: { absolute: 0.005 },
    toleranceReason: 'printed as "about 97 %"',
  },
  "bnsl-addition-seen": {
    ...caballero,
    ...printed(1e-7),
    claim: "error on the 14 sizes that are fitted",
    value: 5.985e-4,
  },
  "bnsl-addition-extrapolated": {
    ...caballero,
    ...printed(1e-6),
    claim: "error on the 3 larger sizes",
    value: 1.0916e-2,
  },
  "sandwich-wins": {
    ...wuLo,
    ...counted,
    claim: "tasks of 9 in which slice and sandwich has a smaller test error than its baseline",
    value: 3,
    unit: "tasks",
  },
  "sandwich-mmlu": {
    ...wuLo,
    claim: "MMLU: mean squared test error of slice and sandwich",
    value: 2.354,
    unit: "accuracy squared",
    tolerance: { absolute: 0.001 },
    toleranceReason:
      "half a unit of the last digit, and as much again because our table is rounded to six digits, which the polynomial of degree 5 enlarges",
  },
  "sandwich-mmlu-baseline": {
    ...wuLo,
    ...printed(1e-4),
    claim: "MMLU: mean squared test error of the baseline",
    value: 0.0581,
    unit: "accuracy squared",
  },
});
