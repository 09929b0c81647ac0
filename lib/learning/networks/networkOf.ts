import type { Machine } from "../kernels/kernels";
import type { Autoencoder } from "../models/autoencoder";
import type { Mlp } from "../models/mlp";
import type { QuadraticMlp } from "../models/quadraticMlp";
import { type InputShape, outputWidth, type TaskData } from "../tasks/taskData";
import { type FeedForwardShape, feedForward } from "./feedForward";
import type { Network } from "./network";

/** Models that are built as layers. */
export type NetworkModel = Mlp | QuadraticMlp | Autoencoder;

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
function shapeOf(model: NetworkModel, { input, output }: TaskData): FeedForwardShape {
  const outputs = outputWidth(output);
  switch (model.kind) {
    case "mlp": {
      const widths = [...model.widths, outputs];
      const spreads = widths.map(
        (_, l) => model.scale * (l === 0 ? firstSpread(input) : Math.sqrt(1 / (widths[l - 1] as number))),
      );
      return { ...model, input, widths, spreads, names: widths.map((_, l) => `layer ${l + 1}`) };
    }
    case "quadraticMlp":
      return {
        input,
        widths: [model.width, outputs],
        activation: "square",
        bias: false,
        spreads: [model.scale * firstSpread(input), model.scale * Math.sqrt(1 / model.width)],
        names: ["input", "output"],
      };
    case "autoencoder":
      return {
        input,
        widths: [model.width, outputs],
        activation: model.activation,
        bias: false,
        spreads: [model.scale * firstSpread(input), model.scale * Math.sqrt(1 / (4 * model.width))],
        names: ["encoder", "decoder"],
      };
  }
}

/** A model for a task, on a machine. */
export function networkOf(caller: string, machine: Machine, model: NetworkModel, data: TaskData): Network {
  const shape = shapeOf(model, data);
  const weights = weightsOf(shape);
  if (weights > most) {
    throw new RangeError(`${caller}: a network of ${weights} weights, needs at most ${most}: fewer inputs or neurons`);
  }
  return feedForward(machine, shape);
}
