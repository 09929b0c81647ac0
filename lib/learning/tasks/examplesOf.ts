import { describedTask } from "../training/describe";
import { streamOf } from "../training/streams";
import { type Examples, inputWidth, targetWidth } from "./taskData";
import { dataOf, type Task } from "./tasks";

/** Examples as rows: inputs (tokens or numbers) and targets (labels, bits or numbers). */
export interface ExampleRows {
  readonly inputs: number[][];
  readonly targets: number[][];
}

/**
 * The examples that a run trains and tests on, as rows: for `outputs`, for `excludedLoss` (the training pairs), for another model on the same
 * split. Of a task of fresh examples, those that the training scores are of.
 *
 * @param task what `modularArithmetic`, `sparseParity`, `digits` ... returns
 * @param seed the seed of the run
 * @throws RangeError for no task, or another seed
 * @example
 * import { examplesOf, modularArithmetic } from "@emergence/lib/learning";
 * examplesOf(modularArithmetic({ modulus: 31 }), 1).train.inputs.length; // => 384
 */
export function examplesOf(task: Task, seed: number): { readonly train: ExampleRows; readonly test: ExampleRows } {
  const checked = describedTask("examplesOf", task);
  const stream = streamOf(seed, "examples", 0, "examplesOf");
  const { input, output, train, test } = dataOf(checked, seed);
  const rows = ({ count, inputs, targets }: Examples): ExampleRows => ({
    inputs: byRows(count, inputs, inputWidth(input)),
    targets: byRows(count, targets, targetWidth(output)),
  });
  return { train: rows(typeof train === "function" ? train(stream, test.count) : train), test: rows(test) };
}

const byRows = (count: number, values: Int32Array | Float32Array, width: number): number[][] =>
  Array.from({ length: count }, (_, i) => Array.from(values.subarray(i * width, (i + 1) * width)));
