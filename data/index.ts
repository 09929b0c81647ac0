export type { Field, Resource } from "./descriptor";
export { load, tables } from "./load";
export * from "./published";
export type * from "./schema";
export { type CurvePoint, digitImages, familiesByFlops, learningCurve, pythiaTokens } from "./views";
