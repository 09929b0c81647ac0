/** Loss in the place of size: fits to OpenLM's scaling test bed (closer/09-loss-instead-of-size). */
import { counted, entries } from "./entry";

const fits = {
  source: "Gadre et al. 2024, scaling test bed (mlfoundations/scaling, a003c49)",
  class: "derived",
  unit: "proportion of the variance",
  tolerance: { absolute: 0.0005 },
  toleranceReason: "given to three decimals",
} as const;

const lambada = { ...fits, locator: "lambada_openai, all models of a corpus, cubic by least squares" } as const;

const jeopardy = {
  ...fits,
  locator: "jeopardy, all models of a corpus, cubic by least squares",
  note: "A cubic cannot lie flat and then rise: by curves that can, compute does not lead.",
} as const;

const constant = {
  source: "BIG-bench 1.0.0, cs_algorithms (Srivastava et al. 2022)",
  locator: "1,320 questions: 568 Invalid, 432 Valid, 320 lengths, each digit 32 times",
  class: "derived",
  unit: "proportion right",
  tolerance: { absolute: 1e-6 },
  toleranceReason: "a quotient of counts, to six decimals",
} as const;

export const losses = entries({
  "openlm-lambada-loss-c4": { ...lambada, claim: "LAMBADA over the loss on C4, trained on C4", value: 0.998 },
  "openlm-lambada-loss-redpajama": { ...lambada, claim: "the same, trained on RedPajama", value: 0.997 },
  "openlm-lambada-loss-refinedweb": { ...lambada, claim: "the same, trained on RefinedWeb", value: 0.997 },
  "openlm-lambada-size-c4": { ...lambada, claim: "LAMBADA over log parameters, trained on C4", value: 0.823 },
  "openlm-lambada-size-redpajama": { ...lambada, claim: "the same, trained on RedPajama", value: 0.838 },
  "openlm-lambada-size-refinedweb": { ...lambada, claim: "the same, trained on RefinedWeb", value: 0.831 },
  "openlm-lambada-flops-c4": { ...lambada, claim: "LAMBADA over log 6 N D, trained on C4", value: 0.975 },
  "openlm-lambada-flops-redpajama": { ...lambada, claim: "the same, trained on RedPajama", value: 0.977 },
  "openlm-lambada-flops-refinedweb": { ...lambada, claim: "the same, trained on RefinedWeb", value: 0.978 },
  "openlm-jeopardy-loss-c4": { ...jeopardy, claim: "Jeopardy over the loss on C4, trained on C4", value: 0.534 },
  "openlm-jeopardy-loss-redpajama": { ...jeopardy, claim: "the same, trained on RedPajama", value: 0.872 },
  "openlm-jeopardy-loss-refinedweb": { ...jeopardy, claim: "the same, trained on RefinedWeb", value: 0.854 },
  "openlm-jeopardy-flops-c4": { ...jeopardy, claim: "Jeopardy over log 6 N D, trained on C4", value: 0.57 },
  "openlm-jeopardy-flops-redpajama": { ...jeopardy, claim: "the same, trained on RedPajama", value: 0.979 },
  "openlm-jeopardy-flops-refinedweb": { ...jeopardy, claim: "the same, trained on RefinedWeb", value: 0.984 },
  "cs-algorithms-always-invalid": {
    ...constant,
    claim: "cs_algorithms by the answer Invalid throughout",
    value: 0.430303,
  },
  "cs-algorithms-by-form": {
    ...constant,
    claim: "cs_algorithms by Invalid or one digit, as the question asks for",
    value: 0.454545,
  },
  "cs-algorithms-best": {
    ...fits,
    ...counted,
    locator: "bigbench_cs_algorithms, all 104 models",
    unit: "right of 1,320",
    claim: "cs_algorithms, most right answers of a model",
    value: 609,
  },
});
