import type { Random } from "../../stats/random";
import { type Examples, requireRoomFor } from "../tasks/taskData";
import { streamOf } from "./streams";

/** Examples of a step, and the rows of them if not all. */
type Batch = [examples: Examples, rows?: readonly number[]];

/**
 * The batch of each step, counted from 1: all examples; a stretch of them in an order shuffled anew for each epoch (a last stretch that is too
 * short is left out); or fresh ones. It depends on seed and step alone.
 */
export function batches(
  caller: string,
  train: Examples | ((stream: Random, count: number) => Examples),
  size: number | undefined,
  seed: number,
  width: number,
): (step: number) => Batch {
  if (typeof train === "function") {
    const count = size ?? 64;
    requireRoomFor(caller, "batch", count, width);
    return (step) => [train(streamOf(seed, "examples", step), count)];
  }
  const all = Array.from({ length: train.count }, (_, i) => i);
  if (size === undefined || size === train.count) return () => [train, all];
  if (size > train.count) {
    throw new RangeError(
      `${caller}: batch ${size}, needs at most ${train.count}, the number of training examples; without \`batch\` a step takes all`,
    );
  }
  const perEpoch = Math.floor(train.count / size);
  let epoch = -1;
  let order = all;
  return (step) => {
    const now = Math.floor((step - 1) / perEpoch);
    if (now !== epoch) {
      order = streamOf(seed, "order", now).shuffle(all);
      epoch = now;
    }
    const from = ((step - 1) % perEpoch) * size;
    return [train, order.slice(from, from + size)];
  };
}
