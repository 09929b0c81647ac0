/** Effective information, Psi, Delta and Gamma (closer/14-three-numbers). */
import { entries } from "./entry";

const digits = { tolerance: { absolute: 5e-7 }, toleranceReason: "half a unit of the sixth decimal given" } as const;

const whole = { tolerance: { absolute: 1e-9 }, toleranceReason: "a whole number in closed form" } as const;

// Both papers define the systems; the values follow from their transition matrices. Hoel et al. print two decimals.
const hoel = {
  ...digits,
  unit: "bits",
  source: "Hoel, Albantakis & Tononi 2013, Proc. Natl. Acad. Sci. 110, 19790-19795",
  class: "exact",
} as const;

const rosas = {
  unit: "bits",
  source: "Rosas et al. 2020, PLoS Comput. Biol. 16, e1008289",
  class: "exact",
} as const;

export const causalEmergence = entries({
  "hoel-and-micro": {
    ...hoel,
    locator: "in closed form from the transition matrix of the AND network with noise .3",
    claim: "AND network: effective information of 16 micro states",
    value: 1.148579,
  },
  "hoel-and-macro": {
    ...hoel,
    locator: "in closed form from the transition matrix of the AND network with noise .3",
    claim: "AND network: effective information of 4 macro states",
    value: 1.551829,
  },
  "hoel-eight-micro": {
    ...hoel,
    locator: "in closed form: eight states, seven of which lead to any of the seven, one to itself",
    claim: "eight states: effective information, micro",
    value: 0.543564,
  },
  "hoel-eight-macro": {
    ...hoel,
    ...whole,
    locator: "in closed form: eight states, seven of which lead to any of the seven, one to itself",
    claim: "eight states: effective information, macro",
    value: 1,
  },
  "rosas-decoupling-psi": {
    ...rosas,
    ...digits,
    locator: "causal decoupling, gamma = .99",
    claim: "causal decoupling: Psi = 1 + g log2 g + (1 - g) log2(1 - g), g = .99",
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
});
