/** Flocks and schools (03-quantity-into-quality). */
import { counted, type Entry } from "./entry";

export type FlocksId =
  | "flock-independent-birds"
  | "flock-all-see-turning"
  | "flock-all-see-looking"
  | "fish-points"
  | "fish-mean-polarization";

const run = { unit: "of 1", status: "exact" } as const;
const table = { source: "Jhawar et al. 2020, by way of PyDaddy", locator: "polarization series, 15 fish" } as const;

export const flocks: Record<FlocksId, Entry> = {
  "flock-independent-birds": {
    ...run,
    claim: "mean polarization of 400 birds that do not heed each other",
    value: 0.044311346,
    source: "Rayleigh 1880",
    locator: "mean of the Rayleigh distribution, sqrt(pi) / (2 sqrt(400))",
    tolerance: { relative: 0.05 },
    toleranceReason:
      "three standard errors of 1,000 steps: each is a draw of its own, with a spread of .52 of the mean",
  },
  "flock-all-see-turning": {
    ...run,
    claim: "polarization where all birds see all, error in turning of width pi",
    value: 0.636619772,
    source: "closed form",
    locator: "sin(eta / 2) / (eta / 2) = 2 / pi",
    tolerance: { absolute: 0.006 },
    toleranceReason: "three standard errors of 40 steps of 2,000 birds, with their bias of 1 / (4 N va)",
  },
  "flock-all-see-looking": {
    ...run,
    claim: "polarization of the ordered state where all birds see all, error in looking of .6",
    value: 0.866314759,
    source: "closed form",
    locator: "va = F(va / eta), F by complete elliptic integrals (lib/systems, flockExact)",
    tolerance: { absolute: 0.006 },
    toleranceReason: "three standard errors of 40 steps of 2,000 birds; near the end of the branch they wander",
  },
  "fish-points": {
    ...table,
    ...counted,
    claim: "measured points of the series",
    value: 24619,
    unit: "points",
    status: "derived",
  },
  "fish-mean-polarization": {
    ...table,
    claim: "mean polarization",
    value: 0.815,
    unit: "of 1",
    status: "derived",
    tolerance: { absolute: 0.0005 },
    toleranceReason: "given to three decimals",
  },
};
