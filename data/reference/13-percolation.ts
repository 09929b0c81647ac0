/** Percolation and random graphs (13-phase-transitions). */
import { entries, measured } from "./entry";

const plane = {
  source: "Stauffer & Aharony 1994, Introduction to Percolation Theory",
  locator: "table of exponents, two dimensions",
  class: "exact",
  unit: "exponent",
} as const;

const giant = {
  source: "Erdos & Renyi 1960, Publ. Math. Inst. Hung. Acad. Sci. 5, 17",
  locator: "S = 1 - exp(-c S)",
  class: "exact",
  unit: "share of nodes",
  tolerance: { absolute: 1e-6 },
  toleranceReason: "one unit of the sixth decimal given",
} as const;

export const percolation = entries({
  "percolation-site": {
    ...measured,
    unit: "share occupied",
    claim: "threshold of site percolation on the square lattice",
    value: 0.592746050792,
    source: "Jacobsen 2015, J. Phys. A 48, 454003",
    locator: "numerical, beside the threshold of Newman & Ziff 2000",
    class: "printed",
  },
  "percolation-bond": {
    ...measured,
    unit: "share occupied",
    claim: "threshold of bond percolation on the square lattice",
    value: 0.5,
    source: "Kesten 1980, Commun. Math. Phys. 74, 41",
    locator: "theorem 1",
    class: "exact",
  },
  "percolation-wrapping": {
    claim: "chance at the threshold that a cluster runs around the torus, in either direction",
    value: 0.690473725,
    unit: "probability",
    source: "Pinson 1994, J. Stat. Phys. 75, 1167",
    locator: "in closed form by theta functions; the digits as in Newman & Ziff 2000",
    class: "exact",
    ...measured,
  },
  "percolation-nu": {
    ...plane,
    claim: "exponent nu of percolation in the plane, 4/3",
    value: 1.333333,
    ...measured,
    note: "Proved for the triangular lattice (Smirnov & Werner 2001); for the square lattice it rests on universality.",
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
});
