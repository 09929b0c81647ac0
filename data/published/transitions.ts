/** Percolation, random graphs and satisfiability (13-phase-transitions). */
import type { Entry } from "./entry";

export type TransitionsId =
  | "percolation-site"
  | "percolation-bond"
  | "percolation-wrapping"
  | "percolation-nu"
  | "percolation-beta"
  | "giant-at-3-halves"
  | "giant-at-2"
  | "sat-2-threshold"
  | "sat-2-narrowing"
  | "sat-3-cavity"
  | "sat-3-monte-carlo";

const threshold = {
  unit: "share occupied",
  tolerance: { absolute: 0.002 },
  toleranceReason: "three standard errors of the simulation, rounded up",
} as const;
const plane = {
  source: "Stauffer & Aharony 1994, Introduction to Percolation Theory",
  locator: "table of exponents, two dimensions",
  status: "exact",
  unit: "exponent",
} as const;
const giant = {
  source: "Erdos & Renyi 1960, Publ. Math. Inst. Hung. Acad. Sci. 5, 17",
  locator: "S = 1 - exp(-c S)",
  status: "exact",
  unit: "share of nodes",
  tolerance: { absolute: 1e-6 },
  toleranceReason: "one unit of the sixth decimal given",
} as const;
const three = {
  unit: "clauses per variable",
  tolerance: { absolute: 0.102 },
  toleranceReason: "three standard errors of the crossing of 50 and 100 variables",
} as const;

export const transitions: Record<TransitionsId, Entry> = {
  "percolation-site": {
    ...threshold,
    claim: "threshold of site percolation on the square lattice",
    value: 0.592746050792,
    source: "Jacobsen 2015, J. Phys. A 48, 454003",
    locator: "numerical, beside the threshold of Newman & Ziff 2000",
    status: "printed",
  },
  "percolation-bond": {
    ...threshold,
    claim: "threshold of bond percolation on the square lattice",
    value: 0.5,
    source: "Kesten 1980, Commun. Math. Phys. 74, 41",
    locator: "theorem 1",
    status: "exact",
  },
  "percolation-wrapping": {
    claim: "chance at the threshold that a cluster runs around the torus, in either direction",
    value: 0.690473725,
    unit: "probability",
    source: "Pinson 1994, J. Stat. Phys. 75, 1167",
    locator: "in closed form by theta functions; the digits as in Newman & Ziff 2000",
    status: "exact",
    tolerance: { absolute: 0.03 },
    toleranceReason: "three standard errors of the mean over four sizes, rounded up",
  },
  "percolation-nu": {
    ...plane,
    claim: "exponent nu of percolation in the plane, 4/3",
    value: 1.333333,
    tolerance: { absolute: 0.14 },
    toleranceReason: "three standard errors of the widths of two sizes",
  },
  "percolation-beta": {
    ...plane,
    claim: "exponent beta of percolation in the plane, 5/36 (here with nu = 4/3)",
    value: 0.138889,
    tolerance: { absolute: 0.02 },
    toleranceReason: "three standard errors of the largest cluster of two sizes, rounded up",
  },
  "giant-at-3-halves": { ...giant, claim: "giant component at 1.5 neighbors", value: 0.582812 },
  "giant-at-2": { ...giant, claim: "giant component at 2 neighbors", value: 0.796812 },
  "sat-2-threshold": {
    claim: "threshold of random 2-SAT",
    value: 1,
    unit: "clauses per variable",
    source: "Chvatal & Reed 1992, FOCS",
    locator: "the theorem; Goerdt 1996 and Fernandez de la Vega 1992 alike",
    status: "exact",
    tolerance: { absolute: 0.06 },
    toleranceReason: "crossing of 800 and 3200 variables: three standard errors, rounded up",
  },
  "sat-2-narrowing": {
    claim: "power of n by which the drop of random 2-SAT narrows, 1/3",
    value: 0.333333,
    unit: "exponent",
    source: "Bollobas, Borgs, Chayes, Kim & Wilson 2001, Random Struct. Algorithms 18, 201",
    locator: "the width of the scaling window",
    status: "exact",
    tolerance: { absolute: 0.06 },
    toleranceReason: "three standard errors of the widths of 200 and 3,200 variables, rounded up",
  },
  "sat-3-cavity": {
    ...three,
    claim: "threshold of random 3-SAT, by the cavity method",
    value: 4.267,
    source:
      "Mezard, Parisi & Zecchina 2002, Science 297, 812; Mertens, Mezard & Zecchina 2006, Random Struct. Algorithms 28, 340",
    locator: "threshold of 3-SAT",
    status: "printed",
    note: "Our formulas are small: the crossing still climbs with the number of variables.",
  },
  "sat-3-monte-carlo": {
    ...three,
    claim: "threshold of random 3-SAT is at most, by a Monte Carlo study",
    value: 4.262,
    source: "Lundow & Markstrom 2019, Phys. Rev. E 99, 022106",
    locator: "abstract; under an assumption of monotonicity",
    status: "printed",
    note: "An upper bound; our crossing lies below it, as it must, and still climbs.",
  },
};
