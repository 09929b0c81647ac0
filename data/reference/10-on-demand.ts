/** Emergence on demand: principal components of the digits, a score, and addition (closer/10-images, closer/10-addition). */
import { counted, entries } from "./entry";

const table = {
  ...counted,
  source: "this kit, tables addition-answers and addition-positions",
  class: "derived",
} as const;

const components = {
  source: "Zheng & Casari 2018, Feature Engineering for Machine Learning",
  locator: "example 6-1: principal components of scikit-learn's 1,797 digits",
  class: "secondary",
  note: "Seen in public copies of the book's example, which agree in all digits.",
} as const;

export const onDemand = entries({
  "digits-first-component": {
    ...components,
    claim: "variance of the digits along their first principal component",
    value: 0.14890594,
    unit: "share",
    tolerance: { absolute: 5e-9 },
    toleranceReason: "given to eight decimals",
  },
  "digits-three-components": {
    ...components,
    claim: "variance of the digits along their first three components",
    value: 0.4030395858767512,
    unit: "share",
    tolerance: { absolute: 1e-12 },
    toleranceReason: "given in full; what is left is rounding of sums",
  },
  "digits-components-for-80": {
    ...components,
    ...counted,
    claim: "components that hold .8 of the variance of the digits",
    value: 13,
    unit: "components",
  },
  "on-demand-straight-line": {
    source: "Schaeffer, Miranda & Koyejo 2023",
    locator: "section 4, the score of a straight line over k sizes, k - 1",
    class: "exact",
    claim: "score of a straight line over twelve sizes",
    value: 11,
    unit: "typical steps",
    tolerance: { absolute: 1e-12 },
    toleranceReason: "exact but for rounding",
  },
  "addition-guessing": {
    source: "definition of cross-entropy",
    locator: "a network that knows the carry and guesses eight digits: 8 ln 10 / 9",
    class: "exact",
    claim: "addition of eight digits: loss per token of the networks of width 8, in the middle",
    value: 2.046742304883596,
    unit: "nats",
    tolerance: { absolute: 0.005 },
    toleranceReason: "a network of 1,000 sums by sums of 64: a little worse than the best guess",
  },
  "addition-came": {
    ...table,
    locator: "first test with half of the sums right, places 1 to 8",
    claim: "addition of eight digits: digits that came in 2,500 steps, in all networks",
    value: 271,
    unit: "digits",
  },
  "addition-adders": {
    ...table,
    locator: "exact match of .9 or more at step 2,500",
    claim: "addition of eight digits: networks that add",
    value: 18,
    unit: "networks",
  },
});
