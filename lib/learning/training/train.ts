import { machineFor } from "../kernels/machine";
import type { Weights } from "../networks/network";
import { sessionOf } from "../networks/sessionOf";
import { taskFor } from "../networks/taskFor";
import { clipGradient, descend, type Places } from "../optimizers/optimizer";
import type { Examples } from "../tasks/taskData";
import { dataOf } from "../tasks/tasks";
import { batches } from "./batches";
import { addPoint, type Curves, curvesFrom } from "./curves";
import { fingerprint } from "./fingerprint";
import { planOf, type TrainOptions } from "./options";
import { identityOf, requireSaved } from "./resume";
import type { SavedTraining } from "./saved";
import type { Score } from "./score";
import { streamOf } from "./streams";
import type { TrainedNetwork, TrainResult } from "./trained";

/** Where a run stands when it has just been scored. */
export interface TrainProgress {
  /** Steps made. */
  readonly step: number;
  /** On the training set; for a task of fresh examples, on as many as the test has, the same each time. */
  readonly train: Score;
  readonly test: Score;
  /** All scores so far: the lists grow while the run goes on. */
  readonly curves: Curves;
}

/** A run under way: to be iterated, once. */
export interface Training {
  /** Trains until the next score. */
  next(): IteratorResult<TrainProgress, TrainResult>;
  /** Stops; what has been learned stays. */
  return(): IteratorResult<TrainProgress, TrainResult>;
  [Symbol.iterator](): Training;
  /** What the run has come to by now. */
  result(): TrainResult;
  /** The run as plain data, to go on from by the option `from`. */
  save(): SavedTraining;
}

/**
 * Trains a small network, and yields its scores while it does.
 *
 * Gradients are exact, arithmetic is in 32 bits, on one thread, in WebAssembly or, where there is none, in plain TypeScript. The same
 * options and seed give the same weights, to the last bit, on every machine, on either path, in any number of threads, and after any
 * interruption. A run that diverges (a loss that is no finite number) ends there, and its result says so.
 *
 * @param options model, task, optimizer, number of steps, seed
 * @throws RangeError for an option out of range, or a `from` of another run
 * @example
 * import { modularArithmetic, quadraticMlp, sgd, train } from "@emergence/lib/learning";
 * const model = quadraticMlp({ width: 8 });
 * const run = train({ model, task: modularArithmetic({ modulus: 5 }), optimizer: sgd({ rate: 0.1 }), steps: 20, record: 10, seed: 1 });
 * Array.from(run, ({ step }) => step); // => [0, 10, 20]
 *
 * Source: for each model, task and optimizer see its function.
 */
export function train(options: TrainOptions): Training {
  return begin("train", options);
}

/** The stretches of parameters that learn at one rate: all of them, or each matrix by itself. */
function partsOf({ parameters }: Weights, { size, ...at }: Places): (Places & { readonly rate: number })[] {
  if (parameters.every(({ rate }) => rate === undefined)) return [{ size, ...at, rate: 1 }];
  return parameters.map(({ at: from, rows, stride, rate = 1 }) => ({
    size: rows * stride,
    weights: at.weights + from,
    gradients: at.gradients + from,
    first: at.first + from,
    second: at.second + from,
    rate,
  }));
}

/** Begins a run, in the name of the function that was called. */
function begin(caller: string, options: TrainOptions): Training {
  const plan = planOf(caller, options);
  const { model, task, optimizer, steps, isDue, untilAccuracy, from, seed } = plan;
  const data = taskFor(caller, model, dataOf(task, seed));
  const { machine, note } = machineFor(caller, plan.path);
  const session = sessionOf(caller, machine, model, data);
  const { network } = session;
  const places: Places = { ...network, first: machine.reserve(network.size), second: machine.reserve(network.size) };
  requireSaved(caller, plan, network.size);
  if (model.kind === "dotProductAttention" && plan.batch !== undefined) {
    throw new RangeError(
      `${caller}: batch ${plan.batch} for dotProductAttention, needs none: each step takes all examples`,
    );
  }
  if (untilAccuracy !== undefined && data.output.kind === "numbers") {
    throw new RangeError(
      `${caller}: untilAccuracy ${untilAccuracy} for targets that are numbers, needs a task that has an accuracy`,
    );
  }
  const stretch = (at: number) => machine.floats().subarray(at, at + network.size);
  if (from === undefined) network.initialize(streamOf(seed, "weights").normal);
  else {
    stretch(places.weights).set(from.weights);
    stretch(places.first).set(from.first);
    stretch(places.second).set(from.second);
  }

  const parts = partsOf(network, places);
  const nextBatch = batches(caller, data.train, plan.batch, seed);
  const scored: Examples =
    typeof data.train === "function" ? data.train(streamOf(seed, "examples", 0), data.test.count) : data.train;
  const curves = curvesFrom(from?.curves);
  let step = from?.step ?? 0;
  let isOver = false;
  let diverged: string | undefined;

  /** Scores the network, adds to the curves, and sees whether the run is over. */
  function progress(): TrainProgress {
    const [trained, tested] = [session.score(scored), session.score(data.test)];
    if (curves.step.at(-1) !== step) addPoint(curves, step, trained, tested);
    if (!Number.isFinite(trained.loss) || !Number.isFinite(tested.loss)) {
      diverged = `${caller}: diverged by step ${step}: the training loss is ${trained.loss}, the test loss ${tested.loss}; try a smaller rate than ${optimizer.rate}, or a warmup`;
    }
    const isReached = untilAccuracy !== undefined && tested.accuracy !== undefined && tested.accuracy >= untilAccuracy;
    isOver = step === steps || isReached || diverged !== undefined;
    return { step, train: trained, test: tested, curves };
  }

  function result(): TrainResult {
    const numbers = Float32Array.from(stretch(places.weights));
    const weights: Record<string, number[][]> = {};
    for (const { name, rows, columns, at, stride } of network.parameters) {
      weights[name] = Array.from({ length: rows }, (_, i) =>
        Array.from(numbers.subarray(at + i * stride, at + i * stride + columns)),
      );
    }
    const stand = {
      step,
      curves: curvesFrom(curves),
      path: machine.kernels.path,
      ...(note === undefined ? {} : { note }),
    };
    if (diverged !== undefined) return { kind: "failed", reason: diverged, ...stand };
    const trained: TrainedNetwork = {
      model,
      input: data.input,
      output: data.output,
      weights,
    };
    return { kind: "trained", ...stand, ...trained, hash: fingerprint(numbers) };
  }

  let isScored = false;
  const run: Training = {
    next() {
      if (isOver) return { done: true, value: result() };
      if (!isScored) {
        isScored = true;
        return { done: false, value: progress() };
      }
      do {
        step++;
        session.gradient(...nextBatch(step));
        if (optimizer.clip !== undefined) clipGradient(machine, places, optimizer.clip);
        for (const { rate, ...part } of parts) descend(machine.kernels, optimizer, part, step, steps, rate);
      } while (!isDue(step));
      return { done: false, value: progress() };
    },
    return: () => ({ done: true, value: result() }),
    [Symbol.iterator]: () => run,
    result,
    save: () => ({
      kind: "saved training",
      identity: identityOf(plan),
      step,
      weights: Array.from(stretch(places.weights)),
      first: Array.from(stretch(places.first)),
      second: Array.from(stretch(places.second)),
      curves: curvesFrom(curves),
    }),
  };
  return run;
}

/**
 * Trains a small network to the end, and returns what it has come to: `train` for those who need no scores on the way, and the task of a
 * sweep over seeds or settings.
 *
 * @param options those of `train`
 * @throws RangeError for an option out of range, or a `from` of another run
 * @example
 * import { adamW, sparseParity, mlp, trainRun } from "@emergence/lib/learning";
 * trainRun({ model: mlp({ widths: [4] }), task: sparseParity(), optimizer: adamW({ rate: 0.01 }), steps: 20, seed: 1 }).step; // => 20
 *
 * Source: see `train`.
 */
export function trainRun(options: TrainOptions): TrainResult {
  const run = begin("trainRun", options);
  for (;;) {
    const { done, value } = run.next();
    if (done === true) return value;
  }
}
