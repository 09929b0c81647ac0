/** Closure of macro variables, and other schools' numbers on the same chains (closer/14-closure, closer/14-what-the-count-leaves-out). */
import { counted, entries } from "./entry";

const digits = { tolerance: { absolute: 5e-7 }, toleranceReason: "half a unit of the sixth decimal given" } as const;

const zero = { tolerance: { absolute: 0 }, toleranceReason: "a theorem: no rounding is allowed" } as const;

const leak = { unit: "bits a step", class: "exact" } as const;

const magnet = {
  ...leak,
  source: "Pfante et al. 2014, Adv. Complex Syst. 17, 1450007, for the measure; Glauber 1963 for the magnet",
} as const;

const atoms = {
  unit: "bits",
  class: "exact",
  ...digits,
  source: "Mediano et al. 2021, arXiv 2109.13186; redundancy by Barrett 2015, Phys. Rev. E 91, 052802",
  locator: "the sixteen equations solved for two independent fair bits that change places",
} as const;

export const closure = entries({
  "closure-urn": {
    ...leak,
    ...zero,
    claim: "Ehrenfest's urn of nine balls: I(Z' ; X | Z) of the count",
    value: 0,
    source: "Kemeny & Snell 1976, Finite Markov Chains, 6.3: lumpability",
    locator: "the next count depends on the count alone",
  },
  "closure-all": {
    ...magnet,
    ...zero,
    claim: "magnet of nine spins, all coupled, T = 2.5: I(Z' ; X | Z) of the count",
    value: 0,
    locator: "the chance to turn over depends on the spin and the count alone",
  },
  "closure-torus": {
    ...magnet,
    ...digits,
    claim: "magnet of 3 x 3 spins on a torus, T = 2.5: I(Z' ; X | Z) of the count, all states alike",
    value: 0.027052,
    locator: "in closed form: a sum over 512 states, also by numpy",
  },
  "closure-ring": {
    ...magnet,
    ...digits,
    claim: "magnet of nine spins on a ring, T = 2.5: I(Z' ; X | Z) of the count, all states alike",
    value: 0.027315,
    locator: "in closed form: a sum over 512 states, also by numpy",
  },
  "closure-even-process": {
    ...leak,
    ...digits,
    claim: "even process: I(Z' ; X | Z) of the symbol, stationary: 2/3 H(1/4) - 1/3",
    value: 0.207519,
    source: "closed form for the even process",
    locator: "after a 1 the next symbol is 0 with chance 1/4; half of those states know it for sure",
  },
  "closure-classes-ring": {
    ...counted,
    claim: "ring of nine spins: values of the coarsest closed variable that knows the count: bracelets of nine beads",
    value: 46,
    unit: "values",
    class: "exact",
    source: "Pólya's count of two-colored bracelets; OEIS A000029",
    locator: "nine beads: (60 + 32) / 2, necklaces and mirror images",
  },
  "closure-classes-torus": {
    ...counted,
    claim: "3 x 3 torus: values of the coarsest closed variable that knows the count: tables up to exchange of lines",
    value: 26,
    unit: "values",
    class: "exact",
    source: "Burnside's lemma over the 72 symmetries of the 3 x 3 torus",
    locator: "0-1 tables of 3 x 3, rows, columns and their roles exchanged",
  },
  "hoel-and-cp-micro": {
    ...digits,
    claim: "AND network, noise .3: causal primitives of 16 micro states",
    value: 0.287145,
    unit: "no unit",
    class: "exact",
    source: "Hoel 2025, arXiv 2503.13395, for the measure; Hoel et al. 2013 for the network",
    locator: "effective information 1.148579 divided by log2 16",
  },
  "hoel-and-cp-macro": {
    ...digits,
    claim: "AND network, noise .3: causal primitives of 4 macro states",
    value: 0.775914,
    unit: "no unit",
    class: "exact",
    source: "Hoel 2025, arXiv 2503.13395, for the measure; Hoel et al. 2013 for the network",
    locator: "effective information 1.551829 divided by log2 4",
  },
  "seven-and-one-reversibility": {
    ...digits,
    claim: "seven states alike and one: dynamical reversibility at alpha 1",
    value: 2,
    unit: "no unit",
    class: "exact",
    source: "Zhang et al. 2025, npj Complexity 2, 3, for the measure; Hoel et al. 2013 for the chain",
    locator: "singular values 1, 1, 0, ...",
  },
  "seven-and-one-gain": {
    ...digits,
    claim: "seven states alike and one: clear emergence, 2 (1/2 - 1/8)",
    value: 0.75,
    unit: "no unit",
    class: "exact",
    source: "Zhang et al. 2025, npj Complexity 2, 3, for the measure; Hoel et al. 2013 for the chain",
    locator: "rank 2 of 8",
  },
  "phiid-swap-unique": {
    ...atoms,
    claim: "two bits change places: from the first alone to the second alone",
    value: 1,
  },
  "phiid-swap-redundancy": { ...atoms, claim: "two bits change places: from redundancy to synergy", value: 1 },
  "phiid-swap-synergy": {
    ...atoms,
    claim: "two bits change places: from synergy to synergy",
    value: 2,
    note: "A known fault of this redundancy, which counts two independent bits as shared: nothing is synergetic here",
  },
});
