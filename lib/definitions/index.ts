export type { Control } from "./controls/control";
export { controls } from "./controls/controls";
export { definitions } from "./definitions";
export type {
  Definition,
  Evidence,
  Judgement,
  JudgeOptions,
  Sense,
  Subject,
  SymmetryEvidence,
  Verdict,
  VerdictCase,
} from "./types";
