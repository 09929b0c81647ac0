import type { Numbers } from "../../core/numbers";
import { partsOf, requireList, requireOneOf, requireRows, requireWhole } from "../../core/require";
import { machineFor } from "../kernels/machine";
import type { Parameter } from "../networks/network";
import { sessionOf } from "../networks/sessionOf";
import { inputWidth, type TaskData } from "../tasks/taskData";
import { describedModel } from "../training/describe";
import type { TrainedNetwork } from "../training/trained";

/**
 * Outputs of a network on inputs of one's own: logits of classes, or the numbers of an autoencoder.
 *
 * @param network a result of `train` that did not diverge, or `{ model, input, output, weights }`
 * @param inputs one row per example: tokens (for modular arithmetic a and p + b) or numbers, as the network was trained on
 * @returns one row of outputs per example
 * @throws RangeError for inputs that the network does not take, or weights that do not fit it
 * @example
 * import { outputs, quadraticSolution } from "@emergence/lib/learning";
 * const logits = outputs(quadraticSolution(5), [[2, 5 + 4]])[0] ?? []; // 2 + 4 (mod 5)
 * logits.indexOf(Math.max(...logits)); // => 1
 */
export function outputs(network: TrainedNetwork, inputs: readonly Numbers[]): number[][] {
  partsOf("outputs", network, { model: "object", input: "object", output: "object", weights: "object" }, "network");
  const { input, output, weights } = network;
  for (const [name, part] of Object.entries({ model: network.model, input, output, weights })) {
    if (part === undefined)
      throw new RangeError(`outputs: network without ${name}, needs a result of train that did not diverge`);
  }
  const model = describedModel("outputs", network.model);
  requireShapes("outputs", network);
  if (model.kind === "dotProductAttention" && (input.kind !== "numbers" || input.width % 2 === 1)) {
    throw new RangeError("outputs: dotProductAttention on other inputs than pairs, needs an even number of numbers");
  }
  requireRows("outputs", "inputs", inputs);
  const width = inputWidth(input);
  const isTokens = input.kind === "tokens";
  const numbers = new (isTokens ? Int32Array : Float32Array)(inputs.length * width);
  for (const [i, row] of inputs.entries()) {
    if (row.length !== width) {
      throw new RangeError(`outputs: inputs[${i}] has ${row.length} numbers, needs ${width} as the network takes`);
    }
    for (let j = 0; j < width; j++) {
      if (isTokens) requireWhole("outputs", `inputs[${i}][${j}]`, row[j] as number, 0, input.vocabulary - 1);
      numbers[i * width + j] = row[j] as number;
    }
  }
  const { machine } = machineFor("outputs", "auto");
  const none = { count: 0, inputs: numbers.subarray(0, 0), targets: new Int32Array(0) };
  const data: TaskData = { input, output, loss: "squaredError", train: none, test: none };
  const session = sessionOf("outputs", machine, model, data);
  for (const parameter of session.network.parameters) {
    const rows = rowsOf(network, parameter);
    rows.forEach((row, i) => {
      machine.floats().set(row, session.network.weights + parameter.at + i * parameter.stride);
    });
  }
  const found = session.outputs(inputs.length, numbers);
  if (!found.every((row) => row.every(Number.isFinite))) {
    throw new RangeError("outputs: an output overflows 32 bits, needs smaller weights or inputs");
  }
  return found;
}

/** Throws unless inputs and outputs have a kind and sizes. */
function requireShapes(caller: string, { input, output }: TrainedNetwork): void {
  requireOneOf(caller, "input.kind", input.kind, ["tokens", "numbers"]);
  requireOneOf(caller, "output.kind", output.kind, ["classes", "bit", "numbers"]);
  const sizes = {
    "input.positions": input.kind === "tokens" ? input.positions : 1,
    "input.vocabulary": input.kind === "tokens" ? input.vocabulary : 1,
    "input.width": input.kind === "numbers" ? input.width : 1,
    "output.groups": output.kind === "classes" ? output.groups : 1,
    "output.classes": output.kind === "classes" ? output.classes : 1,
    "output.width": output.kind === "numbers" ? output.width : 1,
  };
  for (const [name, size] of Object.entries(sizes)) requireWhole(caller, name, size, 1, 1e6);
}

/** The rows of a matrix of weights, checked against what the network needs. */
function rowsOf({ weights }: TrainedNetwork, { name, rows, columns }: Parameter): readonly (readonly number[])[] {
  const given: unknown = weights[name];
  requireList("outputs", `weights.${name}`, given, "rows of numbers");
  requireRows("outputs", `weights.${name}`, given);
  if (given.length !== rows || given[0]?.length !== columns) {
    throw new RangeError(
      `outputs: weights.${name} of ${given.length} x ${given[0]?.length}, needs ${rows} x ${columns} as the model says`,
    );
  }
  return given as readonly (readonly number[])[];
}
