import type { Examples } from "../tasks/taskData";
import type { Score } from "../training/score";
import type { Weights } from "./network";

/** A network together with a task: gradients, scores and outputs on examples. */
export interface Session {
  readonly network: Weights;
  /** Puts the gradient of the mean loss over examples in place: all of them, or the given rows in their order. */
  gradient(examples: Examples, rows?: readonly number[]): void;
  score(examples: Examples): Score;
  /** Outputs, one row per example. */
  outputs(count: number, inputs: Examples["inputs"]): number[][];
}
