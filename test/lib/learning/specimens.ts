// Small runs that several tests train, in less than a tenth of a second each.
import {
  adamW,
  addition,
  autoencoder,
  digits,
  dotProductAttention,
  inductionAttention,
  markovChains,
  mlp,
  modularArithmetic,
  phoneBook,
  positionalSemantic,
  quadraticMlp,
  sgd,
  sparseParity,
  type TrainOptions,
  tinyTransformer,
} from "@emergence/lib/learning";
import { random } from "@emergence/lib/stats";

const { uniform } = random(1);
const images = Array.from({ length: 60 }, () => Array.from({ length: 11 }, () => Math.floor(17 * uniform())));
const labels = images.map((image) => (image[0] as number) % 3);

/** One run of each model, loss, activation and optimizer; widths that are no multiples of 8, more rows than are computed at a time. */
export const runs: Readonly<Record<string, TrainOptions>> = {
  "squares, squared error, adamW": {
    model: quadraticMlp({ width: 20 }),
    task: modularArithmetic({ modulus: 17, trainShare: 0.6 }),
    optimizer: adamW({ rate: 0.01, decay: 0.6, beta2: 0.98 }),
    steps: 30,
    record: 10,
    seed: 1,
  },
  "relu on tokens, cross-entropy, momentum": {
    model: mlp({ widths: [13, 9] }),
    task: modularArithmetic({ modulus: 11, operation: "divide", loss: "crossEntropy" }),
    optimizer: sgd({ rate: 0.1, momentum: 0.9, decay: 0.001 }),
    steps: 30,
    record: 10,
    batch: 10,
    seed: 2,
  },
  "tanh, bits, adam with a schedule": {
    model: mlp({ widths: [7], activation: "tanh" }),
    task: sparseParity({ bits: 9, testExamples: 50 }),
    optimizer: { ...adamW({ rate: 0.02 }), kind: "adam", warmup: 5, finalRate: 0 },
    steps: 30,
    record: 10,
    batch: 30,
    seed: 3,
  },
  "six digits by heart": {
    model: mlp({ widths: [9], bias: false }),
    task: phoneBook({ names: 70 }),
    optimizer: adamW({ rate: 0.01, decay: 0, finalRate: 0 }),
    steps: 30,
    record: 10,
    seed: 6,
  },
  "attention by position or content": {
    model: dotProductAttention(),
    task: positionalSemantic({ dimension: 11, examples: 17, testExamples: 20 }),
    optimizer: sgd({ rate: 0.15 * 17, decay: 0.01 / 17 }),
    steps: 30,
    record: 10,
    seed: 7,
  },
  "a transformer that adds": {
    model: tinyTransformer({ width: 8 }),
    task: addition({ digits: 2, testExamples: 30 }),
    optimizer: adamW({ rate: 0.01, warmup: 5 }),
    steps: 30,
    record: 10,
    batch: 20,
    seed: 8,
  },
  "a transformer in context": {
    model: tinyTransformer({ width: 16, layers: 2, heads: 1 }),
    task: markovChains({ length: 20, states: 3, testExamples: 20 }),
    optimizer: adamW({ rate: 0.01 }),
    steps: 30,
    record: 10,
    batch: 8,
    seed: 9,
  },
  "an induction head, two rates, clipped": {
    model: inductionAttention(),
    task: markovChains({ length: 20, states: 3, testExamples: 20 }),
    optimizer: sgd({ rate: 1, clip: 0.05 }),
    steps: 30,
    record: 10,
    batch: 70,
    seed: 10,
  },
  "an autoencoder": {
    model: autoencoder({ width: 3 }),
    task: digits({ images }),
    optimizer: adamW({ rate: 0.01, finalRate: 0.1 }),
    steps: 30,
    record: 10,
    batch: 16,
    seed: 4,
  },
  "relu, classes of images": {
    model: mlp({ widths: [10] }),
    task: digits({ images, labels, loss: "squaredError" }),
    optimizer: sgd({ rate: 0.05 }),
    steps: 30,
    record: 10,
    seed: 5,
  },
};
