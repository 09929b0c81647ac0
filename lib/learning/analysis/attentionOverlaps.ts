import { partsOf, requireFiniteNumbers, requireList } from "../../core/require";
import { shown } from "../../core/shown";
import { dataOf, type Task } from "../tasks/tasks";
import { describedTask } from "../training/describe";
import { streamOf } from "../training/streams";
import type { TrainedNetwork } from "../training/trained";

/** How a learned query lies. */
export interface AttentionOverlaps {
  /** theta, |Q . teacher| / d: about 1 at the teacher itself. */
  readonly semantic: number;
  /** m, |Q . (1, 1, ...)| / d. */
  readonly positional: number;
}

/**
 * How the query that `dotProductAttention` has learned lies to the teacher and to the positions.
 *
 * @param network a result of `train` that did not diverge
 * @param task the task of the run, `positionalSemantic`
 * @param seed the seed of the run
 * @throws RangeError for another network, task or seed
 * @example
 * import { adam, attentionOverlaps, dotProductAttention, positionalSemantic, trainRun } from "@emergence/lib/learning";
 * import { unwrap } from "@emergence/lib/core";
 * const task = positionalSemantic({ dimension: 4, examples: 6 });
 * const run = unwrap(trainRun({ model: dotProductAttention({ start: "positional" }), task, optimizer: adam({ rate: 1e-9 }), steps: 1, seed: 1 }));
 * attentionOverlaps(run, task, 1).positional.toFixed(5); // => "0.50000"
 *
 * Source: Cui et al. 2024, arXiv:2402.03902, equation 12.
 */
export function attentionOverlaps(network: TrainedNetwork, task: Task, seed: number): AttentionOverlaps {
  const caller = "attentionOverlaps";
  partsOf(caller, network, { weights: "object" }, "network");
  const query: unknown = network.weights?.query;
  requireList(caller, "weights.query", query, "the weights of dotProductAttention");
  requireFiniteNumbers(caller, "weights.query[0]", query[0]);
  const checked = describedTask(caller, task);
  streamOf(seed, "split", 0, caller);
  if (checked.kind !== "positionalSemantic") {
    throw new RangeError(`${caller}: task of kind ${shown(checked.kind)}, needs positionalSemantic`);
  }
  const { teacher = new Float32Array(0) } = dataOf(checked, seed);
  const [weights] = query as [readonly number[]];
  const d = teacher.length;
  if (weights.length !== d) {
    throw new RangeError(`${caller}: a query of ${weights.length} numbers, needs ${d}, the dimension of the task`);
  }
  let [semantic, positional] = [0, 0];
  teacher.forEach((value, j) => {
    semantic += ((weights[j] as number) * value) / d;
    positional += (weights[j] as number) / d;
  });
  return { semantic: Math.abs(semantic), positional: Math.abs(positional) };
}
