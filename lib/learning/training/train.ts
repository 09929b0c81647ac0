import { machineFor } from "../kernels/machine";
import { matricesOf } from "../networks/matricesOf";
import { sessionOf } from "../networks/sessionOf";
import { taskFor } from "../networks/taskFor";
import { clipGradient, descend, type Places } from "../optimizers/optimizer";
import { partsByRate } from "../optimizers/partsByRate";
import { type Examples, inputWidth } from "../tasks/taskData";
import { dataOf } from "../tasks/tasks";
import { batches } from "./batches";
import { addPoint, type Curves, curvesFrom } from "./curves";
import { fingerprint } from "./fingerprint";
import { lastScored } from "./lastScored";
import { planOf, type TrainOptions } from "./options";
import { identityOf, requireSaved } from "./resume";
import type { SavedTraining } from "./saved";
import type { Score } from "./score";
import { streamOf } from "./streams";
import type { TrainResult } from "./trained";

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

/** A run under way. A loop over it may break; the next loop goes on where it stopped. */
export interface Training {
  /** Trains until the next score. */
  next(): IteratorResult<TrainProgress, TrainResult>;
  /** Called where a loop breaks; nothing is lost. */
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
 * options and seed give the same weights, to the last bit, on either path, on any processor, in any number of threads, and after any
 * interruption (engines other than V8 may differ in the last digit of the logarithms by which initial weights are drawn). A run that
 * diverges (weights or a loss that are no finite numbers) ends there, and its result says so.
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

/** Begins a run, in the name of the function that was called. */
export function begin(caller: string, options: TrainOptions): Training {
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

  const parts = partsByRate(network.parameters, places);
  const nextBatch = batches(caller, data.train, plan.batch, seed, inputWidth(data.input));
  const scored: Examples =
    typeof data.train === "function" ? data.train(streamOf(seed, "examples", 0), data.test.count) : data.train;
  const curves = curvesFrom(from?.curves);
  let step = from?.step ?? 0;
  const kept = lastScored(stretch, places);
  let isOver = false;
  let staysFinite = true;
  /** The step of the last score. */
  let seen: number | undefined;

  /** What there is to say if the run has diverged. Weights are looked at too: a relu hides from the loss that they are NaN. */
  function failure(): string | undefined {
    if (staysFinite && stretch(places.weights).every(Number.isFinite)) return undefined;
    const [trained, tested] = [curves.trainLoss.at(-1), curves.testLoss.at(-1)];
    return `${caller}: diverged by step ${step}: weights or losses are no finite numbers (training loss ${trained}, test loss ${tested} when last scored); try a smaller rate than ${optimizer.rate}, or a warmup`;
  }

  /** Scores the network, adds to the curves, and sees whether the run is over. */
  function progress(): TrainProgress {
    kept.keep(step);
    const [trained, tested] = [session.score(scored), session.score(data.test)];
    if (curves.step.at(-1) !== step) addPoint(curves, step, trained, tested);
    staysFinite &&= Number.isFinite(trained.loss) && Number.isFinite(tested.loss);
    const isReached = untilAccuracy !== undefined && tested.accuracy !== undefined && tested.accuracy >= untilAccuracy;
    isOver = step === steps || isReached || failure() !== undefined;
    seen = step;
    return { step, train: trained, test: tested, curves };
  }

  function result(): TrainResult {
    step = kept.mended(step);
    const numbers = Float32Array.from(stretch(places.weights));
    const stand = {
      step,
      curves: curvesFrom(curves),
      path: machine.kernels.path,
      ...(note === undefined ? {} : { note }),
    };
    const reason = failure();
    if (reason !== undefined) return { kind: "failed", reason, ...stand };
    const weights = matricesOf(network.parameters, numbers);
    const { input, output } = data;
    return { kind: "trained", ...stand, model, input, output, weights, hash: fingerprint(numbers) };
  }

  const run: Training = {
    next() {
      if (isOver) return { done: true, value: result() };
      step = kept.mended(step);
      // At the start, and where an interrupt came before a score was complete.
      if (seen === undefined || (isDue(step) && seen !== step)) return { done: false, value: progress() };
      do {
        session.gradient(...nextBatch(step + 1));
        if (optimizer.clip !== undefined) clipGradient(machine, places, optimizer.clip);
        kept.open();
        for (const { rate, ...part } of parts) descend(machine.kernels, optimizer, part, step + 1, steps, rate);
        step++;
        kept.close();
      } while (!isDue(step));
      return { done: false, value: progress() };
    },
    return: () => ({ done: true, value: result() }),
    [Symbol.iterator]: () => run,
    result,
    save() {
      step = kept.mended(step);
      return {
        kind: "saved training",
        identity: identityOf(plan),
        step,
        weights: Array.from(stretch(places.weights)),
        first: Array.from(stretch(places.first)),
        second: Array.from(stretch(places.second)),
        curves: curvesFrom(curves),
      };
    },
  };
  return run;
}
