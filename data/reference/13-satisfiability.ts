/** Random k-SAT (13-phase-transitions). */
import { entries, measured } from "./entry";

export const satisfiability = entries({
  "sat-2-threshold": {
    claim: "threshold of random 2-SAT",
    value: 1,
    unit: "clauses per variable",
    source: "Chvatal & Reed 1992, FOCS",
    locator: "the theorem; Goerdt 1996 and Fernandez de la Vega 1992 alike",
    class: "exact",
    ...measured,
  },
  "sat-2-narrowing": {
    claim: "power of n by which the drop of random 2-SAT narrows, 1/3",
    value: 0.333333,
    unit: "exponent",
    source: "Bollobas, Borgs, Chayes, Kim & Wilson 2001, Random Struct. Algorithms 18, 201",
    locator: "the width of the scaling window",
    class: "exact",
    ...measured,
  },
  "sat-3-nu-small": {
    ...measured,
    unit: "exponent",
    claim: "exponent nu of random 3-SAT from small formulas, 1.5 with an error of .1",
    value: 1.5,
    source: "Kirkpatrick & Selman 1994, Science 264, 1297; seen in Wilson 2002, Random Struct. Algorithms 21, 182",
    locator: "abstract of Wilson",
    class: "secondary",
    note: "Wilson proves that nu is at least 2 in the limit: the value is one of small formulas, and so is ours.",
  },
  "sat-3-cavity": {
    ...measured,
    unit: "clauses per variable",
    claim: "threshold of random 3-SAT, by the cavity method",
    value: 4.267,
    source:
      "Mezard, Parisi & Zecchina 2002, Science 297, 812; Mertens, Mezard & Zecchina 2006, Random Struct. Algorithms 28, 340",
    locator: "threshold of 3-SAT",
    class: "printed",
    note: "Our formulas are small: the crossing still climbs with the number of variables.",
  },
  "sat-3-monte-carlo": {
    ...measured,
    unit: "clauses per variable",
    bound: "upper",
    claim: "upper bound of the threshold of random 3-SAT, by a Monte Carlo study",
    value: 4.262,
    source: "Lundow & Markstrom 2019, Phys. Rev. E 99, 022106",
    locator: "abstract; under an assumption of monotonicity",
    class: "printed",
    note: "Our crossing lies below it, as it must, and still climbs with the number of variables.",
  },
});
