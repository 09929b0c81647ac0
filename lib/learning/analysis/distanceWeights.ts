import { partsOf, requireFiniteNumbers, requireList } from "../../core/require";
import type { TrainedNetwork } from "../training/trained";

/**
 * Where the first layer of a trained `inductionAttention` looks: its weight on each distance into the past, 0 (the present symbol) and on; they sum to 1.
 *
 *     w_s = exp(v_s) / sum over all distances of exp(v)
 *
 * @param network a result of `train` that did not diverge
 * @throws RangeError for another network
 * @example
 * import { distanceWeights, inductionAttention, markovChains, sgd, trainRun } from "@emergence/lib/learning";
 * import { unwrap } from "@emergence/lib/core";
 * const run = trainRun({ model: inductionAttention(), task: markovChains({ length: 4 }), optimizer: sgd({ rate: 1e-9 }), steps: 1, seed: 1 });
 * distanceWeights(unwrap(run))[1]?.toFixed(4); // => "0.2500"
 */
export function distanceWeights(network: TrainedNetwork): number[] {
  partsOf("distanceWeights", network, { weights: "object" }, "network");
  const rows: unknown = network.weights?.distances;
  requireList("distanceWeights", "weights.distances", rows, "the weights of inductionAttention");
  const v: unknown = rows[0];
  requireFiniteNumbers("distanceWeights", "weights.distances[0]", v);
  const values = Array.from(v);
  const largest = values.reduce((most, value) => Math.max(most, value), -Infinity);
  const raised = values.map((value) => Math.exp(value - largest));
  const sum = raised.reduce((total, value) => total + value, 0);
  return raised.map((value) => value / sum);
}
