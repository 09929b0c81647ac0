import type { Numbers } from "../../core/numbers";
import {
  type Kinds,
  optionsOf,
  requireInside,
  requireList,
  requirePositive,
  requireRows,
  requireWhole,
} from "../../core/require";
import { streamOf } from "../training/streams";
import { split, type TaskData } from "./taskData";

export interface DigitsOptions {
  /** Images as rows of gray levels, all of one length; at least 2. */
  readonly images: readonly Numbers[];
  /** The class of each image, a whole number from 0 to 255. Without labels only an autoencoder can be trained. */
  readonly labels?: Numbers;
  /** Gray level that counts as 1, > 0. Default 16, as in the digits of 8 x 8 pixels that the kit holds. */
  readonly white?: number;
  /** Share of the images that is trained on, above 0 and below 1. Default 0.75. */
  readonly trainShare?: number;
  /** `"crossEntropy"` (default), in nats, or `"squaredError"` against one-hot targets, summed over classes. Each is a mean over images. */
  readonly loss?: "crossEntropy" | "squaredError";
  /** Whole number: which images. Default: the seed of the run. */
  readonly seed?: number;
}

/** Images to recognize or to return, described. */
export interface Digits {
  readonly kind: "digits";
  readonly images: readonly Numbers[];
  readonly labels?: Numbers;
  readonly white: number;
  readonly trainShare: number;
  readonly loss: "crossEntropy" | "squaredError";
  readonly seed?: number;
}

const digitsOptions: Kinds<DigitsOptions> = {
  images: "list",
  labels: "numbers",
  white: "number",
  trainShare: "number",
  loss: ["crossEntropy", "squaredError"],
  seed: "number",
};

/**
 * Images as a task: which digit is it (`mlp`), or the image itself (`autoencoder`). Gray levels are divided by `white`; then the mean of
 * the training images is taken off, so that no bias is needed.
 *
 * @returns a description for `train`: plain data
 * @throws RangeError for ragged images, labels that are no classes, or an option out of range
 * @example
 * import { digits } from "@emergence/lib/learning";
 * digits({ images: [[0, 16], [16, 0]], labels: [1, 0] }).trainShare; // => 0.75
 *
 * Source: Alpaydin & Kaynak 1998, Optical Recognition of Handwritten Digits; as a task of autoencoders, Schaeffer et al. 2023, section 5.
 */
export function digits(options: DigitsOptions): Digits {
  const {
    images,
    labels,
    white = 16,
    trainShare = 0.75,
    loss = "crossEntropy",
    seed,
  } = optionsOf("digits", options, digitsOptions);
  requireRows("digits", "images", images);
  if (images.length < 2) throw new RangeError("digits: 1 image, needs at least 2: one to train on and one to test on");
  if (images[0]?.length === 0) throw new RangeError("digits: images of 0 pixels, needs at least 1");
  requirePositive("digits", "white", white);
  requireInside("digits", "trainShare", trainShare);
  if (labels !== undefined) {
    requireList("digits", "labels", labels, "an array of numbers");
    if (labels.length !== images.length) {
      throw new RangeError(`digits: ${images.length} images but ${labels.length} labels, needs as many`);
    }
    for (let i = 0; i < labels.length; i++) requireWhole("digits", `labels[${i}]`, labels[i] as number, 0, 255);
  }
  if (seed !== undefined) streamOf(seed, "split", 0, "digits");
  return {
    kind: "digits",
    images,
    white,
    trainShare,
    loss,
    ...(labels === undefined ? {} : { labels }),
    ...(seed === undefined ? {} : { seed }),
  };
}

/** The task made concrete. */
export function digitsData(task: Digits, seed: number): TaskData {
  const { images, labels, white, trainShare, loss } = task;
  const count = images.length;
  const width = (images[0] as Numbers).length;
  const inputs = new Float32Array(count * width);
  for (let i = 0; i < count; i++) {
    const image = images[i] as Numbers;
    for (let j = 0; j < width; j++) inputs[i * width + j] = (image[j] as number) / white;
  }
  const targets = Int32Array.from({ length: count }, (_, i) => labels?.[i] ?? 0);
  const { train, test } = split({ count, inputs, targets }, trainShare, streamOf(task.seed ?? seed, "split"));
  const mean = new Float64Array(width);
  train.inputs.forEach((value, i) => {
    mean[i % width] = (mean[i % width] as number) + value / train.count;
  });
  for (const { inputs } of [train, test]) {
    for (let i = 0; i < inputs.length; i++) inputs[i] = (inputs[i] as number) - (mean[i % width] as number);
  }
  return {
    input: { kind: "numbers", width },
    output: { kind: "classes", groups: 1, classes: 1 + targets.reduce((most, label) => Math.max(most, label), 0) },
    loss,
    train,
    test,
  };
}
