export type { Control } from "./controls/control";
export { controls } from "./controls/controls";
export { type FalsePositives, falsePositives } from "./controls/falsePositives";
export { definitions } from "./definitions";
export { evidenceOf, type VerdictCaseRow, type VerdictCurveRow, type VerdictSystemRow } from "./evidence/evidenceOf";
export { type Agreement, agreement, type PairAgreement } from "./matrix/agreement";
export type { Merge } from "./matrix/averageLinkage";
export type { VerdictCounts } from "./matrix/counts";
export { type SensitivityRow, sensitivity, type VerdictSensitivityOptions } from "./matrix/sensitivity";
export { type Splitter, splitters } from "./matrix/splitters";
export {
  type MatrixColumn,
  type MatrixRow,
  type VerdictMatrix,
  type VerdictTable,
  verdictMatrix,
} from "./matrix/verdictMatrix";
export type {
  Definition,
  Evidence,
  Judgement,
  JudgeOptions,
  Sense,
  Subject,
  SymmetryEvidence,
  ThresholdUnit,
  Verdict,
  VerdictCase,
} from "./types";
