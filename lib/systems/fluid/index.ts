export type { Coexistence } from "./vanDerWaals";
export * as vanDerWaals from "./vanDerWaals";
