import { sum } from "d3-array";
import type { Failure } from "../../core/failure";
import {
  inNameOf,
  type Kinds,
  optionsOf,
  requireList,
  requireOneOf,
  requirePositive,
  requireWhole,
} from "../../core/require";
import { random } from "../../stats/random";
import { type DotProductAttention, dotProductAttention } from "../models/dotProductAttention";
import { sgd } from "../optimizers/sgd";
import { positionalSemantic } from "../tasks/positionalSemantic";
import { trainRun } from "../training/trainRun";
import { type AttentionOverlaps, attentionOverlaps } from "./attentionOverlaps";

type Start = DotProductAttention["start"];
type Loss = "descended" | "trainLoss" | "testLoss";

export interface AttentionRunOptions {
  /** d, dimension of a token, from 2 to 2,048. */
  readonly dimension: number;
  /** Examples per dimension, > 0; their number is alpha d, rounded, at least 1. */
  readonly alpha: number;
  /** omega, weight of the positions in the teacher, 0 to 1. Default 0.3. */
  readonly omega?: number;
  /** Teachers, each with examples of its own, >= 1. */
  readonly replicates: number;
  /** Where layers start; all starts of a replicate train on the same examples. Default `["semantic", "positional"]`. */
  readonly starts?: readonly Start[];
  /** Steps of gradient descent, >= 1. Default 2,000. */
  readonly steps?: number;
  /** A whole number from -2^31 to 2^31 - 1. */
  readonly seed: number;
}

const attentionRunOptions: Kinds<AttentionRunOptions> = {
  dimension: "number",
  alpha: "number",
  omega: "number",
  replicates: "number",
  starts: "list",
  steps: "number",
  seed: "number",
};

/** Where one layer has ended: its overlaps, and three losses per example. */
export interface AttentionEnd extends AttentionOverlaps {
  /** What descends: the loss on the examples with the decay of the weights. */
  readonly descended: number;
  /** The loss on the examples. */
  readonly trainLoss: number;
  /** The loss on 500 new examples. */
  readonly testLoss: number;
}

/** Where all layers have ended, by start; the lists have an entry per replicate, in the same order. A start that was not asked for has none. */
export interface AttentionEnds extends Readonly<Record<Start, readonly AttentionEnd[]>> {
  readonly kind: "attention";
  /** Replicates in which the layer of the semantic start ends lower than that of the positional one, by each loss. */
  readonly lower: Readonly<Record<Loss, number>>;
  /** Layers of each start that end nearer to the teacher than to the positions: `semantic` above `positional`. */
  readonly bySense: Readonly<Record<Start, number>>;
}

/** Rate and decay of the published runs, for the loss summed over examples. */
const [rate, decay] = [0.15, 0.01];

/**
 * Layers of `dotProductAttention` trained on the same examples from different starts, with the settings of Cui et al.: each stays in its valley, by meaning
 * or by position, and which has the lower loss changes with alpha. With n examples and query Q
 *
 *     trainLoss = sum over examples of |output - y|^2 / (2 d n),   descended = trainLoss + .005 |Q|^2 / n
 *
 * The published "train error" is n / d times `descended`: it has the decay in it.
 *
 * @returns the ends by start, or `kind: "failed"` if a layer diverged
 * @throws RangeError for an option out of range
 * @example
 * import { attentionRun } from "@emergence/lib/learning";
 * import { unwrap } from "@emergence/lib/core";
 * const { semantic, positional } = unwrap(attentionRun({ dimension: 23, alpha: 3, replicates: 1, seed: 1 }));
 * (semantic[0]?.semantic ?? 0) > (positional[0]?.semantic ?? 0); // => true
 *
 * Source: Cui, Behrens, Krzakala & Zdeborova 2024, arXiv:2402.03902, section 4; settings of their published code.
 */
export function attentionRun(options: AttentionRunOptions): AttentionEnds | Failure {
  const given = optionsOf("attentionRun", options, attentionRunOptions);
  const { dimension, alpha, omega = 0.3, replicates, starts = ["semantic", "positional"], steps = 2000, seed } = given;
  requirePositive("attentionRun", "alpha", alpha);
  requireWhole("attentionRun", "dimension", dimension, 2, 2048);
  requireWhole("attentionRun", "replicates", replicates, 1, 100_000);
  requireWhole("attentionRun", "steps", steps);
  requireList("attentionRun", "starts", starts);
  for (const start of starts) requireOneOf("attentionRun", "starts", start, ["semantic", "positional", "random"]);
  const examples = Math.max(1, Math.round(alpha * dimension));
  const task = inNameOf("attentionRun", () => positionalSemantic({ dimension, examples, omega }));
  const optimizer = sgd({ rate: rate * examples, decay: decay / examples });
  const ends: Record<Start, AttentionEnd[]> = { semantic: [], positional: [], random: [] };
  const { int32 } = random(seed, "attentionRun");
  for (let replicate = 0; replicate < replicates; replicate++) {
    const own = int32();
    for (const start of starts) {
      const model = dotProductAttention({ start });
      const trained = trainRun({ model, task, optimizer, steps, record: steps, seed: own });
      if (trained.kind === "failed") return { kind: "failed", reason: `attentionRun: ${trained.reason}` };
      const [trainLoss, testLoss] = [trained.curves.trainLoss.at(-1), trained.curves.testLoss.at(-1)] as [
        number,
        number,
      ];
      const length = sum(trained.weights.query?.[0] ?? [], (q) => q * q);
      const descended = trainLoss + ((decay / 2) * length) / examples;
      ends[start].push({ descended, trainLoss, testLoss, ...attentionOverlaps(trained, task, own) });
    }
  }
  const { semantic, positional } = ends;
  const won = (loss: Loss) => sum(semantic, (end, i) => Number(end[loss] < (positional[i]?.[loss] ?? Number.NaN)));
  const sense = (start: Start) => sum(ends[start], (end) => Number(end.semantic > end.positional));
  return {
    kind: "attention",
    ...ends,
    lower: { descended: won("descended"), trainLoss: won("trainLoss"), testLoss: won("testLoss") },
    bySense: { semantic: sense("semantic"), positional: sense("positional"), random: sense("random") },
  };
}
