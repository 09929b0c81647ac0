export type { Value } from "./cell";
export type { DateOrder } from "./dates";
export type { Field, Resource } from "./descriptor";
export type { LayoutOptions } from "./dialect";
export { load, tables } from "./load";
export { type ColumnSpec, type OwnRows, type ReadOptions, type RowOf, readTable, type TableSchema } from "./readTable";
export * from "./reference";
export type * from "./schema";
export { type CurvePoint, digitImages, familiesByFlops, learningCurve, pythiaTokens } from "./views";
