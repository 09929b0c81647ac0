import type { Random } from "../../stats/random";

/** Inputs of a network: tokens of a vocabulary, a few per example, or numbers. */
export type InputShape =
  | { readonly kind: "tokens"; readonly positions: number; readonly vocabulary: number }
  | { readonly kind: "numbers"; readonly width: number };

/** What is asked of it: one of so many classes, `groups` times over; a bit; or numbers. */
export type OutputShape =
  | { readonly kind: "classes"; readonly groups: number; readonly classes: number }
  | { readonly kind: "bit" }
  | { readonly kind: "numbers"; readonly width: number };

export type LossKind = "squaredError" | "crossEntropy" | "logistic";

/** Examples by rows: inputs as the shape says, targets as labels (whole numbers) or numbers. */
export interface Examples {
  readonly count: number;
  readonly inputs: Int32Array | Float32Array;
  readonly targets: Int32Array | Float32Array;
}

/** A task made concrete by a seed: what a network is trained and tested on. */
export interface TaskData {
  readonly input: InputShape;
  readonly output: OutputShape;
  readonly loss: LossKind;
  /** The training set, or a function that draws fresh examples. */
  readonly train: Examples | ((stream: Random, count: number) => Examples);
  readonly test: Examples;
  /** The weights that the examples come from, where there are any. */
  readonly teacher?: Float32Array;
}

/** Most numbers of a set of examples: some hundred megabytes. */
const most = 1e8;

/** Throws a RangeError for more examples than memory holds. */
export function requireRoomFor(caller: string, name: string, count: number, width: number): void {
  if (count * width <= most) return;
  throw new RangeError(
    `${caller}: ${name} ${count} of ${width} numbers each, needs at most ${Math.floor(most / width)}: memory holds no more`,
  );
}

/** Numbers per example of the input. */
export const inputWidth = (shape: InputShape): number => (shape.kind === "tokens" ? shape.positions : shape.width);

/** Numbers that a network returns for an example. */
export function outputWidth(shape: OutputShape): number {
  return shape.kind === "bit" ? 1 : shape.kind === "classes" ? shape.groups * shape.classes : shape.width;
}

/** Numbers per example of the target. */
export function targetWidth(shape: OutputShape): number {
  return shape.kind === "bit" ? 1 : shape.kind === "classes" ? shape.groups : shape.width;
}

/** The examples of these numbers. */
export function chosen(all: Examples, rows: readonly number[]): Examples {
  const pick = <Typed extends Int32Array | Float32Array>(from: Typed): Typed => {
    const width = from.length / all.count;
    const to = from.slice(0, rows.length * width) as Typed;
    rows.forEach((row, i) => {
      to.set(from.subarray(row * width, (row + 1) * width), i * width);
    });
    return to;
  };
  return { count: rows.length, inputs: pick(all.inputs), targets: pick(all.targets) };
}

/** Splits examples at random: the first `share` of them to train, the rest to test. Both are left nonempty. */
export function split(all: Examples, share: number, stream: Random): { train: Examples; test: Examples } {
  const order = stream.shuffle(Array.from({ length: all.count }, (_, i) => i));
  const cut = Math.min(all.count - 1, Math.max(1, Math.round(share * all.count)));
  return { train: chosen(all, order.slice(0, cut)), test: chosen(all, order.slice(cut)) };
}
