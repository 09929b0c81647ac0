import { max } from "d3-array";
import type { Numbers } from "../../core/numbers";
import { inNameOf, requireRows, requireSameLength, requireWhole } from "../../core/require";
import type { TrainedNetwork } from "../training/trained";
import { outputs } from "./outputs";

/**
 * Cross-entropy of a network at each place where it answers, in nats, the mean over examples: does it get better along a sequence, with its
 * weights as they are? Its mean over places is the loss of the run.
 *
 *     L_t = mean over examples of ln(sum over classes c of exp(z_tc)) - z_t,target
 *
 * @param network a result of `train` that did not diverge, on a task whose targets are classes
 * @param inputs one row per example, as `outputs` takes them
 * @param targets one row of classes per example, as `examplesOf` gives them
 * @throws RangeError for another network, rows that do not fit it, or a target that is none of its classes
 * @example
 * import { examplesOf, inductionAttention, lossByPosition, markovChains, sgd, trainRun } from "@emergence/lib/learning";
 * import { unwrap } from "@emergence/lib/core";
 * const task = markovChains({ length: 4, testExamples: 9 });
 * const run = trainRun({ model: inductionAttention(), task, optimizer: sgd({ rate: 1e-9 }), steps: 1, seed: 1 });
 * const { inputs, targets } = examplesOf(task, 1).test;
 * lossByPosition(unwrap(run), inputs, targets).length; // => 4
 *
 * Source: Olsson et al. 2022, arXiv:2209.11895, who call the loss late in the context less that early in it the in-context learning score.
 */
export function lossByPosition(
  network: TrainedNetwork,
  inputs: readonly Numbers[],
  targets: readonly Numbers[],
): number[] {
  const caller = "lossByPosition";
  requireRows(caller, "targets", targets);
  requireSameLength(caller, { inputs, targets });
  const all = inNameOf(caller, () => outputs(network, inputs));
  const { output } = network;
  if (output.kind !== "classes") {
    throw new RangeError(
      `${caller}: a network that answers with a ${output.kind}, needs one whose targets are classes`,
    );
  }
  const { groups, classes } = output;
  const sums = new Array<number>(groups).fill(0);
  all.forEach((row, i) => {
    const own = targets[i] as Numbers;
    if (own.length !== groups)
      throw new RangeError(
        `${caller}: targets[${i}] has ${own.length} classes, needs ${groups} as the network answers`,
      );
    for (let t = 0; t < groups; t++) {
      requireWhole(caller, `targets[${i}][${t}]`, own[t] as number, 0, classes - 1);
      const logits = row.slice(t * classes, (t + 1) * classes);
      const largest = max(logits) as number;
      const total = logits.reduce((sum, logit) => sum + Math.exp(logit - largest), 0);
      sums[t] = (sums[t] as number) + largest + Math.log(total) - (logits[own[t] as number] as number);
    }
  });
  return sums.map((sum) => sum / all.length);
}
