/** LAMBADA over the training of the Pythia models (00-start-here, 06-emergent-abilities). */
import { counted, entries } from "./entry";

const pythia = {
  source: "Pythia evaluations v1, EleutherAI",
  locator: "zero-shot files, lambada_openai, 16 models",
  class: "derived",
} as const;

export const lambada = entries({
  "pythia-lambada-silent-models": {
    ...pythia,
    ...counted,
    claim: "models without one right answer through step 512",
    value: 15,
    unit: "of 16 models",
  },
  "pythia-lambada-early-answers": {
    ...pythia,
    ...counted,
    claim: "right answers of pythia-1b-deduped by step 512, its best checkpoint until then",
    value: 2,
    unit: "of 5,153 passages",
  },
  "pythia-lambada-lowest-at-1000": {
    ...pythia,
    claim: "lowest accuracy among the models at step 1000",
    value: 0.03,
    unit: "share",
    tolerance: { absolute: 0.005 },
    toleranceReason: "given to two decimals",
  },
  "pythia-lambada-highest-at-1000": {
    ...pythia,
    claim: "highest accuracy among the models at step 1000",
    value: 0.11,
    unit: "share",
    tolerance: { absolute: 0.005 },
    toleranceReason: "given to two decimals",
  },
  "pythia-lambada-12b-end": {
    ...pythia,
    claim: "accuracy of pythia-12b at the end of training",
    value: 0.7,
    unit: "share",
    tolerance: { absolute: 0.01 },
    toleranceReason: 'given as "about .70"',
  },
  "pythia-lambada-least-perplexity-left": {
    ...pythia,
    claim: "perplexity at step 512 over perplexity at the start, lowest of the models",
    value: 0.01,
    unit: "share of the start",
    tolerance: { absolute: 0.005 },
    toleranceReason: "given as a whole percentage",
  },
  "pythia-lambada-most-perplexity-left": {
    ...pythia,
    claim: "perplexity at step 512 over perplexity at the start, highest of the models",
    value: 0.06,
    unit: "share of the start",
    tolerance: { absolute: 0.005 },
    toleranceReason: "given as a whole percentage",
  },
  "pythia-lambada-perplexity-falls-from": {
    claim: "first step from which on perplexity is below its start, latest of the eight plain models",
    value: 64,
    unit: "optimizer steps",
    source: "Pythia evaluations v1, EleutherAI",
    locator: "zero-shot files, lambada_openai",
    class: "derived",
    ...counted,
    note: 'Given as "from step 32 or 64 on".',
  },
});
