import type { Machine } from "../kernels/kernels";
import type { Autoencoder } from "../models/autoencoder";
import type { InductionAttention } from "../models/inductionAttention";
import type { Mlp } from "../models/mlp";
import type { QuadraticMlp } from "../models/quadraticMlp";
import type { TinyTransformer } from "../models/tinyTransformer";
import { type InputShape, outputWidth, type TaskData } from "../tasks/taskData";
import { type FeedForwardShape, feedForward } from "./feedForward";
import { induction } from "./induction";
import type { Network } from "./network";
import { type SequenceShape, transformer } from "./transformer";

/** Models of layers, each fully connected to the next. */
type Layered = Mlp | QuadraticMlp | Autoencoder;

/** Models that are fed with a few examples at a time. */
export type NetworkModel = Layered | TinyTransformer | InductionAttention;

/** Standard deviation of the first weights: tokens are looked up, a few per example, numbers all add up. */
const firstSpread = (input: InputShape): number =>
  Math.sqrt(1 / (input.kind === "tokens" ? 4 * input.positions : input.width));

/** Most weights of a network. */
const most = 2 ** 24;

/** Number of weights between layers. */
function weightsOf({ input, widths }: FeedForwardShape): number {
  const first = input.kind === "tokens" ? input.vocabulary : input.width;
  return widths.reduce((sum, width, l) => sum + width * (l === 0 ? first : (widths[l - 1] as number)), 0);
}

/** How a model is built for a task. */
function shapeOf(model: Layered, { input, output }: TaskData): FeedForwardShape {
  const outputs = outputWidth(output);
  const groupStride = output.kind === "classes" ? output.classes : outputs;
  switch (model.kind) {
    case "mlp": {
      const widths = [...model.widths, outputs];
      const spreads = widths.map(
        (_, l) => model.scale * (l === 0 ? firstSpread(input) : Math.sqrt(1 / (widths[l - 1] as number))),
      );
      return { ...model, input, widths, spreads, groupStride, names: widths.map((_, l) => `layer ${l + 1}`) };
    }
    case "quadraticMlp":
      return {
        input,
        widths: [model.width, outputs],
        activation: "square",
        bias: false,
        spreads: [model.scale * firstSpread(input), model.scale * Math.sqrt(1 / model.width)],
        names: ["input", "output"],
        groupStride,
      };
    case "autoencoder":
      return {
        input,
        widths: [model.width, outputs],
        activation: model.activation,
        bias: false,
        spreads: [model.scale * firstSpread(input), model.scale * Math.sqrt(1 / (4 * model.width))],
        names: ["encoder", "decoder"],
        groupStride,
      };
  }
}

/** A model for a task, on a machine. */
export function networkOf(caller: string, machine: Machine, model: NetworkModel, data: TaskData): Network {
  if (model.kind === "tinyTransformer") {
    const { width, layers } = model;
    const sequence = sequenceOf(caller, model.kind, data);
    requireWeights(caller, layers * 12 * width * width + (2 * sequence.vocabulary + sequence.length) * width);
    return transformer(machine, model, sequence);
  }
  if (model.kind === "inductionAttention") {
    const { length, vocabulary, groups, classes } = sequenceOf(caller, model.kind, data);
    if (groups !== length || classes !== vocabulary) {
      throw new RangeError(
        `${caller}: inductionAttention on another task, needs markovChains: an answer after each token`,
      );
    }
    return induction(machine, model, length, vocabulary);
  }
  const shape = shapeOf(model, data);
  requireWeights(caller, weightsOf(shape));
  return feedForward(machine, shape);
}

function requireWeights(caller: string, weights: number): void {
  if (weights <= most) return;
  throw new RangeError(`${caller}: a network of ${weights} weights, needs at most ${most}: fewer inputs or neurons`);
}

/** What a transformer needs to know of a task: sequences of tokens, answered at their ends. */
function sequenceOf(caller: string, model: string, { input, output }: TaskData): SequenceShape {
  if (input.kind !== "tokens" || output.kind !== "classes" || output.groups > input.positions) {
    throw new RangeError(
      `${caller}: ${model} on a task without tokens, needs one such as addition, markovChains or modularArithmetic`,
    );
  }
  const { positions: length, vocabulary } = input;
  return { length, vocabulary, groups: output.groups, classes: output.classes };
}
