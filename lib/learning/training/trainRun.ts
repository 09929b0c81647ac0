import type { TrainOptions } from "./options";
import { begin } from "./train";
import type { TrainResult } from "./trained";

/**
 * Trains a small network to the end, and returns what it has come to: `train` for those who need no scores on the way, and the task of a
 * sweep over seeds or settings.
 *
 * @param options those of `train`
 * @throws RangeError for an option out of range, or a `from` of another run
 * @example
 * import { adamW, sparseParity, mlp, trainRun } from "@emergence/lib/learning";
 * trainRun({ model: mlp({ widths: [4] }), task: sparseParity(), optimizer: adamW({ rate: 0.01 }), steps: 20, seed: 1 }).step; // => 20
 *
 * Source: see `train`.
 */
export function trainRun(options: TrainOptions): TrainResult {
  const run = begin("trainRun", options);
  for (;;) {
    const { done, value } = run.next();
    if (done === true) return value;
  }
}
