/** Epsilon-machines of two processes (closer/14-machines). */
import { entries } from "./entry";

const digits = { tolerance: { absolute: 5e-7 }, toleranceReason: "half a unit of the sixth decimal given" } as const;

const goldenMean = {
  source: "closed form for the golden mean process",
  locator: "stationary states 2/3 and 1/3",
  class: "exact",
} as const;

const even = {
  source: "closed form for the even process",
  locator: "stationary states 2/3 and 1/3",
  class: "exact",
} as const;

const rate = { ...digits, unit: "bits a symbol", value: 0.666667 } as const;

export const epsilonMachines = entries({
  "golden-mean-entropy-rate": { ...goldenMean, ...rate, claim: "golden mean: entropy rate h (2/3)" },
  "golden-mean-complexity": {
    ...goldenMean,
    ...digits,
    claim: "golden mean: statistical complexity C",
    value: 0.918296,
    unit: "bits",
  },
  "golden-mean-excess-entropy": {
    ...goldenMean,
    ...digits,
    claim: "golden mean: excess entropy E",
    value: 0.251629,
    unit: "bits",
  },
  "golden-mean-block-1": { ...goldenMean, ...digits, claim: "golden mean: H(1)", value: 0.918296, unit: "bits" },
  "golden-mean-block-2": { ...goldenMean, ...digits, claim: "golden mean: H(2)", value: 1.584963, unit: "bits" },
  "golden-mean-block-3": { ...goldenMean, ...digits, claim: "golden mean: H(3)", value: 2.251629, unit: "bits" },
  "golden-mean-block-4": { ...goldenMean, ...digits, claim: "golden mean: H(4)", value: 2.918296, unit: "bits" },
  "even-process-entropy-rate": { ...even, ...rate, claim: "even process: entropy rate h (2/3)" },
  "even-process-complexity": {
    ...even,
    ...digits,
    claim: "even process: statistical complexity C",
    value: 0.918296,
    unit: "bits",
  },
  "even-process-excess-entropy": {
    ...even,
    ...digits,
    claim: "even process: excess entropy E",
    value: 0.918296,
    unit: "bits",
  },
});
