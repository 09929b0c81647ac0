/** Rogers's groups of adopters (04-s-curves). */
import { entries } from "./entry";

const rogers = {
  source: "Rogers, Diffusion of Innovations",
  locator: "5th ed. 2003, categories of adopters, shares under a normal curve",
  class: "secondary",
  unit: "percent of adopters",
} as const;

const halves = { tolerance: { absolute: 0.25 }, toleranceReason: "given to halves of a percent" } as const;
const wholes = { tolerance: { absolute: 0.5 }, toleranceReason: "given to whole percents" } as const;

export const adopters = entries({
  "rogers-innovators": {
    ...rogers,
    ...halves,
    claim: "innovators, earlier than two standard deviations",
    value: 2.5,
  },
  "rogers-early-adopters": {
    ...rogers,
    ...halves,
    claim: "early adopters, between two and one standard deviations early",
    value: 13.5,
  },
  "rogers-early-majority": {
    ...rogers,
    ...wholes,
    claim: "early majority, up to one standard deviation early",
    value: 34,
  },
  "rogers-late-majority": {
    ...rogers,
    ...wholes,
    claim: "late majority, up to one standard deviation late",
    value: 34,
  },
  "rogers-laggards": {
    ...rogers,
    ...wholes,
    claim: "laggards, later than one standard deviation",
    value: 16,
  },
});
