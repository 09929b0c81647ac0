/** Grammar: BLiMP, CoLA, SAD (07-minimal-pairs). */
import { counted, entries } from "./entry";

const pairs = { unit: "share of minimal pairs" } as const;

const results = {
  ...pairs,
  source: "BLiMP, Warstadt et al. 2020",
  locator: "raw results of the repository, mean over the 67 paradigms",
  class: "derived",
  tolerance: { absolute: 0.00005 },
  toleranceReason: "given to four decimals",
} as const;

const secondHand = {
  ...pairs,
  source: "BLiMP, Warstadt et al. 2020",
  locator: "table of results, overall",
  class: "secondary",
  tolerance: { absolute: 0.0005 },
  toleranceReason: "given to three decimals",
} as const;

const words = {
  ...pairs,
  source: "Zhang, Warstadt, Li & Bowman 2021",
  locator: "published results by paradigm, mean over 67",
  class: "derived",
} as const;
const twoDecimals = { tolerance: { absolute: 0.005 }, toleranceReason: "given to two decimals" } as const;
const threeDecimals = { tolerance: { absolute: 0.0005 }, toleranceReason: "given to three decimals" } as const;

const bert = {
  source: "google-research/bert, README (Turc et al. 2019)",
  locator: "table of the smaller models, test set",
  class: "printed",
  tolerance: { absolute: 0.05 },
  toleranceReason: "given to one decimal",
  copied: true,
} as const;
const cola = { ...bert, unit: "Matthews correlation, times 100" } as const;
const mnli = { ...bert, unit: "percent right (matched)" } as const;

const sad = {
  source: "Syntactic Acceptability Dataset, arizus/sad",
  locator: "preview file",
  class: "derived",
} as const;
const rating = {
  ...sad,
  unit: "Likert points, 1 to 7",
  tolerance: { absolute: 0.005 },
  toleranceReason: "given to two decimals",
} as const;

const juzek = {
  source: "Juzek 2025, The Syntactic Acceptability Dataset (Preview), arXiv:2506.18120",
  locator: "abstract",
  unit: "share of 1,000 sentences",
  class: "printed",
  tolerance: { absolute: 0.005 },
  toleranceReason: "given in whole percent",
} as const;

export const minimalPairs = entries({
  "blimp-ngram": { ...results, claim: "BLiMP, n-gram model, overall", value: 0.6124 },
  "blimp-lstm": { ...results, claim: "BLiMP, LSTM, overall", value: 0.6981 },
  "blimp-transformer-xl": { ...results, claim: "BLiMP, Transformer-XL, overall", value: 0.6963 },
  "blimp-gpt2": { ...results, claim: "BLiMP, GPT-2, overall", value: 0.8302 },
  "blimp-gpt2-first-print": {
    ...secondHand,
    claim: "BLiMP, GPT-2, overall, as first printed",
    value: 0.815,
    note: "The raw results in the repository give .8302, the first print .815. The repository's README has an erratum of 16 August 2021: some results in Tables 3 and 4 were misreported in the printed version, and the result files are the ones to cite.",
  },
  "blimp-human": {
    ...secondHand,
    claim: "BLiMP, agreement of single annotators, overall",
    value: 0.886,
    note: "Single annotators. Their majority agrees with the key in 96.4 % of pairs (abstract of the paper).",
  },
  "blimp-roberta-1m": {
    ...words,
    ...threeDecimals,
    claim: "BLiMP, trained on 1M words, mean of three runs",
    value: 0.586,
  },
  "blimp-roberta-10m": { ...words, ...twoDecimals, claim: "BLiMP, RoBERTa trained on 10M words", value: 0.72 },
  "blimp-roberta-100m": { ...words, ...twoDecimals, claim: "BLiMP, RoBERTa trained on 100M words", value: 0.78 },
  "blimp-roberta-1b": { ...words, ...twoDecimals, claim: "BLiMP, RoBERTa trained on 1B words", value: 0.82 },
  "blimp-roberta-full": { ...words, ...threeDecimals, claim: "BLiMP, RoBERTa in full", value: 0.854 },
  "bert-tiny-cola": { ...cola, claim: "CoLA, BERT-Tiny", value: 0 },
  "bert-mini-cola": { ...cola, claim: "CoLA, BERT-Mini", value: 0 },
  "bert-small-cola": { ...cola, claim: "CoLA, BERT-Small", value: 27.8 },
  "bert-medium-cola": { ...cola, claim: "CoLA, BERT-Medium", value: 38 },
  "bert-tiny-mnli": { ...mnli, claim: "MNLI, BERT-Tiny", value: 70.2 },
  "bert-mini-mnli": { ...mnli, claim: "MNLI, BERT-Mini", value: 74.8 },
  "bert-small-mnli": { ...mnli, claim: "MNLI, BERT-Small", value: 77.6 },
  "bert-medium-mnli": { ...mnli, claim: "MNLI, BERT-Medium", value: 80 },
  "sad-grammatical": {
    ...sad,
    ...counted,
    claim: "sentences that the literature calls grammatical",
    value: 694,
    unit: "of 1,000 sentences",
  },
  "sad-ungrammatical": {
    ...sad,
    ...counted,
    claim: "sentences that the literature calls ungrammatical",
    value: 306,
    unit: "of 1,000 sentences",
  },
  "sad-convergence": {
    ...juzek,
    claim: "grammaticality and acceptability agree, ratings cut at the midpoint 4",
    value: 0.83,
    note: "The abstract says about 83 %. That the ratings are cut at the midpoint of the scale is ours; two sentences are rated exactly 4.",
  },
  "sad-grammatical-rating": { ...rating, claim: "mean rating of the grammatical sentences", value: 5.69 },
  "sad-ungrammatical-rating": { ...rating, claim: "mean rating of the ungrammatical sentences", value: 3.35 },
});
