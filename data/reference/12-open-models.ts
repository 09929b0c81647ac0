/** Open base models and their training compute (closer/12-families). */
import { counted, entries } from "./entry";

const observed = {
  source: "Ruan, Maddison, Hashimoto 2024, Observational Scaling Laws",
  locator: "base_llm_benchmark_eval.csv, commit 4d6e1e4",
  class: "derived",
} as const;

export const openModels = entries({
  "quality-models": { ...observed, ...counted, claim: "public base models in the table", value: 148, unit: "models" },
  "quality-families": { ...observed, ...counted, claim: "families of these models", value: 47, unit: "families" },
  "quality-unpublished": {
    ...observed,
    ...counted,
    claim: "models whose tokens and FLOPs are not published",
    value: 25,
    unit: "models",
  },
  "quality-gpt3-epoch": {
    source: "Data: Epoch AI (epochai.org), notable AI models, accessed 2026-01-26",
    locator: "GPT-3 175B (davinci)",
    class: "printed",
    claim: "training compute of GPT-3 175B, as 6 x 1.746e11 x 300e9",
    value: 3.14,
    unit: "10^23 FLOP",
    tolerance: { absolute: 0.005 },
    toleranceReason: "half a unit of the last digit",
  },
  "quality-llama2-flops": {
    ...observed,
    claim: "training compute of Llama-2-7b, as 6 N D",
    value: 8.4,
    unit: "10^22 FLOP",
    tolerance: { relative: 1e-12 },
    toleranceReason: "an exact product",
    copied: true,
  },
  "quality-bloom-flops": {
    source: "Maia Polo et al. 2024, Sloth: scaling laws for LLM skills",
    locator: "data_v2.csv, commit 6dc6bb3",
    class: "derived",
    claim: "training compute of BLOOM 176B, as 6 N D",
    value: 38.6496,
    unit: "10^22 FLOP",
    tolerance: { relative: 1e-12 },
    toleranceReason: "an exact product",
    copied: true,
  },
  "quality-btlm-flops": {
    ...observed,
    claim: "training compute of btlm-3b-8k, as 6 N D, with the tokens set right",
    value: 1.1286,
    unit: "10^22 FLOP",
    tolerance: { relative: 1e-12 },
    toleranceReason: "an exact product",
    note: "The publisher's file has a thousand times as many tokens; the model was trained on SlimPajama's 627 billion.",
    copied: true,
  },
});
