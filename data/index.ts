export { type AbilityCurve, abilityCurves } from "./abilities";
export type { ColumnSpec, ReadOptions, RowOf, TableSchema } from "./asked";
export type { Value } from "./cell";
export type { DateOrder } from "./dates";
export type { Field, Resource } from "./descriptor";
export type { LayoutOptions } from "./dialect";
export { load, tables } from "./load";
export { type OpenLmCurve, type OpenLmLoss, openLmCurves } from "./openLm";
export {
  type OpenModel,
  type OpenModelPoints,
  type OpenModelScore,
  type OpenModelTest,
  type OpenModelTestScores,
  openModelPoints,
  openModelScores,
  openModelsOn,
} from "./openModels";
export { type OwnResults, type ResultOptions, readResults } from "./readResults";
export { type OwnRows, readTable } from "./readTable";
export * from "./reference";
export type { AboutResults } from "./results/about";
export type { ResultColumns, ResultPart } from "./results/columns";
export { type SameAnswers, sameAnswers } from "./sameAnswers";
export type * from "./schema";
export { type ScoreCurve, scoreCurves } from "./scoreCurves";
export { type TaskCurve, taskCurves } from "./taskCurves";
export { unique } from "./unique";
export { type CurvePoint, digitImages, familiesByFlops, learningCurve, pythiaTokens } from "./views";
