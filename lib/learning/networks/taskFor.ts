import type { Model } from "../models/models";
import type { TaskData } from "../tasks/taskData";

/** What a model makes of a task: an autoencoder is asked for its input. */
export function taskFor(caller: string, model: Model, data: TaskData): TaskData {
  if (model.kind === "dotProductAttention" && data.teacher === undefined) {
    throw new RangeError(`${caller}: dotProductAttention on another task, needs positionalSemantic`);
  }
  if (model.kind !== "autoencoder") return data;
  const { input, train, test } = data;
  if (input.kind === "tokens") {
    throw new RangeError(
      `${caller}: an autoencoder on a task of tokens, needs a task whose inputs are numbers, such as digits`,
    );
  }
  return {
    input,
    output: { kind: "numbers", width: input.width },
    loss: "squaredError",
    train:
      typeof train === "function"
        ? (stream, count) => {
            const drawn = train(stream, count);
            return { ...drawn, targets: drawn.inputs };
          }
        : { ...train, targets: train.inputs },
    test: { ...test, targets: test.inputs },
  };
}
