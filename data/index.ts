export { type AbilityCurve, abilityCurves } from "./abilities";
export type { Value } from "./cell";
export type { Field, Resource } from "./descriptor";
export { load, tables } from "./load";
export { type ColumnSpec, type ReadOptions, type RowOf, readTable, type TableSchema } from "./readTable";
export * from "./reference";
export type * from "./schema";
export { type CurvePoint, digitImages, familiesByFlops, learningCurve, pythiaTokens } from "./views";
