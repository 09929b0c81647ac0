/** Rogers's groups of adopters (04-s-curves). */
import type { Entry } from "./entry";

export type AdoptersId =
  | "rogers-innovators"
  | "rogers-early-adopters"
  | "rogers-early-majority"
  | "rogers-late-majority"
  | "rogers-laggards";

const rogers = {
  source: "Rogers, Diffusion of Innovations",
  locator: "5th ed. 2003, categories of adopters, shares under a normal curve",
  status: "secondary",
  unit: "percent of adopters",
  tolerance: { absolute: 0.5 },
  toleranceReason: "shares given to halves of a percent, most to whole ones",
} as const;

export const adopters: Record<AdoptersId, Entry> = {
  "rogers-innovators": {
    ...rogers,
    claim: "innovators, earlier than two standard deviations",
    value: 2.5,
  },
  "rogers-early-adopters": {
    ...rogers,
    claim: "early adopters, between two and one standard deviations early",
    value: 13.5,
  },
  "rogers-early-majority": {
    ...rogers,
    claim: "early majority, up to one standard deviation early",
    value: 34,
  },
  "rogers-late-majority": {
    ...rogers,
    claim: "late majority, up to one standard deviation late",
    value: 34,
  },
  "rogers-laggards": {
    ...rogers,
    claim: "laggards, later than one standard deviation",
    value: 16,
  },
};
