// Losses, gradients and steps of the optimizers: against JAX in double precision, and against finite differences.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Model, Optimizer, TrainOptions } from "@emergence/lib/learning";
import { random } from "@emergence/lib/stats";
import { describe, expect, it } from "vitest";
import { machineFor } from "../../../lib/learning/kernels/machine";
import { simdMachine } from "../../../lib/learning/kernels/simd";
import { sessionOf } from "../../../lib/learning/networks/sessionOf";
import { taskFor } from "../../../lib/learning/networks/taskFor";
import { descend } from "../../../lib/learning/optimizers/optimizer";
import type { Examples, TaskData } from "../../../lib/learning/tasks/taskData";
import { dataOf } from "../../../lib/learning/tasks/tasks";
import { root } from "../../../scripts/setup/places.mjs";
import { runs } from "./specimens";

type Matrices = Record<string, number[][]>;
interface NetworkCase extends Pick<TaskData, "input" | "output" | "loss"> {
  readonly name: string;
  readonly model: Model;
  readonly inputs: number[];
  readonly targets: number[];
  readonly count: number;
  readonly weights: Matrices;
  readonly value: number;
  readonly gradient: Matrices;
}
interface OptimizerCase {
  readonly optimizer: Optimizer;
  readonly start: number[];
  readonly gradients: number[][];
  readonly path: number[][];
}
const file = join(root, "test", "fixtures", "learning", "gradients.json");
interface AttentionCase {
  readonly dimension: number;
  readonly count: number;
  readonly inputs: number[];
  readonly targets: number[];
  readonly query: number[];
  readonly value: number;
  readonly gradient: number[];
}
const { networks, optimizers, attention } = JSON.parse(readFileSync(file, "utf8")) as {
  networks: NetworkCase[];
  optimizers: OptimizerCase[];
  attention: AttentionCase[];
};

const size = (values: readonly number[]) => Math.hypot(...values);

describe.each(["simd", "plain"] as const)("%s", (path) => {
  it.each(networks.map((network) => [network.name, network] as const))(
    "has JAX's loss and gradient: %s",
    (_, given) => {
      const { model, input, output, loss, count } = given;
      const examples: Examples = {
        count,
        inputs: (input.kind === "tokens" ? Int32Array : Float32Array).from(given.inputs),
        targets: (output.kind === "numbers" ? Float32Array : Int32Array).from(given.targets),
      };
      const { machine } = machineFor("test", path);
      const session = sessionOf("test", machine, model, { input, output, loss, train: examples, test: examples });
      const { parameters, weights, gradients } = session.network;
      expect(parameters.map(({ name }) => name).sort()).toEqual(Object.keys(given.weights).sort());
      for (const { name, at, stride } of parameters) {
        given.weights[name]?.forEach((row, i) => {
          machine.floats().set(row, weights + at + i * stride);
        });
      }
      session.gradient(examples);
      expect(Math.abs(session.score(examples).loss / given.value - 1)).toBeLessThan(1e-6);
      for (const { name, at, stride, rows, columns } of parameters) {
        const theirs = (given.gradient[name] as number[][]).flat();
        const ours = Array.from({ length: rows }, (_, i) => {
          const row = gradients + at + i * stride;
          // What pads a row stays 0.
          expect(
            machine
              .floats()
              .slice(row + columns, row + stride)
              .every((value) => value === 0),
          ).toBe(true);
          return Array.from(machine.floats().subarray(row, row + columns));
        }).flat();
        expect(size(ours.map((value, i) => value - (theirs[i] as number))) / size(theirs), name).toBeLessThan(3e-6); // 6e-8 per rounding, over tens of them in a row
      }
    },
  );

  it.each(attention.map((given) => [given.dimension, given] as const))(
    "has JAX's attention in %i dimensions",
    (d, given) => {
      const inputs = Float32Array.from(given.inputs);
      const examples: Examples = { count: given.count, inputs, targets: Float32Array.from(given.targets) };
      const shape = { kind: "numbers", width: 2 * d } as const;
      const { machine } = machineFor("test", path);
      const data: TaskData = { input: shape, output: shape, loss: "squaredError", train: examples, test: examples };
      const session = sessionOf("test", machine, { kind: "dotProductAttention", start: "random" }, data);
      machine.floats().set(given.query, session.network.weights);
      session.gradient(examples);
      expect(Math.abs(session.score(examples).loss / given.value - 1)).toBeLessThan(1e-6);
      const ours = machine.floats().slice(session.network.gradients, session.network.gradients + d);
      expect(size(given.gradient.map((value, j) => value - (ours[j] as number))) / size(given.gradient)).toBeLessThan(
        1e-6,
      );
    },
  );

  it.each(optimizers.map((given) => [JSON.stringify(given.optimizer), given] as const))("steps as %s", (_, given) => {
    const { machine } = machineFor("test", path);
    const [weights, gradients, first, second] = [8, 8, 8, 8].map((count) => machine.reserve(count));
    const at = { size: 8, weights, gradients, first, second } as Parameters<typeof descend>[2];
    machine.floats().set(given.start, at.weights);
    given.path.forEach((expected, i) => {
      machine.floats().set(given.gradients[i] as number[], at.gradients);
      descend(machine.kernels, { ...given.optimizer, warmup: 0, finalRate: 1 }, at, i + 1, given.path.length);
      const got = machine.floats().subarray(at.weights, at.weights + 8);
      expected.forEach((value, j) => {
        expect(Math.abs((got[j] as number) - value)).toBeLessThan(1e-6);
      });
    });
  });
});

describe("the schedule", () => {
  it("rises over the warmup and falls linearly to its end", () => {
    const machine = simdMachine();
    const at = {
      size: 8,
      weights: machine.reserve(8),
      gradients: machine.reserve(8),
      first: machine.reserve(8),
      second: 0,
    };
    const moves = [1, 2, 4, 5, 10].map((step) => {
      machine.floats().fill(0, at.weights, at.first + 8);
      machine.floats().fill(1, at.gradients, at.gradients + 8);
      descend(machine.kernels, { kind: "sgd", rate: 1, momentum: 0, decay: 0, warmup: 4, finalRate: 0 }, at, step, 10);
      return -(machine.floats()[at.weights] as number);
    });
    [0.25, 0.5 * 0.9, 0.7, 0.6, 0.1].forEach((share, i) => {
      expect(moves[i]).toBeCloseTo(share, 6);
    });
  });
});

describe("the gradient", () => {
  // Along a random direction: the loss is summed in double precision from 32-bit outputs, so that a step of .01 leaves some five digits.
  it.each(Object.entries(runs))("is the slope of the loss: %s", (_, { model, task, seed }: TrainOptions) => {
    const data = taskFor("test", model, dataOf(task, seed));
    const machine = simdMachine();
    const session = sessionOf("test", machine, model, data);
    const examples = typeof data.train === "function" ? data.train(random(1), 200) : data.train;
    const { network } = session;
    network.initialize(random(seed).normal);
    session.gradient(examples);
    const read = (at: number) => machine.floats().slice(at, at + network.size);
    const [start, gradient] = [read(network.weights), read(network.gradients)];
    // Uphill, disturbed, where there is a weight at all.
    const { normal } = random(9);
    const direction = gradient.map((value) => (value === 0 ? 0 : value * (1 + 0.5 * normal())));
    const length = size(Array.from(direction));
    const lossAt = (shift: number) => {
      machine.floats().set(
        start.map((value, i) => value + (shift * (direction[i] as number)) / length),
        network.weights,
      );
      return session.score(examples).loss;
    };
    const step = 0.01;
    const measured = (lossAt(step) - lossAt(-step)) / (2 * step);
    const exact = gradient.reduce((sum, value, i) => sum + (value * (direction[i] as number)) / length, 0);
    expect(Math.abs(measured / exact - 1)).toBeLessThan(3e-3);
  });

  it("is the same whichever way the examples are loaded", () => {
    const { model, task, seed } = runs["squares, squared error, adamW"] as TrainOptions;
    const data = dataOf(task, seed);
    const examples = data.train as Examples;
    const gradientOf = (rows?: number[]) => {
      const machine = simdMachine();
      const session = sessionOf("test", machine, model, data);
      session.network.initialize(random(seed).normal);
      session.gradient(examples, rows);
      return machine.floats().slice(session.network.gradients, session.network.gradients + session.network.size);
    };
    const all = Array.from({ length: examples.count }, (_, i) => i);
    expect(gradientOf(all)).toEqual(gradientOf());
    const some = gradientOf([5, 3, 8]);
    expect(some).not.toEqual(gradientOf());
  });
});
