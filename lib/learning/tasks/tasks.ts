import type { Digits } from "./digits";
import { digitsData } from "./digits";
import type { ModularArithmetic } from "./modularArithmetic";
import { modularData } from "./modularArithmetic";
import type { SparseParity } from "./sparseParity";
import { parityData } from "./sparseParity";
import type { TaskData } from "./taskData";

/** A description of a task, as `modularArithmetic`, `sparseParity` and `digits` return it. */
export type Task = ModularArithmetic | SparseParity | Digits;

/** A task made concrete by a seed. */
export function dataOf(task: Task, seed: number): TaskData {
  switch (task.kind) {
    case "modularArithmetic":
      return modularData(task, seed);
    case "sparseParity":
      return parityData(task, seed);
    case "digits":
      return digitsData(task, seed);
  }
}
