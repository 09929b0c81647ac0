/** Flocks and schools (03-quantity-into-quality). */
import { counted, entries, measured } from "./entry";

const run = { unit: "of 1", class: "exact" } as const;
const table = { source: "Jhawar et al. 2020, by way of PyDaddy", locator: "polarization series, 15 fish" } as const;

export const flocks = entries({
  "flock-independent-birds": {
    ...run,
    claim: "mean polarization of 400 birds that do not heed each other",
    value: 0.044311346,
    source: "Rayleigh 1880",
    locator: "mean of the Rayleigh distribution, sqrt(pi) / (2 sqrt(400))",
    ...measured,
  },
  "flock-all-see-turning": {
    ...run,
    claim: "polarization where all birds see all, error in turning of width pi",
    value: 0.636619772,
    source: "closed form",
    locator: "sin(eta / 2) / (eta / 2) = 2 / pi",
    ...measured,
  },
  "flock-all-see-looking": {
    ...run,
    claim: "polarization of the ordered state where all birds see all, error in looking of .6",
    value: 0.866314759,
    source: "closed form",
    locator: "va = F(va / eta), F by complete elliptic integrals (lib/systems, flockExact)",
    ...measured,
  },
  "fish-points": {
    ...table,
    ...counted,
    claim: "measured points of the series",
    value: 24619,
    unit: "points",
    class: "derived",
  },
  "fish-mean-polarization": {
    ...table,
    claim: "mean polarization",
    value: 0.815,
    unit: "of 1",
    class: "derived",
    tolerance: { absolute: 0.0005 },
    toleranceReason: "given to three decimals",
  },
});
