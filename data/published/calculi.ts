/** Epsilon-machines, effective information, Psi, Delta and Gamma (14-calculi-of-emergence). */
import type { Entry } from "./entry";

export type CalculiId =
  | "golden-mean-entropy-rate"
  | "golden-mean-complexity"
  | "golden-mean-excess-entropy"
  | "golden-mean-block-1"
  | "golden-mean-block-2"
  | "golden-mean-block-3"
  | "golden-mean-block-4"
  | "even-process-entropy-rate"
  | "even-process-complexity"
  | "even-process-excess-entropy"
  | "hoel-and-micro"
  | "hoel-and-macro"
  | "hoel-eight-micro"
  | "hoel-eight-macro"
  | "rosas-decoupling-psi"
  | "rosas-decoupling-delta"
  | "rosas-decoupling-gamma"
  | "rosas-downward-psi"
  | "rosas-downward-delta"
  | "rosas-downward-gamma";

const digits = { tolerance: { absolute: 5e-7 }, toleranceReason: "half a unit of the sixth decimal given" } as const;
const whole = { tolerance: { absolute: 1e-9 }, toleranceReason: "a whole number in closed form" } as const;
const goldenMean = {
  source: "closed form for the golden mean process",
  locator: "stationary states 2/3 and 1/3",
  status: "exact",
} as const;
const even = {
  source: "closed form for the even process",
  locator: "stationary states 2/3 and 1/3",
  status: "exact",
} as const;
const rate = { ...digits, unit: "bits a symbol", value: 0.666667 } as const;
const hoel = {
  ...digits,
  unit: "bits",
  source: "Hoel, Albantakis & Tononi 2013, Proc. Natl. Acad. Sci. 110, 19790-19795",
  status: "printed",
} as const;
const rosas = {
  unit: "bits",
  source: "Rosas et al. 2020, PLoS Comput. Biol. 16, e1008289",
  status: "printed",
} as const;

export const calculi: Record<CalculiId, Entry> = {
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
  "hoel-and-micro": {
    ...hoel,
    locator: "AND network with noise .3",
    claim: "AND network: effective information of 16 micro states",
    value: 1.148579,
  },
  "hoel-and-macro": {
    ...hoel,
    locator: "AND network with noise .3",
    claim: "AND network: effective information of 4 macro states",
    value: 1.551829,
  },
  "hoel-eight-micro": {
    ...hoel,
    locator: "eight states, seven uniform and one fixed",
    claim: "eight states: effective information, micro",
    value: 0.543564,
  },
  "hoel-eight-macro": {
    ...hoel,
    ...whole,
    locator: "eight states, seven uniform and one fixed",
    claim: "eight states: effective information, macro",
    value: 1,
  },
  "rosas-decoupling-psi": {
    ...rosas,
    ...digits,
    locator: "causal decoupling, gamma = .99",
    claim: "causal decoupling: Psi",
    value: 0.919207,
  },
  "rosas-decoupling-delta": {
    ...rosas,
    ...whole,
    locator: "causal decoupling, gamma = .99",
    claim: "causal decoupling: Delta",
    value: 0,
  },
  "rosas-decoupling-gamma": {
    ...rosas,
    ...whole,
    locator: "causal decoupling, gamma = .99",
    claim: "causal decoupling: Gamma",
    value: 0,
  },
  "rosas-downward-psi": {
    ...rosas,
    ...whole,
    locator: "downward causation",
    claim: "downward causation: Psi",
    value: 0,
  },
  "rosas-downward-delta": {
    ...rosas,
    ...whole,
    locator: "downward causation",
    claim: "downward causation: Delta",
    value: 1,
  },
  "rosas-downward-gamma": {
    ...rosas,
    ...whole,
    locator: "downward causation",
    claim: "downward causation: Gamma",
    value: 1,
  },
};
