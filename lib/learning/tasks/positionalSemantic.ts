import { type Kinds, optionsOf, requirePositive, requireProportion, requireWhole } from "../../core/require";
import type { Random } from "../../stats/random";
import { streamOf } from "../training/streams";
import { type Examples, requireRoomFor, type TaskData } from "./taskData";

export interface PositionalSemanticOptions {
  /** d, dimension of a token, from 2 to 2,048. */
  readonly dimension: number;
  /** n, training examples, from 1 to 100,000: the paper's alpha is n / d. */
  readonly examples: number;
  /** omega, 0 (the teacher looks at content only) to 1 (at positions only). Default 0.3. */
  readonly omega?: number;
  /** sigma, standard deviation of the tokens, > 0. Default 0.5. */
  readonly spread?: number;
  /** Examples to test on. Default 500. */
  readonly testExamples?: number;
  /** Whole number: the teacher and the examples. Default: the seed of the run. */
  readonly seed?: number;
}

/** Positional or semantic attention as a task, described. */
export interface PositionalSemantic extends Required<Omit<PositionalSemanticOptions, "seed">> {
  readonly kind: "positionalSemantic";
  readonly seed?: number;
}

const positionalSemanticOptions: Kinds<PositionalSemanticOptions> = {
  dimension: "number",
  examples: "number",
  omega: "number",
  spread: "number",
  testExamples: "number",
  seed: "number",
};

/** The teacher's mixing by position. */
const mixing = [
  [0.6, 0.4],
  [0.4, 0.6],
] as const;

/**
 * Pairs of tokens that a teacher mixes, partly by what they are and partly by where they stand: the task of Cui et al.
 *
 *     x = sigma N(0, 1) (2 x d),   y = (1 - omega) softmax((x Q / sqrt(d)) (x Q / sqrt(d))') x + omega [[.6, .4], [.4, .6]] x,   Q ~ N(0, 1)
 *     given: x + p, with p = 1 / sqrt(d) in the first token and -1 / sqrt(d) in the second
 *
 * @returns a description for `train`: plain data
 * @throws RangeError for an option out of range
 * @example
 * import { positionalSemantic } from "@emergence/lib/learning";
 * positionalSemantic({ dimension: 87, examples: 130 }).omega; // => 0.3
 *
 * Source: Cui, Behrens, Krzakala & Zdeborova 2024, arXiv:2402.03902, sections 2 and 4; settings of their published code.
 */
export function positionalSemantic(options: PositionalSemanticOptions): PositionalSemantic {
  const {
    dimension,
    examples,
    omega = 0.3,
    spread = 0.5,
    testExamples = 500,
    seed,
  } = optionsOf("positionalSemantic", options, positionalSemanticOptions);
  requireWhole("positionalSemantic", "dimension", dimension, 2, 2048);
  requireWhole("positionalSemantic", "examples", examples, 1, 100_000);
  requireWhole("positionalSemantic", "testExamples", testExamples, 1, 100_000);
  requireRoomFor("positionalSemantic", "examples", examples, 8 * dimension);
  requireRoomFor("positionalSemantic", "testExamples", testExamples, 8 * dimension);
  requireProportion("positionalSemantic", "omega", omega);
  requirePositive("positionalSemantic", "spread", spread);
  if (seed !== undefined) streamOf(seed, "split", 0, "positionalSemantic");
  const given = seed === undefined ? {} : { seed };
  return { kind: "positionalSemantic", dimension, examples, omega, spread, testExamples, ...given };
}

/** Examples of a teacher, by rows of 2 d numbers. */
function drawn(
  { dimension: d, omega, spread }: PositionalSemantic,
  teacher: Float32Array,
  stream: Random,
  count: number,
): Examples {
  const inputs = new Float32Array(count * 2 * d);
  const targets = new Float32Array(count * 2 * d);
  const place = 1 / Math.sqrt(d);
  for (let at = 0; at < inputs.length; at += 2 * d) {
    const x = Float64Array.from({ length: 2 * d }, () => spread * stream.normal());
    const score = [0, 0];
    x.forEach((value, i) => {
      const token = i < d ? 0 : 1;
      score[token] = (score[token] as number) + (value * (teacher[i % d] as number)) / Math.sqrt(d);
      inputs[at + i] = value + (token === 0 ? place : -place);
    });
    const [s0, s1] = score as [number, number];
    for (const [token, own] of [s0, s1].entries()) {
      const semantic = 1 / (1 + Math.exp(own * (s1 - s0)));
      const [first, second] = mixing[token] as readonly [number, number];
      const a = (1 - omega) * semantic + omega * first;
      const b = (1 - omega) * (1 - semantic) + omega * second;
      for (let j = 0; j < d; j++) targets[at + token * d + j] = a * (x[j] as number) + b * (x[d + j] as number);
    }
  }
  return { count, inputs, targets };
}

/** The task made concrete. */
export function positionalSemanticData(task: PositionalSemantic, seed: number): TaskData {
  const own = task.seed ?? seed;
  const stream = streamOf(own, "split");
  const teacher = Float32Array.from({ length: task.dimension }, () => stream.normal());
  const shape = { kind: "numbers", width: 2 * task.dimension } as const;
  return {
    input: shape,
    output: shape,
    loss: "squaredError",
    train: drawn(task, teacher, stream, task.examples),
    test: drawn(task, teacher, streamOf(own, "test"), task.testExamples),
    teacher,
  };
}
