/** Metrics, and the score of a curve: Schaeffer et al. 2023, Srivastava et al. 2022 (09-the-mirage). */
import { counted, entries } from "./entry";

const bigBench = {
  source: "BIG-bench, unit tests of its metrics (Srivastava et al. 2022)",
  locator: "log probabilities -.1, -.5, -3, -9 with target scores {1, 0, 0, 0} and {.5, 0, 0, 0}",
  class: "printed",
  tolerance: { absolute: 1e-12 },
  toleranceReason: "the unit test prints all digits; what is left is rounding of sums",
} as const;

const uniformBrier = {
  source: "definition of the Brier score",
  locator: "a uniform guess over four options, one of which is right",
  class: "exact",
  unit: "squared probability",
  tolerance: { absolute: 1e-12 },
  toleranceReason: "exact but for rounding",
} as const;

const tokens = {
  source: "Schaeffer, Miranda & Koyejo 2023",
  locator: "section 2: loss (N/c)^alpha, p = exp(-loss), exact match p^length",
  class: "exact",
} as const;

const transliteration = {
  source: "Ruan, Maddison & Hashimoto 2024, data of Observational Scaling Laws",
  locator: "base models, two-shot, transliteration into the phonetic alphabet, by training compute",
  class: "derived",
} as const;

const optLambada = {
  source: "EleutherAI, lm-evaluation-harness, results of July 2023",
  locator: "OPT from 125M to 66B on lambada_openai; score of Schaeffer et al. 2023, section 4",
  class: "derived",
  unit: "typical steps",
} as const;

const twoDecimals = { tolerance: { absolute: 0.005 }, toleranceReason: "given to two decimals" } as const;
const oneDecimal = { tolerance: { absolute: 0.05 }, toleranceReason: "given to one decimal" } as const;

export const metrics = entries({
  "mirage-bigbench-multiple-choice-grade": {
    ...bigBench,
    claim: "multiple-choice grade, mean of two questions",
    unit: "share",
    value: 0.75,
  },
  "mirage-bigbench-brier": {
    ...bigBench,
    claim: "Brier score averaged over the options, mean of two questions",
    unit: "squared probability",
    value: 0.08217880533576256,
  },
  "mirage-bigbench-calibration-error": {
    ...bigBench,
    claim: "expected calibration error, 15 bins, two questions",
    unit: "share",
    value: 0.4204510049762008,
  },
  "mirage-brier-uniform-sum": {
    ...uniformBrier,
    claim: "Brier score of a uniform guess, summed over the options",
    value: 0.75,
    note: "Du et al. use this convention",
  },
  "mirage-brier-uniform-mean": {
    ...uniformBrier,
    claim: "Brier score of a uniform guess, averaged over the options",
    value: 0.1875,
    note: "BIG-bench uses this convention",
  },
  "mirage-brier-uniform-target": {
    ...uniformBrier,
    claim: "Brier score of a uniform guess, on the right option only",
    value: 0.5625,
  },
  "mirage-token-at-scale": {
    ...tokens,
    claim: "chance of a right token at N = c, which is 1 / e",
    value: 0.36787944117144233,
    unit: "share",
    tolerance: { absolute: 1e-15 },
    toleranceReason: "exact but for rounding",
  },
  "mirage-token-width": {
    ...tokens,
    claim: "10-90 % width of exact match for alpha = -0.4, log10(ln 10 / ln (10/9)) / 0.4, at any length",
    value: 3.348844503016567,
    unit: "decades of size",
    tolerance: { absolute: 1e-9 },
    toleranceReason: "ours is found by halving an interval on the curve, a hundred times",
  },
  "mirage-straight-line": {
    source: "Schaeffer, Miranda & Koyejo 2023",
    locator: "section 4, the score of a straight line over k sizes, k - 1",
    class: "exact",
    claim: "score of a straight line over eight sizes",
    value: 7,
    unit: "typical steps",
    tolerance: { absolute: 1e-12 },
    toleranceReason: "exact but for rounding",
  },
  "mirage-linearity-straight": {
    source: "Srivastava et al. 2022, Beyond the imitation game",
    locator: "definition of linearity: a straight line that rises",
    class: "exact",
    claim: "linearity of a straight line",
    value: 1,
    unit: "of a straight line's",
    tolerance: { absolute: 1e-12 },
    toleranceReason: "exact but for rounding",
  },
  "mirage-opt-exact-zeros": {
    ...transliteration,
    ...counted,
    claim: "OPT: sizes with an exact match of zero, which makes the score infinite",
    value: 6,
    unit: "of 8 sizes",
  },
  "mirage-opt-exact-30b": {
    ...transliteration,
    claim: "OPT 30B: exact match",
    value: 0.002,
    unit: "share",
    tolerance: { absolute: 0.0005 },
    toleranceReason: "given to three decimals",
  },
  "mirage-opt-exact-66b": {
    ...transliteration,
    claim: "OPT 66B: exact match",
    value: 0.007,
    unit: "share",
    tolerance: { absolute: 0.0005 },
    toleranceReason: "given to three decimals",
  },
  "mirage-opt-bleu-highest": {
    ...transliteration,
    ...twoDecimals,
    claim: "OPT: highest BLEU over its sizes",
    value: 2.36,
    unit: "percent",
  },
  "mirage-opt-bleu-score": {
    ...transliteration,
    ...twoDecimals,
    claim: "OPT: Schaeffer's score under BLEU",
    value: 25.03,
    unit: "typical steps",
    note: "under exact match it is infinite, on the same outputs",
  },
  "mirage-pythia-exact-zeros": {
    ...transliteration,
    ...counted,
    claim: "Pythia: sizes with an exact match of zero, which leaves no score",
    value: 8,
    unit: "of 8 sizes",
  },
  "mirage-pythia-bleu-lowest": {
    ...transliteration,
    ...twoDecimals,
    claim: "Pythia: lowest BLEU over its sizes",
    value: 0.03,
    unit: "percent",
  },
  "mirage-pythia-bleu-highest": {
    ...transliteration,
    ...twoDecimals,
    claim: "Pythia: highest BLEU over its sizes",
    value: 0.58,
    unit: "percent",
  },
  "mirage-pythia-bleu-score": {
    ...transliteration,
    ...twoDecimals,
    claim: "Pythia: Schaeffer's score under BLEU",
    value: 12.79,
    unit: "typical steps",
    note: "under exact match it is 0 / 0, on the same outputs",
  },
  "mirage-opt-lambada-accuracy": { ...optLambada, ...twoDecimals, claim: "score of accuracy", value: 8.75 },
  "mirage-opt-lambada-perplexity": { ...optLambada, ...oneDecimal, claim: "score of minus perplexity", value: 26.2 },
  "mirage-opt-lambada-loss": {
    ...optLambada,
    ...oneDecimal,
    claim: "score of minus the log of perplexity",
    value: 11.2,
  },
});
