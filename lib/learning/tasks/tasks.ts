import type { Addition } from "./addition";
import { additionData } from "./addition";
import type { Digits } from "./digits";
import { digitsData } from "./digits";
import type { MarkovChains } from "./markovChains";
import { markovData } from "./markovChains";
import type { ModularArithmetic } from "./modularArithmetic";
import { modularData } from "./modularArithmetic";
import type { PhoneBook } from "./phoneBook";
import { phoneBookData } from "./phoneBook";
import type { PositionalSemantic } from "./positionalSemantic";
import { positionalSemanticData } from "./positionalSemantic";
import type { SparseParity } from "./sparseParity";
import { parityData } from "./sparseParity";
import type { TaskData } from "./taskData";

/** A description of a task, as its function (`modularArithmetic`, `sparseParity` ...) returns it. */
export type Task = ModularArithmetic | SparseParity | Digits | PhoneBook | PositionalSemantic | Addition | MarkovChains;

/** A task made concrete by a seed. */
export function dataOf(task: Task, seed: number): TaskData {
  switch (task.kind) {
    case "modularArithmetic":
      return modularData(task, seed);
    case "sparseParity":
      return parityData(task, seed);
    case "digits":
      return digitsData(task, seed);
    case "phoneBook":
      return phoneBookData(task);
    case "addition":
      return additionData(task, seed);
    case "markovChains":
      return markovData(task, seed);
    case "positionalSemantic":
      return positionalSemanticData(task, seed);
  }
}
