import {
  type Kinds,
  optionsOf,
  requireIncreasing,
  requireList,
  requireProportion,
  requireWhole,
} from "../../core/require";
import type { Model } from "../models/models";
import type { Optimizer } from "../optimizers/optimizer";
import type { Task } from "../tasks/tasks";
import { describedModel, describedOptimizer, describedTask } from "./describe";
import type { SavedTraining } from "./saved";

export interface TrainOptions {
  /** The network: `mlp`, `quadraticMlp` or `autoencoder`. */
  readonly model: Model;
  /** What it learns: `modularArithmetic`, `sparseParity`, `digits`, `phoneBook` ... */
  readonly task: Task;
  /** How: `sgd`, `adam` or `adamW`. */
  readonly optimizer: Optimizer;
  /** Number of steps, from 1 to 10 million. */
  readonly steps: number;
  /** Examples per step. Default: the whole training set; 64 if the task draws fresh examples. */
  readonly batch?: number;
  /** When to score: every so many steps, or after these (in increasing order). The start and the end are always scored. Default: a hundred times. */
  readonly record?: number | readonly number[];
  /** Accuracy on test examples, 0 to 1, at which to stop before the last step. */
  readonly untilAccuracy?: number;
  /** `"auto"` (default): WebAssembly if the engine takes it, else plain TypeScript; or one of the two. The weights are the same to the last bit. */
  readonly path?: "auto" | "simd" | "plain";
  /** What `save()` of an earlier run returned, to go on from there. All other options but `steps`, `record`, `untilAccuracy` and `path` must be its own. */
  readonly from?: SavedTraining;
  /** Whole number: initial weights, split or draw of the examples, order of the batches. */
  readonly seed: number;
}

const trainOptions: Kinds<TrainOptions> = {
  model: "object",
  task: "object",
  optimizer: "object",
  steps: "number",
  batch: "number",
  record: "any",
  untilAccuracy: "number",
  path: ["auto", "simd", "plain"],
  from: "object",
  seed: "number",
};

/** Options of a run, with their defaults. */
export interface Plan {
  readonly model: Model;
  readonly task: Task;
  readonly optimizer: Optimizer;
  readonly steps: number;
  readonly batch: number | undefined;
  /** Whether to score after a step. */
  readonly isDue: (step: number) => boolean;
  readonly untilAccuracy: number | undefined;
  readonly path: "auto" | "simd" | "plain";
  readonly from: SavedTraining | undefined;
  readonly seed: number;
}

const mostSteps = 1e7;

/** The options, checked. */
export function planOf(caller: string, options: TrainOptions): Plan {
  const {
    steps,
    batch,
    record,
    untilAccuracy,
    path = "auto",
    from,
    seed,
    ...given
  } = optionsOf(caller, options, trainOptions);
  const model = describedModel(caller, given.model);
  const task = describedTask(caller, given.task);
  const optimizer = describedOptimizer(caller, given.optimizer);
  requireWhole(caller, "steps", steps, 1, mostSteps);
  requireWhole(caller, "seed", seed, -(2 ** 31), 2 ** 31 - 1);
  if (batch !== undefined) requireWhole(caller, "batch", batch, 1, 1e6);
  if (untilAccuracy !== undefined) requireProportion(caller, "untilAccuracy", untilAccuracy);
  if (task.kind === "digits" && task.labels === undefined && model.kind !== "autoencoder") {
    throw new RangeError(`${caller}: digits without labels for model ${model.kind}, needs labels, or an autoencoder`);
  }
  return {
    model,
    task,
    optimizer,
    steps,
    batch,
    isDue: dueAfter(caller, record ?? Math.ceil(steps / 100), steps),
    untilAccuracy,
    path,
    from,
    seed,
  };
}

function dueAfter(caller: string, record: number | readonly number[], steps: number): (step: number) => boolean {
  if (typeof record === "number") {
    requireWhole(caller, "record", record);
    return (step) => step % record === 0 || step === steps;
  }
  requireList(caller, "record", record, "a whole number, or an array of them");
  for (let i = 0; i < record.length; i++) requireWhole(caller, `record[${i}]`, record[i] as number, 0);
  requireIncreasing(caller, "record", record);
  const due = new Set(record);
  return (step) => step === 0 || step === steps || due.has(step);
}
